package gazette.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys are read as others wrote them, and written so that others can read them, and nobody else. */
final class SigningKeyTest {
    @TempDir
    private Path folder;

    @Test
    void theRecordsHaveThePublicKeysThatOpenSslSees() {
        assertThat(Keys.key("rsa").open().getEncoded())
                .isEqualTo(Base64.getDecoder().decode(Keys.text("rsa.public")));
        assertThat(Keys.key("rsa-pkcs1")).isEqualTo(Keys.key("rsa"));
        assertThat(Keys.both().records().get(0).value()).isEqualTo("v=DKIM1; k=rsa; p=" + Keys.text("rsa.public"));
        assertThat(Keys.both().records().get(1))
                .isEqualTo(new KeyRecord(
                        "g2.paris._domainkey.example.org",
                        "v=DKIM1; k=ed25519; p=" + Keys.text("ed25519.public").strip()));
    }

    @Test
    void thePublicKeyOfEd25519IsThatOfTheStandardsExample() {
        byte[] seed = Base64.getDecoder().decode("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A="); // RFC 8463, A.2

        KeyRecord record = new SelectedKey("brisbane", ed25519(seed)).record("football.example.com");

        assertThat(record.value()).isEqualTo("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    }

    static SigningKey ed25519(byte[] seed) {
        byte[] prefix = HexFormat.of().parseHex("302e020100300506032b657004220420");
        byte[] octets = new byte[prefix.length + seed.length];
        System.arraycopy(prefix, 0, octets, 0, prefix.length);
        System.arraycopy(seed, 0, octets, prefix.length, seed.length);
        return SigningKey.ofPem(Pem.of(octets));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "rsa-1024 | 1024 bits",
                "ec | neither RSA nor Ed25519",
                "encrypted | the kind ENCRYPTED PRIVATE KEY",
                "rsa-public | holds no private key"
            },
            delimiter = '|')
    void whatCannotSignIsRefusedWithTheReason(String name, String why) {
        assertThatThrownBy(() -> Keys.key(name)).isInstanceOf(KeyUnusable.class).hasMessageContaining(why);
    }

    @Test
    void aDamagedKeyIsRefused() {
        String text = Keys.text("rsa.pem");

        assertThatThrownBy(() -> SigningKey.ofPem(text.substring(0, 200) + text.substring(300)))
                .isInstanceOf(KeyUnusable.class);
        assertThatThrownBy(() -> SigningKey.ofPem(text.replace("MII", "MI!"))).isInstanceOf(KeyUnusable.class);
        assertThatThrownBy(() -> SigningKey.ofPem("")).isInstanceOf(KeyUnusable.class);
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void aNewKeyIsReadAgainAndItsOwnerAloneCanReadIt(KeyKind kind) throws IOException {
        SigningKey key = SigningKey.make(kind, new SecureRandom());
        Path file = folder.resolve("secrets/dkim.pem");

        KeyFile.write(file, key);

        assertThat(KeyFile.read(file)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(KeyFile.isOpen(file)).isFalse();
        assertThat(key.toString()).isEqualTo(kind + " key");
    }

    @Test
    void aKeyIsNeverWrittenOver() throws IOException {
        Path file = Files.writeString(folder.resolve("dkim.pem"), "something else", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> KeyFile.write(file, Keys.key("rsa"))).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).content().isEqualTo("something else");
    }

    @Test
    void aFileThatOthersMayReadIsOpen() throws IOException {
        Path file = Files.writeString(folder.resolve("dkim.pem"), "", StandardCharsets.UTF_8);

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(KeyFile.isOpen(file)).isFalse();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(KeyFile.isOpen(file)).isTrue();
    }

    @Test
    void theStringsOfARecordFitTheDnsAndComeTogetherAgain() {
        KeyRecord record = Keys.rsa().records().get(0);

        assertThat(record.strings())
                .hasSize(2)
                .allSatisfy(string -> assertThat(string.length()).isLessThanOrEqualTo(255));
        assertThat(String.join("", record.strings())).isEqualTo(record.value());
        assertThat(record.zoneLine())
                .startsWith("g1._domainkey.example.org. IN TXT (\"v=DKIM1; k=rsa; p=MII")
                .endsWith("AQAB\")");
    }

    @Test
    void ed25519NeverSignsAlone() {
        SelectedKey rsa = new SelectedKey("g1", Keys.key("rsa"));
        SelectedKey ed25519 = new SelectedKey("g2", Keys.key("ed25519"));

        assertThatThrownBy(() -> new SigningDomain("example.org", ed25519, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new SigningDomain("example.org", rsa, Optional.of(new SelectedKey("G1", Keys.key("ed25519")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SigningDomain("Example.org", rsa, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SelectedKey("g 1", Keys.key("rsa"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, true",
        "Example.ORG, true",
        "news.example.org, true",
        "org, true",
        "example.net, false",
        "myexample.org, false"
    })
    void aDomainSpeaksForThoseAboveAndBelow(String other, boolean aligned) {
        assertThat(Keys.rsa().isAlignedWith(other)).isEqualTo(aligned);
    }
}
