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
            lines.add("  · " + article.title() + "  (" + from(article) + ")");
        }
        lines.add("  " + Verdicts.brief(outlook.verdicts()));
        lines.add("  " + kilobytes(variant.html()) + " of HTML, "
                + variant.text().lines().count() + " lines of text");
        return lines;
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

    static Map<String, Object> document(Outlook outlook, Edition edition, Variant variant) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("newsletter", edition.id().newsletter());
        document.put("number", edition.number());
        document.put("subject", variant.subject());
        document.put("articles", edition.articles().stream().map(Article::title).toList());
        document.put("waiting", outlook.waiting());
        document.put("verdicts", Verdicts.documents(outlook.verdicts()));
        document.put("pickedUp", PickedUp.document(outlook.pickedUp()));
        return document;
    }

    /** There would be no edition. */
    static ExitCode nothing(Screen screen, Outlook outlook) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("reason", outlook.reason());
        document.put("verdicts", Verdicts.documents(outlook.verdicts()));
        document.put("pickedUp", PickedUp.document(outlook.pickedUp()));
        List<String> lines = new ArrayList<>(List.of("There would be no edition: " + outlook.reason() + "."));
        if (!outlook.verdicts().isEmpty()) {
            lines.add("  " + Verdicts.brief(outlook.verdicts()));
        }
        screen.answer(document, lines);
        return outlook.pickedUp().problems().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY_DONE;
    }

    static String kilobytes(String text) {
        return String.format(Locale.ROOT, "%.1f kB", text.getBytes(StandardCharsets.UTF_8).length / 1000.0);
    }
}
