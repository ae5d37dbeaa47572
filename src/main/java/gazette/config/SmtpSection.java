package gazette.config;

import gazette.delivery.SmtpServer;
import gazette.delivery.SmtpServer.Login;
import gazette.delivery.SmtpServer.Timeouts;
import gazette.delivery.SmtpServer.Tls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** {@code smtp}: the server that messages are handed over to. */
final class SmtpSection {
    private static final Map<String, Tls> TLS = Map.of(
            "required", Tls.REQUIRED, "opportunistic", Tls.OPPORTUNISTIC, "none", Tls.NONE, "implicit", Tls.IMPLICIT);

    /** More would only queue: a relay takes a handful of connections from one sender. */
    private static final int MOST_CONNECTIONS = 256;

    private SmtpSection() {}

    /** Empty when there is no host. */
    static Optional<SmtpServer> read(Section smtp, Path workspace) {
        smtp.notBuilt("accounts", "rate");
        smtp.refuse("password", "cannot be set", "put the password in a file and its path in smtp.password-file");
        Optional<String> host = smtp.required("host", Host::name);
        Tls tls = smtp.optional("tls", Kinds.oneOf(TLS), "required");
        int port = smtp.optional(
                "port", Kinds.whole(1, 65_535, "usually 587 or 465"), tls == Tls.IMPLICIT ? "465" : "587");
        Optional<Login> login = login(smtp, workspace);
        int connections =
                smtp.optional("connections", Kinds.whole(1, MOST_CONNECTIONS, "1 to " + MOST_CONNECTIONS), "8");
        smtp.optional("window", text -> text.equals("1") ? Fit.of(1) : Fit.not("only 1 is built yet: remove it"));
        Timeouts timeouts = timeouts(smtp.section("timeouts"));
        smtp.close();
        return host.map(h -> new SmtpServer(h, port, tls, login, connections, timeouts));
    }

    private static Optional<Login> login(Section smtp, Path workspace) {
        Optional<String> user = smtp.optional("user", Kinds::words);
        Optional<Path> passwordFile = smtp.optional("password-file", Kinds.path(workspace));
        if (smtp.isSet("user") != smtp.isSet("password-file")) {
            String there = smtp.isSet("user") ? "user" : "password-file";
            String other = smtp.isSet("user") ? "password-file" : "user";
            smtp.object(
                    there, "is set without smtp." + other, "set both, or neither for a server that asks for no log-in");
        }
        passwordFile
                .filter(file -> !Files.isRegularFile(file) || !Files.isReadable(file))
                .ifPresent(file -> smtp.object(
                        "password-file", "names a file that is not there or cannot be read: " + file, "create it"));
        return user.flatMap(u -> passwordFile.map(file -> new Login(u, file)));
    }

    private static Timeouts timeouts(Section waits) {
        Fit.Kind<Duration> kind = Kinds.duration(Duration.ofSeconds(1));
        Timeouts timeouts = new Timeouts(
                waits.optional("connect", kind, DurationText.of(Timeouts.STANDARD.connect())),
                waits.optional("reply", kind, DurationText.of(Timeouts.STANDARD.reply())),
                waits.optional("content", kind, DurationText.of(Timeouts.STANDARD.content())));
        waits.close();
        return timeouts;
    }
}
