package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A Postfix of our own on the loopback, which keeps what comes for {@code example.org} in one folder. Where there is none,
 * or where we may not start one, a test that asks for it is skipped.
 */
final class Postfix implements AutoCloseable {
    private static final String PROGRAM = "/usr/sbin/postfix";
    private static final String NOBODY = "65534";

    /** Headers that Postfix puts above what it was handed. */
    private static final Pattern OWN =
            Pattern.compile("\\A(?:(?:Return-Path|X-Original-To|Delivered-To|Received):[^\n]*\n(?:[ \t][^\n]*\n)*)+");

    private static final Pattern DELIVERED_TO = Pattern.compile("(?m)^Delivered-To: (.*)$");

    private final Path folder;
    private final int port;

    private Postfix(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts one that lives below {@code folder}.
     *
     * @param settings what stands in its {@code main.cf} besides
     */
    static Postfix start(Path folder, Map<String, String> settings) throws IOException {
        assumeThat(Files.isExecutable(Path.of(PROGRAM)))
                .as("Postfix is not installed")
                .isTrue();
        assumeThat(System.getProperty("user.name"))
                .as("Postfix is started by root alone")
                .isEqualTo("root");
        Postfix postfix = new Postfix(folder, freePort());
        postfix.writeFiles(settings);
        postfix.run("start");
        return postfix;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void writeFiles(Map<String, String> settings) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectory(folder.resolve("queue"));
        own(Files.createDirectory(folder.resolve("data")), "postfix");
        own(Files.createDirectory(folder.resolve("mail")), "nobody");
        Map<String, String> all = new LinkedHashMap<>(usual());
        all.putAll(settings);
        String main = all.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + setting.getValue() + "\n")
                .collect(Collectors.joining());
        Path etc = Files.createDirectory(folder.resolve("etc"));
        Files.writeString(etc.resolve("main.cf"), main, StandardCharsets.UTF_8);
        Files.writeString(etc.resolve("master.cf"), services(), StandardCharsets.UTF_8);
    }

    private static void own(Path path, String user) throws IOException {
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
    }

    private Map<String, String> usual() {
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put("compatibility_level", "3.6");
        usual.put("queue_directory", folder.resolve("queue").toString());
        usual.put("data_directory", folder.resolve("data").toString());
        usual.put("maillog_file", log().toString());
        usual.put("maillog_file_prefixes", folder.toString());
        usual.put("myhostname", "mx.example.org");
        usual.put("inet_interfaces", "127.0.0.1");
        usual.put("inet_protocols", "ipv4");
        usual.put("mynetworks", "127.0.0.0/8");
        usual.put("mydestination", "");
        usual.put("alias_maps", "");
        usual.put("alias_database", "");
        usual.put("virtual_mailbox_domains", "example.org, xn--lan-9la.example.org");
        usual.put("virtual_mailbox_base", folder.resolve("mail").toString());
        usual.put("virtual_mailbox_maps", "static:all/");
        usual.put("virtual_uid_maps", "static:" + NOBODY);
        usual.put("virtual_gid_maps", "static:" + NOBODY);
        usual.put("smtpd_forbid_bare_newline", "reject");
        usual.put("smtpd_forbid_bare_newline_exclusions", "");
        return usual;
    }

    private String services() {
        return """
                127.0.0.1:%d inet n - n - - smtpd
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                postlog unix-dgram n - n - 1 postlogd
                tlsmgr unix - - n 1000? 1 tlsmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                virtual unix - n n - - virtual
                error unix - - n - - error
                retry unix - - n - - error
                anvil unix - - n - 1 anvil
                proxymap unix - - n - - proxymap
                """.formatted(port);
    }

    private void run(String command) throws IOException {
        Process process = new ProcessBuilder(
                        PROGRAM, "-c", folder.resolve("etc").toString(), command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("postfix.out").toFile())
                .start();
        assertThat(process.onExit().join().exitValue()).as(this::said).isZero();
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("postfix.out"))
                    + (Files.exists(log()) ? log("(warning|fatal|error|panic): |status=[^s]") : "");
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private Path log() {
        return folder.resolve("data").resolve("log");
    }

    int port() {
        return port;
    }

    /** The lines of its log in which {@code pattern} is found. */
    String log(String pattern) throws IOException {
        Pattern wanted = Pattern.compile(pattern);
        try (Stream<String> lines = Files.lines(log())) {
            return lines.filter(line -> wanted.matcher(line).find()).collect(Collectors.joining("\n"));
        }
    }

    /**
     * What came for each reader, less the headers that it put above; waits until there are so many messages.
     *
     * @throws IllegalStateException when a reader got two
     */
    Map<String, byte[]> arrived(int messages) throws IOException {
        Path mail = folder.resolve("mail/all/new");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(files(mail)).as(this::said).hasSizeGreaterThanOrEqualTo(messages));
        Map<String, byte[]> arrived = new TreeMap<>();
        for (Path file : files(mail)) {
            byte[] octets = Files.readAllBytes(file);
            String text = new String(octets, StandardCharsets.ISO_8859_1);
            if (arrived.put(recipient(octets), crlf(octets, ownHeaders(text))) != null) {
                throw new IllegalStateException("a second message: " + text);
            }
        }
        return arrived;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String recipient(byte[] octets) {
        var found = DELIVERED_TO.matcher(new String(octets, StandardCharsets.UTF_8));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static int ownHeaders(String text) {
        var found = OWN.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.end();
    }

    /** A file's lines end in LF: in the message they were CRLF. */
    private static byte[] crlf(byte[] octets, int from) {
        ByteArrayOutputStream crlf = new ByteArrayOutputStream(octets.length + 1000);
        for (int i = from; i < octets.length; i++) {
            if (octets[i] == '\n') {
                crlf.write('\r');
            }
            crlf.write(octets[i]);
        }
        return crlf.toByteArray();
    }

    @Override
    public void close() throws IOException {
        run("stop");
    }
}
