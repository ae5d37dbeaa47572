package gazette.config;

import gazette.delivery.SmtpServer;
import gazette.delivery.SmtpServer.Auth;
import gazette.delivery.SmtpServer.Login;
import gazette.delivery.SmtpServer.Sessions;
import gazette.delivery.SmtpServer.Timeouts;
import gazette.delivery.SmtpServer.Tls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The keys of one account: the server that messages are handed over to. */
final class SmtpSection {
    private static final Map<String, Tls> TLS = Map.of(
            "required", Tls.REQUIRED, "opportunistic", Tls.OPPORTUNISTIC, "none", Tls.NONE, "implicit", Tls.IMPLICIT);

    private static final Map<String, Auth> AUTH = Map.of(
            "automatic", Auth.AUTOMATIC,
            "plain", Auth.PLAIN,
            "login", Auth.LOGIN,
            "cram-md5", Auth.CRAM_MD5,
            "xoauth2", Auth.XOAUTH2);

    /** Beyond, a line as long as around the world is full, and a crash leaves too many in doubt. */
    private static final int WIDEST_WINDOW = 64;

    /** More would only queue: a relay takes a handful of connections from one sender. */
    private static final int MOST_CONNECTIONS = 256;

    private SmtpSection() {}

    /** Empty when there is no host. */
    static Optional<SmtpServer> read(Section smtp, Path workspace) {
        smtp.refuse("password", "cannot be set", "put the password in a file and its path in smtp.password-file");
        Optional<String> host = smtp.required("host", Host::name);
        Tls tls = smtp.optional("tls", Kinds.oneOf(TLS), "required");
        int port = smtp.optional(
                "port", Kinds.whole(1, 65_535, "usually 587 or 465"), tls == Tls.IMPLICIT ? "465" : "587");
        Optional<Login> login = login(smtp, workspace);
        int connections =
                smtp.optional("connections", Kinds.whole(1, MOST_CONNECTIONS, "1 to " + MOST_CONNECTIONS), "8");
        Sessions sessions = sessions(smtp);
        Timeouts timeouts = timeouts(smtp.section("timeouts"));
        smtp.close();
        return host.map(h -> new SmtpServer(h, port, tls, login, connections, timeouts, sessions));
    }

    private static Sessions sessions(Section smtp) {
        Sessions standard = Sessions.STANDARD;
        return new Sessions(
                smtp.optional("window", Kinds.whole(1, WIDEST_WINDOW, "1 to " + WIDEST_WINDOW), "" + standard.window()),
                smtp.optional(
                        "messages-per-connection",
                        Kinds.whole(0, Integer.MAX_VALUE, "0 for as many as there are"),
                        "" + standard.messages()),
                smtp.optional(
                        "longest-session", Kinds.duration(Duration.ofSeconds(1)), DurationText.of(standard.longest())));
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
        Auth auth = smtp.optional("auth", Kinds.oneOf(AUTH), "automatic");
        return user.flatMap(u -> passwordFile.map(file -> new Login(u, file, auth)));
    }

    private static Timeouts timeouts(Section waits) {
        Fit.Kind<Duration> kind = Kinds.duration(Duration.ofSeconds(1));
        Timeouts timeouts = new Timeouts(
                waits.optional("connect", kind, DurationText.of(Timeouts.STANDARD.connect())),
                waits.optional("banner", kind, DurationText.of(Timeouts.STANDARD.banner())),
                waits.optional("reply", kind, DurationText.of(Timeouts.STANDARD.reply())),
                waits.optional("content", kind, DurationText.of(Timeouts.STANDARD.content())));
        waits.close();
        return timeouts;
    }
}
