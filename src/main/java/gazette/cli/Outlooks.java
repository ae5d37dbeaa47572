package gazette.cli;

import gazette.article.Article;
import gazette.digest.Rehearsal.Outlook;
import gazette.edition.Edition;
import gazette.edition.Note;
import gazette.edition.Rendering;
import gazette.edition.Story;
import gazette.edition.Variant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the next edition would be, in words. */
final class Outlooks {
    private Outlooks() {}

    static List<String> lines(Outlook outlook, Edition edition, Rendering rendering) {
        Variant variant = rendering.first();
        List<String> lines = new ArrayList<>();
        lines.add(edition.masthead().name() + " n° " + edition.number() + "   «" + variant.subject() + "»");
        edition.note().map(Outlooks::note).ifPresent(lines::add);
        lines.addAll(stories(edition));
        lines.add("  " + Verdicts.brief(outlook.verdicts()));
        lines.add("  "
                + variant.html().map(html -> kilobytes(html) + " of HTML, ").orElse("")
                + variant.text().lines().count() + " lines of text");
        lines.addAll(Variants.lines(rendering));
        return lines;
    }

    private static String note(Note note) {
        return note.blocks().isEmpty()
                ? "  with a note for its subject or preheader"
                : "  with a note" + (note.title().isEmpty() ? "" : " «" + note.title() + "»");
    }

    private static List<String> stories(Edition edition) {
        List<String> lines = new ArrayList<>();
        String section = "";
        for (Story story : edition.stories()) {
            if (!story.section().equals(section)) {
                lines.add("  " + (story.section().isEmpty() ? "others" : story.section()));
            }
            section = story.section();
            lines.add("  · " + story.article().title() + "  (" + from(story.article()) + ")" + form(story));
        }
        return lines;
    }

    private static String form(Story story) {
        return switch (story.form()) {
            case LONG -> "";
            case SHORT -> "  short";
            case BRIEF -> "  in brief";
        };
    }

    /** The file of a text, and the feed of what came from the web, whose own names say nothing. */
    private static String from(Article article) {
        String source = article.origin().source();
        if (!source.startsWith("feed:")) {
            return article.origin().name();
        }
        return article.credits().isEmpty()
                ? source.substring("feed:".length())
                : article.credits().get(0);
    }

    static Map<String, Object> document(Outlook outlook, Edition edition, Rendering rendering) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("newsletter", edition.id().newsletter());
        document.put("number", edition.number());
        document.put("subject", rendering.first().subject());
        document.put("articles", edition.articles().stream().map(Article::title).toList());
        document.put(
                "stories", edition.stories().stream().map(Outlooks::document).toList());
        document.put("note", edition.note().isPresent());
        document.put("variants", Variants.documents(rendering));
        document.put("waiting", outlook.waiting());
        document.put("verdicts", Verdicts.documents(outlook.verdicts()));
        document.put("pickedUp", PickedUp.document(outlook.pickedUp()));
        return document;
    }

    private static Map<String, Object> document(Story story) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", story.article().title());
        document.put("section", story.section());
        document.put("form", story.form().name().toLowerCase(Locale.ROOT));
        return document;
    }

    /** There would be no edition. */
    static ExitCode nothing(Screen screen, Outlook outlook) {
        return nothing(screen, outlook, List.of());
    }

    /** @param remedies what a person can do about it, a line each */
    static ExitCode nothing(Screen screen, Outlook outlook, List<String> remedies) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("reason", outlook.reason());
        document.put("verdicts", Verdicts.documents(outlook.verdicts()));
        document.put("pickedUp", PickedUp.document(outlook.pickedUp()));
        List<String> lines = new ArrayList<>(List.of("There would be no edition: " + outlook.reason() + "."));
        if (!outlook.verdicts().isEmpty()) {
            lines.add("  " + Verdicts.brief(outlook.verdicts()));
        }
        lines.addAll(remedies);
        screen.answer(document, lines);
        return outlook.pickedUp().problems().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY_DONE;
    }

    static String kilobytes(String text) {
        return String.format(Locale.ROOT, "%.1f kB", text.getBytes(StandardCharsets.UTF_8).length / 1000.0);
    }
}
