package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.jr.ob.JSON;
import gazette.dkim.Keys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The verifier of Debian's {@code python3-dkim}; where it is not installed, a test that asks it is skipped. */
record Dkimpy(String python) {
    private static final Path SCRIPT = Path.of("src/test/resources/gazette/dkim/judge.py");

    static Dkimpy installed() {
        Optional<String> python = List.of("python3", "/usr/bin/python3").stream()
                .filter(command -> Programs.run(command, "-c", "import dkim, nacl"))
                .findFirst();
        assumeThat(python)
                .as("dkimpy is not installed (Debian: python3-dkim, python3-nacl)")
                .isPresent();
        return new Dkimpy(python.orElseThrow());
    }

    /** Takes both signatures of each of {@code messages}; {@code folder} is its to write to. */
    void takes(List<byte[]> messages, Path folder) throws IOException, InterruptedException {
        Path mail = Files.createDirectory(folder.resolve("mail"));
        int number = 0;
        for (byte[] message : messages) {
            Files.write(mail.resolve(number++ + ".eml"), message);
        }
        Files.writeString(
                mail.resolve("records.json"), JSON.std.asString(Keys.records(Keys.both())), StandardCharsets.UTF_8);

        Process judge = new ProcessBuilder(python, SCRIPT.toString(), mail.toString())
                .redirectErrorStream(true)
                .start();
        String verdicts = new String(judge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(judge.waitFor()).as(verdicts).isZero();
        assertThat(verdicts.lines())
                .hasSize(messages.size())
                .allSatisfy(line -> assertThat(line).endsWith(".eml pass pass"));
    }
}
