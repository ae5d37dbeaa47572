package gazette.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.subscriber.Token.Purpose;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokensTest {
    private static final Token TOKEN = new Token(Purpose.UNSUBSCRIBE, "la-gazette", 12_345);

    @TempDir
    private Path temp;

    private Path keyFile() {
        return temp.resolve("data/secret.key");
    }

    private static String key(int number, int seed) {
        byte[] octets = new byte[32];
        new Random(seed).nextBytes(octets);
        return number + " " + Base64.getUrlEncoder().withoutPadding().encodeToString(octets) + "\n";
    }

    private Tokens withKeys(String... lines) throws IOException {
        Files.createDirectories(keyFile().getParent());
        Files.writeString(keyFile(), String.join("", lines), StandardCharsets.US_ASCII);
        return Tokens.open(keyFile());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 255, 256, 65_535, 1L << 31, 1L << 40, Long.MAX_VALUE})
    void aTokenReadsBack(long subscriber) {
        Tokens tokens = Tokens.open(keyFile());
        Token token = new Token(Purpose.UNSUBSCRIBE, "la-gazette", subscriber);

        String text = tokens.sign(token);

        assertThat(tokens.read(text)).contains(token);
        assertThat(text).matches("[A-Za-z0-9_-]{26,60}").isEqualTo(tokens.sign(token));
    }

    @Test
    void theKeyOutlivesTheProcess() {
        String text = Tokens.open(keyFile()).sign(TOKEN);

        assertThat(Tokens.open(keyFile()).read(text)).contains(TOKEN);
        assertThat(Tokens.readOnly(keyFile()).read(text)).contains(TOKEN);
    }

    @Test
    void theKeyIsTheOwnersAloneAndNothingElseIsLeftBeside() throws IOException {
        Tokens.open(keyFile());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(temp.resolve("data"))) {
            assertThat(files).containsExactly(keyFile());
        }
    }

    @Test
    void anotherWorkspacesTokenIsNone() {
        String text = Tokens.open(temp.resolve("other.key")).sign(TOKEN);

        assertThat(Tokens.open(keyFile()).read(text)).isEmpty();
    }

    @Test
    void aTokenWithAnyBitFlippedIsNone() {
        Tokens tokens = Tokens.open(keyFile());
        byte[] octets = Base64.getUrlDecoder().decode(tokens.sign(TOKEN));

        for (int bit = 0; bit < octets.length * 8; bit++) {
            byte[] flipped = octets.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(flipped);
            assertThat(tokens.read(text)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void aTokenWithAnyCharacterChangedAddedOrTakenAwayIsNone() {
        Tokens tokens = Tokens.open(keyFile());
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ é";
        for (long subscriber : new long[] {1, 300, 70_000}) {
            String text = tokens.sign(new Token(Purpose.UNSUBSCRIBE, "la-gazette", subscriber));

            for (int at = 0; at < text.length(); at++) {
                assertThat(tokens.read(text.substring(0, at))).isEmpty();
                assertThat(tokens.read(text.substring(at + 1))).isEmpty();
                for (int other = 0; other < alphabet.length(); other++) {
                    char c = alphabet.charAt(other);
                    assertThat(tokens.read(text.substring(0, at) + c + text.substring(at)))
                            .isEmpty();
                    if (c != text.charAt(at)) {
                        assertThat(tokens.read(text.substring(0, at) + c + text.substring(at + 1)))
                                .isEmpty();
                    }
                }
            }
            assertThat(tokens.read(text + "A")).isEmpty();
            assertThat(tokens.read(text + "=")).isEmpty();
        }
    }

    @Test
    void aSignatureIsWorthNothingOnAnotherStatement() {
        Tokens tokens = Tokens.open(keyFile());
        byte[] one = Base64.getUrlDecoder().decode(tokens.sign(new Token(Purpose.UNSUBSCRIBE, "letter-a", 1)));
        byte[] two = Base64.getUrlDecoder().decode(tokens.sign(new Token(Purpose.UNSUBSCRIBE, "letter-b", 1)));
        byte[] crossed = one.clone();
        System.arraycopy(two, two.length - 16, crossed, crossed.length - 16, 16);

        assertThat(tokens.read(Base64.getUrlEncoder().withoutPadding().encodeToString(crossed)))
                .isEmpty();
    }

    @Test
    void noiseIsNoToken() {
        Tokens tokens = Tokens.open(keyFile());
        Random chance = new Random(8_058);

        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[chance.nextInt(80)];
            chance.nextBytes(noise);
            assertThat(tokens.read(Base64.getUrlEncoder().withoutPadding().encodeToString(noise)))
                    .isEmpty();
            assertThat(tokens.read(new String(noise, StandardCharsets.ISO_8859_1)))
                    .isEmpty();
        }
        assertThat(tokens.read("")).isEmpty();
        assertThat(tokens.read("A".repeat(1_000_000))).isEmpty();
    }

    @Test
    void tokensOfNeighboursHaveNothingToGuessBy() {
        Tokens tokens = Tokens.open(keyFile());
        Set<String> signatures = new HashSet<>();

        for (int i = 0; i < 1_000; i++) {
            String text = tokens.sign(new Token(Purpose.UNSUBSCRIBE, "la-gazette", i));
            signatures.add(text.substring(text.length() - 21));
        }

        assertThat(signatures).hasSize(1_000);
    }

    @Test
    void afterARotationTheNewKeySignsAndTheOldOneStillVerifies() throws IOException {
        String old = withKeys(key(1, 11)).sign(TOKEN);

        Tokens rotated = withKeys(key(1, 11), "# added in spring\n\n", key(2, 22));

        assertThat(rotated.read(old)).contains(TOKEN);
        assertThat(rotated.sign(TOKEN)).isNotEqualTo(old);
        assertThat(withKeys(key(2, 22)).read(rotated.sign(TOKEN))).contains(TOKEN);
        assertThat(withKeys(key(2, 22)).read(old)).isEmpty();
    }

    @Test
    void aKeyOfAnotherNumberDoesNotVerifyTheSameToken() throws IOException {
        String text = withKeys(key(1, 11)).sign(TOKEN);

        assertThat(withKeys(key(2, 11)).read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "# nothing\n",
                "secret",
                "1 short",
                "0 KEY",
                "256 KEY",
                "x KEY",
                "KEY",
                "1 KEY\n1 KEY",
                "1 KEY\nnoise",
                "1 !KEY"
            })
    void aKeyFileThatIsNoneIsRefusedAndNotReplaced(String text) throws IOException {
        Files.createDirectories(keyFile().getParent());
        String content = text.replace("KEY", key(1, 3).substring(2).strip());
        Files.writeString(keyFile(), content, StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> Tokens.open(keyFile()))
                .isInstanceOf(KeyFileUnusable.class)
                .hasMessageStartingWith(keyFile() + ": ")
                .hasMessageNotContaining(key(1, 3).substring(2).strip());
        assertThatThrownBy(() -> Tokens.readOnly(keyFile())).isInstanceOf(KeyFileUnusable.class);
        assertThat(Files.readString(keyFile(), StandardCharsets.US_ASCII)).isEqualTo(content);
    }

    @Test
    void readingOnlyWritesNothingAndItsTokensAreWorthNothingElsewhere() {
        Tokens tokens = Tokens.readOnly(keyFile());
        String text = tokens.sign(TOKEN);

        assertThat(tokens.read(text)).contains(TOKEN);
        assertThat(Tokens.readOnly(keyFile()).read(text)).isEmpty();
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void manyWhoMakeTheKeyAtOnceAllHaveTheSame() throws InterruptedException, ExecutionException {
        int makers = 8;
        ExecutorService pool = Executors.newFixedThreadPool(makers);
        for (int round = 0; round < 40; round++) {
            Path file = temp.resolve("data-" + round + "/secret.key");
            CyclicBarrier start = new CyclicBarrier(makers);
            Callable<String> maker = () -> {
                start.await();
                return Tokens.open(file).sign(TOKEN);
            };
            Set<String> texts = new HashSet<>();

            for (Future<String> made : pool.invokeAll(Collections.nCopies(makers, maker))) {
                texts.add(made.get());
            }

            assertThat(texts).hasSize(1);
        }
        pool.shutdown();
    }

    @Test
    void aKeyThatCannotBeMadeIsSaid() throws IOException {
        Path file = Files.createFile(temp.resolve("file")).resolve("secret.key");

        assertThatThrownBy(() -> Tokens.open(file)).isInstanceOf(KeyFileUnusable.class);
    }
}
