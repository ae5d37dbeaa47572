package gazette.dkim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keys for tests, which sign no real mail. */
public final class Keys {
    static final Path FOLDER = Path.of("src/test/resources/gazette/dkim");

    private Keys() {}

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static SigningKey key(String name) {
        return SigningKey.ofPem(text(name + ".pem"));
    }

    /** {@code example.org} with an RSA key. */
    public static SigningDomain rsa() {
        return new SigningDomain("example.org", new SelectedKey("g1", key("rsa")), Optional.empty());
    }

    /** {@code example.org} with a key of each kind. */
    public static SigningDomain both() {
        return new SigningDomain(
                "example.org",
                new SelectedKey("g1", key("rsa")),
                Optional.of(new SelectedKey("g2.paris", key("ed25519"))));
    }

    /** What the DNS says of {@code domain}. */
    public static Map<String, String> records(SigningDomain domain) {
        Map<String, String> records = new LinkedHashMap<>();
        domain.records().forEach(record -> records.put(record.name(), String.join("", record.strings())));
        return records;
    }
}
