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
                    "a link to " + link.attr("href") + " has no words: nobody can know or hear that it is there",
                    "write where it goes inside <a>"));
        } else if (VAGUE.matcher(name).matches()) {
            findings.add(specimen.atHtml(
                    link,
                    "",
                    Level.WARN,
                    "link-text-vague",
                    Quote.of(name) + " does not say where the link goes, to who hears only the links",
                    "name the page, or add aria-label=\"" + name + " : …\" with its title"));
        } else if (ADDRESS.matcher(name).matches()) {
            findings.add(specimen.atHtml(
                    link,
                    name,
                    Level.INFO,
                    "link-text-address",
                    "a screen reader spells " + Quote.of(name) + " out",
                    "write in words where it goes"));
        }
        if (link.hasAttr("aria-label") && !folded(link.attr("aria-label")).contains(folded(seen))) {
            findings.add(specimen.atHtml(
                    link,
                    "",
                    Level.WARN,
                    "label-without-its-text",
                    "the label " + Quote.of(link.attr("aria-label")) + " does not hold the words " + Quote.of(seen)
                            + ": who steers by voice says what they see and nothing happens (WCAG 2.5.3)",
                    "begin the label with the words that are seen"));
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
                    Quote.of(Names.of(link)) + " leads to two pages: " + before + " and " + address,
                    "give each an aria-label with the title of its page"));
        }
    }

    private static String folded(String words) {
        return Names.plain(words).toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
