package gazette.cli;

import gazette.article.Article;
import gazette.digest.Rehearsal.Outlook;
import gazette.edition.Edition;
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

    static List<String> lines(Outlook outlook, Edition edition, Variant variant) {
        List<String> lines = new ArrayList<>();
        lines.add(edition.masthead().name() + " n° " + edition.number() + "   «" + variant.subject() + "»");
        for (Article article : edition.articles()) {
            lines.add("  · " + article.title() + "  (" + article.origin().name() + ")");
        }
        lines.add("  " + edition.articles().size() + " in, " + outlook.waiting() + " wait for the next   "
                + kilobytes(variant.html()) + " of HTML, "
                + variant.text().lines().count() + " lines of text");
        return lines;
    }

    static Map<String, Object> document(Outlook outlook, Edition edition, Variant variant) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("newsletter", edition.id().newsletter());
        document.put("number", edition.number());
        document.put("subject", variant.subject());
        document.put("articles", edition.articles().stream().map(Article::title).toList());
        document.put("waiting", outlook.waiting());
        document.put("pickedUp", PickedUp.document(outlook.pickedUp()));
        return document;
    }

    /** There would be no edition. */
    static ExitCode nothing(Screen screen, Outlook outlook) {
        screen.answer(
                Map.of("reason", outlook.reason(), "pickedUp", PickedUp.document(outlook.pickedUp())),
                List.of("There would be no edition: " + outlook.reason() + "."));
        return outlook.pickedUp().problems().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY_DONE;
    }

    static String kilobytes(String text) {
        return String.format(Locale.ROOT, "%.1f kB", text.getBytes(StandardCharsets.UTF_8).length / 1000.0);
    }
}
