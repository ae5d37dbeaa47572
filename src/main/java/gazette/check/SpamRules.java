package gazette.check;

import gazette.check.Finding.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What filters hold against a message: few rules, for they learn, and news speaks of money as well. */
final class SpamRules implements Rule {
    /** What advertisers shout in French, English, German, Spanish, Italian and Portuguese, and news hardly says. */
    private static final Pattern WORDS = Pattern.compile("(?iu)(?<!\\p{L})(?:"
            + "100\\s?% gratuit|gagnez|argent facile|offre exclusive|sans engagement|satisfait ou rembours[ée]|urgent|f[ée]licitations|cr[ée]dit imm[ée]diat|perdez du poids"
            + "|100\\s?% free|act now|buy now|winner|you(?:.ve| have) won|risk.free|no obligation|cash bonus|limited time|earn money|click below|weight loss|viagra|casino"
            + "|jetzt kaufen|kostenlos|gewinnen sie|gewonnen|garantiert|nur heute|schnelles geld"
            + "|gratis|compre ahora|gane dinero|dinero f[áa]cil|oferta exclusiva|ganador|solo hoy"
            + "|compra ora|hai vinto|guadagna|soldi facili|solo oggi|offerta imperdibile"
            + "|gr[áa]tis|compre agora|ganhe dinheiro|dinheiro f[áa]cil|s[óo] hoje|oferta imperd[íi]vel"
            + ")(?!\\p{L})");

    private static final Pattern MONEY =
            Pattern.compile("[€$£]{2,}|(?:[€$£]\\s?\\d[\\d.,\\s]*|\\d[\\d.,\\s\\u00A0\\u202F]*[€$£])\\s*!");

    /** In the subject; one may be chance. */
    private static final int SEVERAL = 2;

    /** In a body of news this many different ones are still chance. */
    private static final int MANY = 4;

    /** Words to a picture below which filters take the text for a fig leaf. */
    private static final int WORDS_A_PICTURE = 20;

    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        subject(specimen, findings);
        body(specimen, findings);
        specimen.html().ifPresent(part -> pictures(specimen, part, findings));
        return findings;
    }

    private static void subject(Specimen specimen, List<Finding> findings) {
        Set<String> words = words(specimen.subject());
        if (words.size() >= SEVERAL) {
            findings.add(specimen.atSubject(
                    Level.WARN,
                    "spam-subject",
                    Sentence.of("filters count these words together: {0}", String.join(", ", words)),
                    Sentence.of("say it in other words")));
        } else if (!words.isEmpty()) {
            findings.add(specimen.atSubject(
                    Level.INFO,
                    "spam-word",
                    Sentence.of(
                            "advertisers shout {0}, and filters know it",
                            Quote.of(words.iterator().next())),
                    Sentence.of("nothing, if it is news")));
        }
        if (MONEY.matcher(specimen.subject()).find()) {
            findings.add(specimen.atSubject(
                    Level.WARN,
                    "spam-money",
                    Sentence.of("it shouts a sum of money, a mark of spam"),
                    Sentence.of("write the sum in a sentence")));
        }
    }

    private static void body(Specimen specimen, List<Finding> findings) {
        Set<String> words = words(specimen.html().map(HtmlPart::visibleText).orElse(specimen.text()));
        if (words.size() >= MANY) {
            findings.add(specimen.finding(
                    Level.INFO,
                    "spam-words",
                    Place.MESSAGE,
                    Sentence.of("words that advertisers shout: {0}", String.join(", ", words)),
                    Sentence.of("nothing, if it is news")));
        }
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORDS.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static void pictures(Specimen specimen, HtmlPart part, List<Finding> findings) {
        List<Element> images = part.document().select("img").stream()
                .filter(image -> !part.isHidden(image))
                .toList();
        int words = part.visibleText().split("\\s+").length;
        if (images.isEmpty() || words >= WORDS_A_PICTURE * images.size()) {
            return;
        }
        if (words < WORDS_A_PICTURE) {
            findings.add(specimen.atHtml(
                    images.get(0),
                    "",
                    Level.WARN,
                    "picture-only",
                    Sentence.of("it is all picture: many readers see nothing at first, and filters take it for spam"),
                    Sentence.of("write its words as text")));
        } else {
            findings.add(specimen.atHtml(
                    0,
                    "",
                    Level.INFO,
                    "picture-heavy",
                    Sentence.of(
                            "{0} pictures and only {1} words: filters take text like that for a fig leaf",
                            images.size(), words),
                    Sentence.of("write more words, or show fewer pictures")));
        }
    }
}
