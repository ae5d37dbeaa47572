package gazette.cli;

import gazette.config.Settings;
import gazette.delivery.Outbox.DomainCount;
import gazette.digest.Rehearsal.Outlook;
import gazette.edition.Cadence;
import gazette.edition.Edition;
import gazette.edition.Newsletter;
import gazette.edition.Rendering;
import gazette.subscriber.ImportReport;
import gazette.subscriber.SubscriberList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code send} would do, with the store read only. */
final class DryRun {
    private static final int DOMAINS_SHOWN = 3;

    private final Gazette gazette;
    private final Settings settings;

    DryRun(Gazette gazette, Settings settings) {
        this.gazette = gazette;
        this.settings = settings;
    }

    ExitCode run(Newsletter newsletter, Cadence cadence, boolean failIfEmpty) {
        try (Workspace workspace = gazette.lookAt(settings)) {
            Outlook outlook = workspace
                    .rehearsal()
                    .run(newsletter, cadence, Slot.now(gazette.surroundings().clock()));
            PickedUp.problems(gazette.screen(), outlook);
            if (outlook.edition().isEmpty()) {
                ExitCode code = Outlooks.nothing(gazette.screen(), outlook);
                return failIfEmpty ? ExitCode.NOTHING_TO_SEND : code;
            }
            Optional<ImportReport> list = newsletter
                    .subscribers()
                    .map(file -> workspace
                            .store()
                            .subscribers()
                            .rehearse(SubscriberList.of(file, newsletter.id(), newsletter.cadenceNames(), false)));
            list.ifPresent(report -> Imports.problems(gazette.screen(), newsletter, report));
            List<DomainCount> domains = workspace.store().outbox().audience(newsletter.id(), cadence.name());
            say(newsletter, outlook, domains, list);
            boolean whole = outlook.pickedUp().problems().isEmpty()
                    && list.map(Imports::isWhole).orElse(true);
            return whole ? ExitCode.DONE : ExitCode.PARTLY_DONE;
        }
    }

    private void say(Newsletter newsletter, Outlook outlook, List<DomainCount> domains, Optional<ImportReport> list) {
        Edition edition = outlook.edition().orElseThrow();
        Rendering rendering = outlook.rendering().orElseThrow();
        long readers = domains.stream().mapToLong(DomainCount::readers).sum();
        long change = list.map(report -> report.added() - report.ended()).orElse(0L);
        Map<String, Object> document = Outlooks.document(outlook, edition, rendering);
        document.put("readers", readers + change);
        document.put("readersInStore", readers);
        list.ifPresent(report -> document.put("list", Imports.document(report)));
        List<String> lines = new ArrayList<>(Outlooks.lines(outlook, edition, rendering));
        lines.add("  " + (readers + change) + " readers" + domains(domains)
                + (change == 0
                        ? ""
                        : "   (the list has changed: "
                                + Imports.lines(list.orElseThrow()).get(0) + ")"));
        lines.add(
                readers + change > 0
                        ? "Nothing was sent or written. To send: gazette send " + newsletter.id() + " --confirm "
                                + newsletter.id()
                        : "Nobody subscribes, so a send would make no edition. Add readers to "
                                + newsletter.subscribers().map(Path::toString).orElse("the newsletter's list") + ".");
        gazette.screen().answer(document, lines);
    }

    private static String domains(List<DomainCount> domains) {
        if (domains.isEmpty()) {
            return "";
        }
        String largest = domains.stream()
                .limit(DOMAINS_SHOWN)
                .map(domain -> domain.domain() + " " + domain.readers())
                .collect(Collectors.joining(" · "));
        long others = domains.stream()
                .skip(DOMAINS_SHOWN)
                .mapToLong(DomainCount::readers)
                .sum();
        return ": " + largest + (others == 0 ? "" : " · other domains " + others);
    }
}
