package gazette.bench;

import gazette.dkim.KeyFile;
import gazette.dkim.OtherVerifier;
import gazette.dkim.SelectedKey;
import gazette.dkim.SigningDomain;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code FOLDER [KEY]}: looks at the messages that a {@link Sink} kept: each decodes into two parts that hold the
 * reader's own words, and with a key each bears a signature that holds. Prints how many; throws at the first that fails.
 */
public final class Looker {
    private Looker() {}

    public static void main(String[] args) throws IOException, MessagingException, GeneralSecurityException {
        Optional<Path> key = args.length > 1 ? Optional.of(Path.of(args[1])) : Optional.empty();
        List<Path> kept;
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            kept = files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
        for (Path file : kept) {
            byte[] message = unstuffed(Files.readAllBytes(file));
            look(file, message);
            if (key.isPresent()) {
                verify(file, message, key.get());
            }
        }
        System.out.println(kept.size());
    }

    private static byte[] unstuffed(byte[] lines) {
        String text = new String(lines, StandardCharsets.ISO_8859_1);
        return text.replace("\r\n..", "\r\n.").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void look(Path file, byte[] octets) throws IOException, MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets));
        Multipart parts = (Multipart) message.getContent();
        String number = file.getFileName().toString().replaceAll("\\D", "");
        for (int i = 0; i < 2; i++) {
            String words = (String) parts.getBodyPart(i).getContent();
            if (!words.contains("Lectrice " + number)) {
                throw new IllegalStateException(file + ", part " + i + ": not this reader's words");
            }
        }
    }

    private static void verify(Path file, byte[] octets, Path key) throws GeneralSecurityException {
        SigningDomain domain =
                new SigningDomain("example.org", new SelectedKey("bench", KeyFile.read(key)), Optional.empty());
        Map<String, String> records =
                domain.records().stream().collect(Collectors.toMap(record -> record.name(), record -> record.value()));
        List<String> verdicts = new OtherVerifier(records).verdicts(octets);
        if (!verdicts.equals(List.of("pass"))) {
            throw new IllegalStateException(file + ": its signatures say " + verdicts);
        }
    }
}
