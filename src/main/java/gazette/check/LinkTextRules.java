package gazette.check;

import gazette.check.Finding.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Links that say where they go, also to who hears nothing but a list of them. */
final class LinkTextRules implements Rule {
    /** Words that say nothing without those around them, in six languages. */
    private static final Pattern VAGUE = Pattern.compile(
            "(?iu)(?:cliquez (?:ici|l[àa])|ici|lire (?:la suite|plus|ici)|la suite|en savoir plus|plus|voir(?: plus)?|suite|lien"
                    + "|click (?:here|this)|here|read (?:more|on)|learn more|more|continue(?: reading)?|link|this"
                    + "|hier(?: klicken)?|klicken sie hier|mehr(?: lesen| erfahren)?|weiterlesen"
                    + "|(?:haga |haz )?cli[ck] aqu[íi]|aqu[íi]|leer m[áa]s|ver m[áa]s|m[áa]s"
                    + "|clicca qui|qui|leggi (?:tutto|di pi[ùu])|di pi[ùu]|clique aqui|ler mais|saiba mais)[\\s\\p{Punct}…→»›]*");

    /** Instead of an address where it is said already that there are two. */
    private static final String SAID = "";

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+|www\\.\\S+");

    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> known = new LinkedHashMap<>();
        specimen.html()
                .ifPresent(part -> part.document().select("a[href]").stream()
                        .filter(link -> !part.isHidden(link))
                        .forEach(link -> {
                            one(specimen, link, findings);
                            same(specimen, link, known, findings);
                        }));
        return findings;
    }

    private static void one(Specimen specimen, Element link, List<Finding> findings) {
        String name = Names.of(link);
        String seen = Names.plain(Visible.text(link));
        if (name.isEmpty() && link.selectFirst("img") == null) {
            findings.add(specimen.atHtml(
                    link,
                    "",
                    Level.ERROR,
                    "link-without-words",
                    Sentence.of(
                            "a link to {0} has no words: nobody can know or hear that it is there", link.attr("href")),
                    Sentence.of("write where it goes inside <a>")));
        } else if (VAGUE.matcher(name).matches()) {
            findings.add(specimen.atHtml(
                    link,
                    "",
                    Level.WARN,
                    "link-text-vague",
                    Sentence.of("{0} does not say where the link goes, to who hears only the links", Quote.of(name)),
                    Sentence.of("name the page, or add aria-label=\"{0} : …\" with its title", name)));
        } else if (ADDRESS.matcher(name).matches()) {
            findings.add(specimen.atHtml(
                    link,
                    name,
                    Level.INFO,
                    "link-text-address",
                    Sentence.of("a screen reader spells {0} out", Quote.of(name)),
                    Sentence.of("write in words where it goes")));
        }
        if (link.hasAttr("aria-label") && !folded(link.attr("aria-label")).contains(folded(seen))) {
            findings.add(specimen.atHtml(
                    link,
                    "",
                    Level.WARN,
                    "label-without-its-text",
                    Sentence.of(
                            "the label {0} does not hold the words {1}: who steers by voice says what they see and"
                                    + " nothing happens (WCAG 2.5.3)",
                            Quote.of(link.attr("aria-label")), Quote.of(seen)),
                    Sentence.of("begin the label with the words that are seen")));
        }
    }

    private static void same(Specimen specimen, Element link, Map<String, String> known, List<Finding> findings) {
        String name = folded(Names.of(link));
        String address = link.attr("href").strip();
        String before = known.putIfAbsent(name, address);
        if (!name.isEmpty() && before != null && !before.equals(address) && !before.equals(SAID)) {
            known.put(name, SAID);
            findings.add(specimen.atHtml(
                    link,
                    "",
                    Level.WARN,
                    "link-text-same",
                    Sentence.of("{0} leads to two pages: {1} and {2}", Quote.of(Names.of(link)), before, address),
                    Sentence.of("give each an aria-label with the title of its page")));
        }
    }

    private static String folded(String words) {
        return Names.plain(words).toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
