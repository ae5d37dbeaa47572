package gazette.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import gazette.check.Persona;
import gazette.check.Personas;
import gazette.config.Nearest;
import gazette.edition.Newsletter;
import gazette.mail.EmailAddress;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Subscribers;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Which articles a preview is made of, when it is imagined to go, and whose message it shows. */
final class LookOptions {
    /** More than these nobody reads through. */
    private static final int MOST = 99;

    private Optional<String> persona = Optional.empty();
    private Optional<Integer> last = Optional.empty();
    private Optional<String> since = Optional.empty();
    private Optional<String> asOf = Optional.empty();

    /** Says what it takes. */
    void describe(Syntax syntax) {
        syntax.option(
                "--persona",
                "KEY|ADDRESS",
                "Whose message: a sample reader such as no-name, or the address of a subscriber.",
                value -> persona = Optional.of(value));
        syntax.option(
                "--last",
                "N",
                "The newest N articles, whether readers had them or not: for a look when nothing is new.",
                Integer.class,
                value -> last = Optional.of(value));
        syntax.option(
                "--since",
                "TIME",
                "All articles since a day or an instant, whether readers had them or not.",
                value -> since = Optional.of(value));
        syntax.option(
                "--as-of",
                "TIME",
                "As if the edition went then: a day, a day and time, or an instant (default: the next slot).",
                value -> asOf = Optional.of(value));
    }

    /** So many of the newest articles, if they are asked for. */
    OptionalInt last() {
        if (last.isPresent() && since.isPresent()) {
            throw new Refusal(ExitCode.USAGE, "--last and --since both say which articles: give one of them.");
        }
        last.filter(number -> number < 1 || number > MOST).ifPresent(number -> {
            throw new Refusal(ExitCode.USAGE, "--last is " + number + ": give a number from 1 to " + MOST + ".");
        });
        return last.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    Optional<Instant> since(ZoneId zone) {
        return since.map(written -> instant("--since", written, zone));
    }

    Optional<Instant> asOf(ZoneId zone) {
        return asOf.map(written -> instant("--as-of", written, zone));
    }

    /** A day begins with the newsletter's midnight. */
    private static Instant instant(String option, String written, ZoneId zone) {
        return read(() -> LocalDate.parse(written).atStartOfDay(zone).toInstant())
                .or(() -> read(() -> LocalDateTime.parse(written).atZone(zone).toInstant()))
                .or(() -> read(() -> Instant.parse(written)))
                .orElseThrow(() -> new Refusal(
                        ExitCode.USAGE,
                        option + " is «" + written + "»: give a day such as 2026-11-23, a day and time such as"
                                + " 2026-11-23T07:00, or an instant such as 2026-11-23T06:00:00Z."));
    }

    private interface Reading {
        Instant read();
    }

    private static Optional<Instant> read(Reading reading) {
        try {
            return Optional.of(reading.read());
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    /**
     * The same as the studio's pages are asked for it: parameters, each with its {@code &}.
     *
     * @param workspace to look a subscriber up in
     */
    String query(Newsletter newsletter, Supplier<Workspace> workspace) {
        ZoneId zone = newsletter.masthead().zone();
        StringBuilder query = new StringBuilder();
        last().ifPresent(number -> query.append("&last=").append(number));
        since(zone).ifPresent(at -> query.append("&since=").append(LocalDate.ofInstant(at, zone)));
        asOf(zone)
                .ifPresent(at -> query.append("&as-of=")
                        .append(LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES)));
        persona.ifPresent(named -> query.append(named(newsletter, workspace, named)));
        return query.toString();
    }

    /** A subscriber by their number: an address bar is no place for the address of a reader. */
    private static String named(Newsletter newsletter, Supplier<Workspace> workspace, String named) {
        if (!named.contains("@")) {
            sample(newsletter, named);
            return "&reader=" + URLEncoder.encode(named, UTF_8);
        }
        try (Workspace open = workspace.get()) {
            return "&subscriber="
                    + subscriber(newsletter, open.store().subscribers(), named).id();
        }
    }

    /** Whose message it is; {@code otherwise} when nobody is named. */
    Subscriber reader(Newsletter newsletter, Subscribers subscribers, Subscriber otherwise) {
        return persona.map(named -> reader(newsletter, subscribers, named)).orElse(otherwise);
    }

    private static Subscriber reader(Newsletter newsletter, Subscribers subscribers, String named) {
        return named.contains("@") ? subscriber(newsletter, subscribers, named) : sample(newsletter, named);
    }

    private static Subscriber sample(Newsletter newsletter, String named) {
        return Personas.all(newsletter).stream()
                .filter(persona -> persona.key().equals(named))
                .findFirst()
                .map(Persona::reader)
                .orElseThrow(() -> unknown(newsletter, named));
    }

    private static Subscriber subscriber(Newsletter newsletter, Subscribers subscribers, String named) {
        EmailAddress.objection(named).ifPresent(why -> {
            throw new Refusal(ExitCode.USAGE, "--persona is «" + named + "»: " + why + ".");
        });
        return subscribers
                .find(newsletter.id(), EmailAddress.of(named))
                .orElseThrow(() -> new Refusal(
                        ExitCode.USAGE,
                        "«" + named + "» is no confirmed subscriber of " + newsletter.id()
                                + ", as far as the store knows. See who is: gazette subscribers ls "
                                + newsletter.id()));
    }

    private static Refusal unknown(Newsletter newsletter, String named) {
        List<String> keys = keys(newsletter);
        return new Refusal(
                ExitCode.USAGE,
                "Unknown sample reader «" + named + "»."
                        + Nearest.of(named, keys)
                                .map(near -> " Did you mean «" + near + "»?")
                                .orElse(" There are " + String.join(", ", keys) + "; or give a subscriber's address."));
    }

    private static List<String> keys(Newsletter newsletter) {
        return Personas.all(newsletter).stream().map(Persona::key).toList();
    }
}
