package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A Dovecot of our own that only knows who may log in, for a {@link Postfix} to ask. Where there is none, a test that
 * asks for it is skipped.
 */
final class Dovecot implements AutoCloseable {
    static final String USER = "lettre";
    static final String PASSWORD = "sésame 1";

    private static final String PROGRAM = "/usr/sbin/dovecot";

    private final Path folder;
    private final Process process;

    private Dovecot(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts one that lives below {@code folder}.
     *
     * @param mechanisms by which it lets {@link #USER} in
     */
    static Dovecot start(Path folder, String mechanisms) throws IOException {
        assumeThat(Files.isExecutable(Path.of(PROGRAM)))
                .as("Dovecot is not installed")
                .isTrue();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("users"), USER + ":{PLAIN}" + PASSWORD + "\n", StandardCharsets.UTF_8);
        Path settings =
                Files.writeString(folder.resolve("dovecot.conf"), settings(folder, mechanisms), StandardCharsets.UTF_8);
        Process process = new ProcessBuilder(PROGRAM, "-F", "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("dovecot.out").toFile())
                .start();
        Dovecot dovecot = new Dovecot(folder, process);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .failFast(() -> assertThat(process.isAlive()).as(dovecot.said()).isTrue())
                .until(() -> Files.exists(dovecot.door()));
        return dovecot;
    }

    private static String settings(Path folder, String mechanisms) {
        return """
                base_dir = %1$s/run
                log_path = %1$s/dovecot.log
                protocols =
                ssl = no
                disable_plaintext_auth = no
                auth_mechanisms = %2$s
                auth_failure_delay = 0 secs
                passdb {
                  driver = passwd-file
                  args = %1$s/users
                }
                userdb {
                  driver = static
                  args = uid=65534 gid=65534 home=/nonexistent
                }
                service auth {
                  unix_listener %1$s/door {
                    mode = 0666
                  }
                }
                """.formatted(folder, mechanisms);
    }

    private Path door() {
        return folder.resolve("door");
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("dovecot.out"));
    }

    /** What stands in the {@code main.cf} of a Postfix that lets nobody in but whom this knows. */
    Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("smtpd_sasl_auth_enable", "yes");
        asked.put("smtpd_sasl_type", "dovecot");
        asked.put("smtpd_sasl_path", door().toString());
        asked.put("smtpd_sasl_security_options", "noanonymous");
        asked.put("smtpd_recipient_restrictions", "permit_sasl_authenticated, reject");
        return asked;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
