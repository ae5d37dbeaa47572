package gazette.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What nobody sends who means well: it is taken within bounds, and shown as it came. */
final class HostileMailTest {
    private static final Path FOLDER = Path.of("src/test/resources/gazette/sink/mail");
    private static final int ROUNDS = 300;

    private Sink sink;

    @BeforeEach
    void start() {
        sink = Sink.start("127.0.0.1", 0, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    static Stream<Path> mails() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void everyMailComesBackOctetByOctet(Path file) throws IOException {
        byte[] octets = Files.readAllBytes(file);

        String reply = RawMail.send(sink.smtpPort(), List.of("reader-1@example.org"), octets);

        assertThat(reply).startsWith("250");
        assertThat(sink.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.content()).isEqualTo(octets));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void noDamageToAMailKeepsItFromBeingRead(Path file) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        Random chance = new Random(file.getFileName().toString().hashCode());

        for (int round = 0; round < ROUNDS; round++) {
            CaughtMessage message = new CaughtMessage(arrival(), damaged(octets, chance));

            assertThat(message.parts()).isNotEmpty().hasSizeLessThanOrEqualTo(Anatomy.MOST_PARTS);
            assertThat(message.html() + message.text() + message.subject() + message.from())
                    .isNotNull();
            message.headers().forEach(line -> assertThat(line.words()).isNotNull());
            message.parts().forEach(part -> assertThat(message.content(part)).isNotNull());
            message.parts()
                    .forEach(part ->
                            assertThat(part.begin()).isBetween(0, part.end()).isLessThanOrEqualTo(message.octets()));
        }
    }

    private static byte[] damaged(byte[] octets, Random chance) {
        byte[] damaged = octets.clone();
        for (int i = 0; i < 1 + chance.nextInt(12); i++) {
            int at = chance.nextInt(damaged.length);
            damaged[at] = switch (chance.nextInt(4)) {
                case 0 -> (byte) chance.nextInt(256);
                case 1 -> '\n';
                case 2 -> damaged[chance.nextInt(damaged.length)];
                default -> (byte) "=-;:\"<%".charAt(chance.nextInt(7));
            };
        }
        int cut = chance.nextInt(4) == 0 ? chance.nextInt(damaged.length) : damaged.length;
        return Arrays.copyOf(damaged, cut);
    }

    @Test
    void ofTenThousandPartsTheFirstAreShown() {
        String part = "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n";

        RawMail.send(
                sink.smtpPort(),
                "Subject: many\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + String.join("", Collections.nCopies(10_000, part)) + "--b--\r\n");

        CaughtMessage message = sink.messages().get(0);
        assertThat(message.subject()).isEqualTo("many");
        assertThat(message.parts()).hasSizeBetween(100, Anatomy.MOST_PARTS);
        assertThat(message.isWhole()).isFalse();
    }

    @Test
    void ofAThousandLevelsTheOuterOnesAreShown() {
        StringBuilder mail = new StringBuilder("Subject: deep\r\n");
        for (int level = 0; level < 1000; level++) {
            mail.append("Content-Type: multipart/mixed; boundary=\"b")
                    .append(level)
                    .append("\"\r\n\r\n--b");
            mail.append(level).append("\r\n");
        }
        mail.append("Content-Type: text/plain\r\n\r\nat the bottom\r\n");

        RawMail.send(sink.smtpPort(), mail.toString());

        CaughtMessage message = sink.messages().get(0);
        assertThat(message.parts()).hasSize(Anatomy.MOST_NESTING + 1);
        assertThat(message.isWhole()).isFalse();
        assertThat(message.raw()).contains("at the bottom");
    }

    @Test
    void aMessageOverTheBoundIsRefusedInWordsAndTheNextIsTaken() {
        byte[] large = new byte[30 << 20];
        Arrays.fill(large, (byte) 'x'); // one line, as long as the message

        String reply = RawMail.send(sink.smtpPort(), List.of("reader-1@example.org"), large);
        String next = RawMail.send(sink.smtpPort(), "Subject: small\r\n\r\nBonjour");

        assertThat(reply).startsWith("552 5.3.4 ").contains("6291456 octets");
        assertThat(next).startsWith("250");
        assertThat(sink.messages()).extracting(CaughtMessage::subject).containsExactly("small");
    }

    @Test
    void aCommandWithoutEndEndsTheConnection() throws IOException {
        byte[] endless = new byte[1 << 20];
        Arrays.fill(endless, (byte) 'A');

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sink.smtpPort())) {
            socket.setSoTimeout(20_000);
            String said = "";
            try {
                socket.getOutputStream().write(endless);
                said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            } catch (IOException resetByTheServer) {
                said = "reset";
            }

            assertThat(said).doesNotContain("250");
        }
        assertThat(RawMail.send(sink.smtpPort(), "Subject: next\r\n\r\nBonjour"))
                .startsWith("250");
    }

    @Test
    void theRoomIsNeverMoreThanItIsToBe() {
        byte[] large =
                ("Subject: large\r\n\r\n" + "0123456789abcde\n".repeat(1 << 16)).getBytes(StandardCharsets.UTF_8);
        List<String> recipients = IntStream.range(0, 20)
                .mapToObj(i -> "reader-" + i + "@example.org")
                .toList();

        for (int i = 0; i < 12; i++) {
            RawMail.send(sink.smtpPort(), recipients, large);
        }
        for (int i = 0; i < 300; i++) {
            RawMail.send(sink.smtpPort(), recipients, "Subject: small\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(sink.inbox().octets()).isBetween(1L, (long) Inbox.MOST_OCTETS);
        assertThat(sink.inbox().size()).isLessThan(2100);
        sink.inbox().newestFirst().forEach(arrival -> sink.inbox().delete(arrival.id()));
        assertThat(sink.inbox().octets()).isZero();
    }

    @Test
    void manyLargeMessagesAtOnceAreRefusedForNowRatherThanHeld() throws Exception {
        byte[] large = new byte[5 << 20];
        Arrays.fill(large, (byte) '\n');

        List<String> replies = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> RawMail.send(sink.smtpPort(), List.of("reader-1@example.org"), large))
                .toList();

        assertThat(replies).allMatch(reply -> reply.startsWith("250") || reply.startsWith("452 4.3.1"));
        assertThat(RawMail.send(sink.smtpPort(), List.of("reader-1@example.org"), large))
                .startsWith("250");
    }

    @Test
    void aHeaderOfAMegabyteIsReadToItsBound() {
        RawMail.send(sink.smtpPort(), "Subject: long\r\n" + "X: y\r\n".repeat(200_000) + "\r\nBonjour");

        CaughtMessage message = sink.messages().get(0);
        assertThat(message.headers()).hasSizeLessThanOrEqualTo(1000);
        assertThat(message.text()).isEqualTo("Bonjour\r\n");
        assertThat(message.isWhole()).isFalse();
    }

    private static Arrival arrival() {
        return new Arrival(1, "", Role.TO, "", "", "", "", Clock.systemUTC().instant(), 0);
    }
}
