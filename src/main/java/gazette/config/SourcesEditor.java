package gazette.config;

import gazette.article.Source;
import gazette.edition.Newsletter;
import gazette.edition.Supply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Writes sources into {@code gazette.yaml}, and takes them out, without touching another line: comments and layout stay.
 * What was written is read again before it takes the file's place, and has to say exactly what was asked for. One thread.
 */
public final class SourcesEditor {
    /**
     * What became of the file.
     *
     * @param settings what it says now; empty when it was left as it was
     * @param refusal why it was, and what to do; empty when it was changed
     */
    public record Edited(Optional<Settings> settings, String refusal) {
        private static Edited not(String why) {
            return new Edited(Optional.empty(), why);
        }
    }

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path workspace;
    private final Map<String, String> environment;
    private final Function<String, Optional<String>> cronObjection;

    /** For the file of {@code workspace}; the rest as for {@link SettingsFile#read}. */
    public SourcesEditor(
            Path workspace, Map<String, String> environment, Function<String, Optional<String>> cronObjection) {
        this.workspace = workspace.toAbsolutePath().normalize();
        this.environment = environment;
        this.cronObjection = cronObjection;
    }

    /** Adds {@code more}, at least one, after the newsletter's last source; the file is replaced in one step, or not at all. */
    public Edited add(String newsletter, List<NewSource> more) {
        return edit(newsletter, (lines, before) -> Optional.of(lines.with(more)), (before, after) -> {
            int known = before.size();
            return after.size() == known + more.size()
                    && after.subList(0, known).equals(before);
        });
    }

    /** Takes one source out, with the comments inside its item; those above it stay. */
    public Edited remove(String newsletter, Source source) {
        return edit(
                newsletter,
                (lines, before) -> lines.size() == 1 ? Optional.empty() : lines.without(index(before, source)),
                (before, after) -> after.equals(before.stream()
                        .filter(supply -> !supply.source().equals(source))
                        .toList()));
    }

    private static int index(List<Supply> supplies, Source source) {
        return supplies.stream().map(Supply::source).toList().indexOf(source);
    }

    private interface Change {
        Optional<String> of(SourceLines lines, List<Supply> before);
    }

    private interface Wish {
        boolean isMet(List<Supply> before, List<Supply> after);
    }

    private Edited edit(String newsletter, Change change, Wish wish) {
        Path file = workspace.resolve(SettingsFile.NAME);
        byte[] octets;
        try {
            octets = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
        SettingsReading before = read(octets);
        if (before.settings().isEmpty()) {
            return Edited.not("gazette.yaml has to be right before it is written to: "
                    + before.problems().get(0));
        }
        String text = new String(octets, StandardCharsets.UTF_8);
        String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        Node root = YamlText.read(SettingsFile.NAME, octets).root().orElseThrow();
        SourceLines lines = SourceLines.find(text.substring(mark.length()), root, newsletter)
                .orElseThrow(() -> new IllegalArgumentException("no newsletter " + newsletter));
        List<Supply> supplies = supplies(before.settings().get(), newsletter);
        Optional<String> edited = change.of(lines, supplies);
        if (edited.isEmpty()) {
            return lines.size() == 1
                    ? Edited.not("It is the only source of «" + newsletter + "»: add another first.")
                    : byHand(lines, "stand in brackets over several lines");
        }
        byte[] written = (mark + edited.get()).getBytes(StandardCharsets.UTF_8);
        SettingsReading after = read(written);
        if (after.settings().isEmpty() && isOfSources(after.problems(), newsletter)) {
            return Edited.not(
                    after.problems().stream().map(SettingsProblem::toString).collect(Collectors.joining("\n")));
        }
        boolean isMeant = after.settings().isPresent()
                && sameBesides(
                        newsletter, before.settings().get(), after.settings().get())
                && wish.isMet(supplies, supplies(after.settings().get(), newsletter));
        if (!isMeant) {
            return byHand(lines, "are written in a way that Gazette cannot edit safely, perhaps with & and *");
        }
        Replacement.of(file, octets, written);
        return new Edited(after.settings(), "");
    }

    /** Whether what is wrong is what was asked for, and not how it was written. */
    private static boolean isOfSources(List<SettingsProblem> problems, String newsletter) {
        return problems.stream().allMatch(p -> p.path().startsWith("newsletters." + newsletter + ".sources["));
    }

    private static Edited byHand(SourceLines lines, String why) {
        return Edited.not("gazette.yaml:" + lines.line() + ": these sources " + why + ": edit them by hand.");
    }

    private SettingsReading read(byte[] octets) {
        return SettingsFile.read(workspace, octets, environment, cronObjection);
    }

    private static List<Supply> supplies(Settings settings, String newsletter) {
        return settings.newsletter(newsletter).map(Newsletter::supplies).orElse(List.of());
    }

    private static boolean sameBesides(String newsletter, Settings before, Settings after) {
        return others(newsletter, before).equals(others(newsletter, after));
    }

    /** All that the settings say but for the sources of one newsletter. */
    private static Settings others(String newsletter, Settings settings) {
        List<Newsletter> newsletters = settings.newsletters().stream()
                .map(n -> n.id().equals(newsletter) ? without(n) : n)
                .toList();
        return new Settings(
                settings.workspace(),
                settings.store(),
                newsletters,
                settings.accounts(),
                settings.retry(),
                settings.stopAndAsk(),
                settings.dkim(),
                settings.web(),
                settings.pickUpEvery());
    }

    private static Newsletter without(Newsletter newsletter) {
        return new Newsletter(
                newsletter.masthead(),
                List.of(),
                newsletter.selection(),
                newsletter.cadences(),
                newsletter.subscribers(),
                newsletter.template(),
                newsletter.presentation(),
                newsletter.cooldown(),
                newsletter.inDoubt());
    }
}
