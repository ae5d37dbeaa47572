package gazette.cli;

import gazette.config.Settings;
import gazette.edition.Newsletter;
import gazette.mail.EmailAddress;
import gazette.subscriber.ImportReport;
import gazette.subscriber.SubscriberExport;
import gazette.subscriber.SubscriberList;
import gazette.subscriber.Subscribers;
import gazette.subscriber.Subscribers.Row;
import gazette.subscriber.SubscriptionState;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code gazette subscribers}. */
final class SubscribersCommand {
    private SubscribersCommand() {}

    /** {@code gazette subscribers ls}. */
    static final class Ls implements Command {
        private final Gazette gazette;
        private Optional<String> newsletter = Optional.empty();

        Ls(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("ls", "The subscriptions of a newsletter.");
            syntax.parameter("NEWSLETTER", "Its key in the settings.", value -> newsletter = Optional.of(value));
        }

        @Override
        public ExitCode call() {
            Settings settings = gazette.settings();
            Newsletter wanted = Gazette.newsletter(settings, newsletter);
            try (Workspace workspace = gazette.lookAt(settings)) {
                Screen screen = gazette.screen();
                workspace.store().subscribers().each(wanted.id(), row -> screen.line(document(row), line(row)));
                Map<SubscriptionState, Long> count =
                        workspace.store().subscribers().count(wanted.id());
                screen.note(count.getOrDefault(SubscriptionState.CONFIRMED, 0L) + " confirmed, "
                        + count.getOrDefault(SubscriptionState.PENDING, 0L) + " pending, "
                        + count.getOrDefault(SubscriptionState.ENDED, 0L) + " ended");
            }
            return ExitCode.DONE;
        }

        private static Map<String, Object> document(Row row) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("address", row.address().toString());
            document.put("name", row.name());
            document.put("language", row.language());
            document.put("topics", row.topics());
            document.put("cadence", row.cadence());
            document.put("since", row.since());
            document.put("state", row.state().name());
            row.endedBy().ifPresent(by -> document.put("endedBy", by.name()));
            document.put("fields", row.fields());
            return document;
        }

        private static String line(Row row) {
            String state = row.state().name().toLowerCase(Locale.ROOT)
                    + row.endedBy()
                            .map(by -> " by " + by.name().toLowerCase(Locale.ROOT))
                            .orElse("");
            return row.address() + "  " + row.name() + "  " + row.cadence() + "  " + state;
        }
    }

    /** {@code gazette subscribers import}. */
    static final class Import implements Command {
        private final Gazette gazette;
        private String newsletter = "";
        private Optional<Path> file = Optional.empty();
        private boolean confirmed;

        Import(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("import", "Read the newsletter's list again, or another CSV file in its place.");
            syntax.flag("--confirm", "Take the list over even if many rows went away.", value -> confirmed = value);
            syntax.needed("NEWSLETTER", "Its key in the settings.", value -> newsletter = value);
            syntax.parameter(
                    "FILE", "A CSV file (default: the settings').", Path.class, value -> file = Optional.of(value));
        }

        @Override
        public ExitCode call() {
            Settings settings = gazette.settings();
            Newsletter wanted = Gazette.newsletter(settings, Optional.of(newsletter));
            Path list = file.map(given ->
                            gazette.surroundings().folder().resolve(given).toAbsolutePath())
                    .or(wanted::subscribers)
                    .orElseThrow(() -> new Refusal(
                            ExitCode.USAGE,
                            "«" + wanted.id() + "» has no list: name a FILE, or set newsletters." + wanted.id()
                                    + ".subscribers."));
            try (Workspace workspace = gazette.workOn(settings)) {
                ImportReport report = workspace
                        .store()
                        .subscribers()
                        .take(SubscriberList.of(list, wanted.id(), wanted.cadenceNames(), confirmed));
                gazette.screen().answer(Imports.document(report), Imports.lines(report));
                report.problems()
                        .forEach(p -> gazette.screen().problem(list.getFileName() + ":" + p.line() + ": " + p.what()));
                return Imports.isWhole(report) ? ExitCode.DONE : ExitCode.PARTLY_DONE;
            }
        }
    }

    /** {@code gazette subscribers export}. */
    static final class Export implements Command {
        private final Gazette gazette;
        private Optional<String> newsletter = Optional.empty();

        Export(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("export", "The subscriptions as CSV on standard output; import gives the same back.");
            syntax.parameter("NEWSLETTER", "Its key in the settings.", value -> newsletter = Optional.of(value));
        }

        @Override
        public ExitCode call() {
            Settings settings = gazette.settings();
            Newsletter wanted = Gazette.newsletter(settings, newsletter);
            try (Workspace workspace = gazette.lookAt(settings)) {
                Subscribers subscribers = workspace.store().subscribers();
                if (gazette.screen().options().json()) {
                    subscribers.each(wanted.id(), row -> gazette.screen().line(Ls.document(row), ""));
                } else {
                    SubscriberExport.write(
                            subscribers, wanted.id(), gazette.surroundings().out());
                }
                gazette.surroundings().out().flush();
            }
            return ExitCode.DONE;
        }
    }

    /** {@code gazette subscribers remove}. */
    static final class Remove implements Command {
        private final Gazette gazette;
        private String newsletter = "";
        private List<String> addresses = List.of();

        Remove(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("remove", "End subscriptions at once; no list brings them back.");
            syntax.needed("NEWSLETTER", "Its key in the settings.", value -> newsletter = value);
            syntax.rest("ADDRESS", "Who leaves.", value -> addresses = value);
        }

        @Override
        public ExitCode call() {
            Settings settings = gazette.settings();
            Newsletter wanted = Gazette.newsletter(settings, Optional.of(newsletter));
            List<String> objections = addresses.stream()
                    .flatMap(a -> EmailAddress.objection(a).stream())
                    .toList();
            if (!objections.isEmpty()) {
                throw new Refusal(ExitCode.USAGE, String.join("\n", objections));
            }
            try (Workspace workspace = gazette.workOn(settings)) {
                return remove(workspace.store().subscribers(), wanted);
            }
        }

        private ExitCode remove(Subscribers subscribers, Newsletter wanted) {
            ExitCode code = ExitCode.DONE;
            for (String text : addresses) {
                EmailAddress address = EmailAddress.of(text);
                Subscribers.Removal removal = subscribers.remove(wanted.id(), address);
                String words = switch (removal) {
                    case REMOVED -> address + " gets «" + wanted.id() + "» no more";
                    case ENDED_BEFORE -> address + " had left «" + wanted.id() + "» before";
                    case UNKNOWN -> address + " is no subscriber of «" + wanted.id() + "»";
                };
                gazette.screen().line(Map.of("address", address.toString(), "removal", removal.name()), words);
                code = removal == Subscribers.Removal.UNKNOWN ? ExitCode.PARTLY_DONE : code;
            }
            return code;
        }
    }
}
