package gazette.cli;

import gazette.digest.Rehearsal;
import gazette.digest.Rehearsal.Again;
import gazette.digest.Rehearsal.Outlook;
import gazette.digest.Rehearsal.Sample;
import gazette.edition.Cadence;
import gazette.edition.Edition;
import gazette.edition.Newsletter;
import gazette.edition.Rendering;
import gazette.schedule.Slots;
import gazette.subscriber.Subscriber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code gazette preview --out}: one look at a newsletter, as files. */
final class PreviewOut {
    /** So many articles show a template at work. */
    private static final int FEW = 3;

    private final Gazette gazette;
    private final Workspace workspace;
    private final LookOptions look;

    PreviewOut(Gazette gazette, Workspace workspace, LookOptions look) {
        this.gazette = gazette;
        this.workspace = workspace;
        this.look = look;
    }

    ExitCode write(Newsletter newsletter, Cadence cadence, Path out) {
        Subscriber reader = look.reader(newsletter, workspace.store().subscribers(), PreviewFiles.SPECIMEN);
        ZoneId zone = newsletter.masthead().zone();
        Instant slot = look.asOf(zone).orElseGet(() -> coming(newsletter, cadence));
        OptionalInt last = look.last();
        Optional<Instant> since = look.since(zone);
        PreviewFiles files = new PreviewFiles(workspace.press(), reader, folder(out));
        Rehearsal rehearsal = workspace.rehearsal();
        if (last.isPresent()) {
            return again(files, rehearsal.last(newsletter, cadence, slot, last.getAsInt()));
        }
        if (since.isPresent()) {
            return again(files, rehearsal.since(newsletter, cadence, slot, since.get()));
        }
        return coming(files, newsletter, rehearsal.run(newsletter, cadence, slot), out);
    }

    /** The slot that readers will see the day of. */
    private Instant coming(Newsletter newsletter, Cadence cadence) {
        Clock clock = gazette.surroundings().clock();
        return Slots.next(cadence, newsletter.masthead().zone(), clock.instant(), 1).stream()
                .findFirst()
                .orElseGet(() -> Slot.now(clock));
    }

    private Path folder(Path out) {
        return gazette.surroundings().folder().resolve(out).toAbsolutePath().normalize();
    }

    private ExitCode coming(PreviewFiles files, Newsletter newsletter, Outlook outlook, Path out) {
        PickedUp.problems(gazette.screen(), outlook);
        if (outlook.edition().isEmpty()) {
            String remedy = "To look at the newest articles instead: gazette preview " + newsletter.id() + " --last "
                    + FEW + " --out " + out;
            return Outlooks.nothing(gazette.screen(), outlook, List.of(remedy));
        }
        Edition edition = outlook.edition().get();
        return write(files, outlook, edition, outlook.rendering().orElseThrow(), List.of());
    }

    private ExitCode again(PreviewFiles files, Again again) {
        PickedUp.problems(gazette.screen(), again.outlook());
        if (again.sample().isEmpty()) {
            return Outlooks.nothing(
                    gazette.screen(), again.outlook(), List.of("There is no such article to look at either."));
        }
        Sample sample = again.sample().get();
        String reason = again.outlook().reason();
        String what = "Not the next edition, but a look at "
                + Count.of(sample.edition().stories().size(), "article")
                + (reason.isEmpty() ? "" : ": there would be none, " + reason) + ".";
        return write(files, again.outlook(), sample.edition(), sample.rendering(), List.of(what));
    }

    private ExitCode write(
            PreviewFiles files, Outlook outlook, Edition edition, Rendering rendering, List<String> first) {
        List<Path> written;
        try {
            Files.createDirectories(files.folder());
            written = files.write(edition, rendering);
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException("cannot write to " + files.folder(), cannotWrite);
        }
        Map<String, Object> document = Outlooks.document(outlook, edition, rendering);
        document.put("slot", edition.key().slot().toString());
        document.put("isNext", first.isEmpty());
        document.put("files", written.stream().map(Path::toString).toList());
        List<String> lines = new ArrayList<>(first);
        lines.addAll(Outlooks.lines(outlook, edition, rendering));
        written.forEach(file -> lines.add("  " + file));
        gazette.screen().answer(new LinkedHashMap<>(document), lines);
        return outlook.pickedUp().problems().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY_DONE;
    }
}
