package gazette.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import gazette.delivery.RetryPolicy;
import gazette.delivery.SmtpAccount;
import gazette.delivery.StopAndAsk;
import gazette.edition.Newsletter;
import gazette.mail.Loopback;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** The file {@code gazette.yaml} of a workspace. */
public final class SettingsFile {
    /** What the file is called, in every workspace. */
    public static final String NAME = "gazette.yaml";

    private static final Pattern PERCENT = Pattern.compile("[1-9]\\d?%");

    private SettingsFile() {}

    /**
     * Reads and checks the settings: the environment beats the file, which beats the defaults. Relative paths are the
     * workspace's. Never throws for what is in the file or missing from it: that is in the problems, all of them at once.
     * Reads files only.
     *
     * @param environment the process's variables; those that begin with {@code GAZETTE_} count
     * @param cronObjection why a text is no cron expression; empty when it is one
     */
    public static SettingsReading read(
            Path workspace, Map<String, String> environment, Function<String, Optional<String>> cronObjection) {
        Path folder = workspace.toAbsolutePath().normalize();
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return refused(Spot.variable(NAME)
                    .problem(
                            "",
                            "there is none in " + folder,
                            "make one with `gazette init`, or name" + " the workspace's folder with -C"));
        }
        byte[] octets;
        try {
            octets = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            return refused(Spot.variable(NAME)
                    .problem(
                            "",
                            "it cannot be read (" + unreadable + ")",
                            "make " + file + " a file that this user may read"));
        }
        return read(folder, octets, environment, cronObjection);
    }

    /** The same for what the file could hold; {@code workspace} is absolute. */
    static SettingsReading read(
            Path workspace,
            byte[] octets,
            Map<String, String> environment,
            Function<String, Optional<String>> cronObjection) {
        YamlText yaml = YamlText.read(NAME, octets);
        return yaml.problem()
                .map(SettingsFile::refused)
                .orElseGet(() -> bind(workspace, yaml.root(), environment, cronObjection));
    }

    /** The JSON Schema of the file, for editors. */
    public static String schema() {
        try (InputStream file = SettingsFile.class.getResourceAsStream("settings.schema.json")) {
            return new String(
                    Objects.requireNonNull(file, "the jar holds the schema").readAllBytes(), UTF_8);
        } catch (IOException brokenJar) {
            throw new UncheckedIOException("the settings' schema cannot be read", brokenJar);
        }
    }

    private static SettingsReading refused(SettingsProblem problem) {
        return new SettingsReading(Optional.empty(), List.of(problem), List.of());
    }

    private static SettingsReading bind(
            Path workspace,
            Optional<Node> yaml,
            Map<String, String> variables,
            Function<String, Optional<String>> cronObjection) {
        Findings findings = new Findings();
        Environment environment = new Environment(variables);
        Section root = Section.root(findings, environment, NAME, yaml);
        root.notBuilt("bounces");
        Path store = root.optional("store", store(workspace), "data/gazette.db");
        Section pickUp = root.section("pick-up");
        Duration every = pickUp.optional("every", Kinds.duration(Duration.ofSeconds(1)), "1m");
        pickUp.close();
        Section server = root.section("smtp");
        RetryPolicy retry = RetrySection.read(server.section("retry"));
        StopAndAsk.Limit stopAndAsk = server.optional("stop-and-ask", SettingsFile::share, "10%");
        List<SmtpAccount> accounts = AccountsSection.read(server, workspace);
        Optional<SigningSettings> dkim = DkimSection.read(root.section("dkim"), workspace);
        Optional<WebSettings> web = WebSection.read(root.section("web"), farthest(accounts));
        List<Newsletter> newsletters = newsletters(root, workspace, cronObjection, web.map(WebSettings::url));
        root.close();
        environment.reportUnknown(findings);
        Optional<Settings> settings = findings.isSound()
                ? Optional.of(new Settings(
                        workspace, store, newsletters, accounts, retry, stopAndAsk, dkim, web.orElseThrow(), every))
                : Optional.empty();
        return new SettingsReading(settings, findings.problems(), findings.values());
    }

    /** A host on another machine, if an account has one. */
    private static Optional<String> farthest(List<SmtpAccount> accounts) {
        List<String> hosts = accounts.stream().map(a -> a.server().host()).toList();
        return hosts.stream()
                .filter(host -> !Loopback.isName(host))
                .findFirst()
                .or(() -> hosts.stream().findFirst());
    }

    private static Fit<StopAndAsk.Limit> share(String text) {
        if (text.equals("off")) {
            return Fit.of(StopAndAsk.Limit.NONE);
        }
        return PERCENT.matcher(text).matches()
                ? Fit.of(new StopAndAsk.Limit(Integer.parseInt(text.replace("%", "")) / 100.0))
                : Fit.not("give a share of the last 200 such as 10%, from 1% to 99%, or off");
    }

    private static List<Newsletter> newsletters(
            Section root, Path workspace, Function<String, Optional<String>> cronObjection, Optional<URI> web) {
        return root.named("newsletters").stream()
                .flatMap(each -> new NewsletterSection(each, workspace, cronObjection).read(web).stream())
                .toList();
    }

    private static Fit.Kind<Path> store(Path workspace) {
        return text -> {
            if (text.startsWith("jdbc:")) {
                return Fit.not("a database server is not built yet: give a file such as data/gazette.db");
            }
            Fit<Path> file = Kinds.path(workspace).read(text);
            return file.value().filter(Files::isDirectory).isPresent()
                    ? Fit.not("that is a folder: give a file in it")
                    : file;
        };
    }
}
