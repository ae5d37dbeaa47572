package gazette.check;

import gazette.check.Finding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Links that lead where they say, from every reader's machine. */
final class LinkRules implements Rule {

    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        specimen.html()
                .ifPresent(part -> part.document()
                        .select("a, area")
                        .forEach(link -> of(specimen, link).ifPresent(findings::add)));
        return findings;
    }

    private static Optional<Finding> of(Specimen specimen, Element link) {
        if (!link.hasAttr("href")) {
            return Optional.empty();
        }
        String address = link.attr("href");
        return dead(specimen, link, address.strip())
                .or(() -> malformed(specimen, link, address))
                .or(() -> WebLink.of(specimen, link, address.strip()));
    }

    private static Optional<Finding> dead(Specimen specimen, Element link, String address) {
        Quote words = Quote.of(Names.of(link));
        if (address.isEmpty() || address.equals("#")) {
            return Optional.of(specimen.atHtml(
                    link,
                    "",
                    Level.ERROR,
                    "link-empty",
                    Sentence.of("the link {0} leads nowhere", words),
                    Sentence.of("write its address, or print the words without a link where there is none")));
        }
        if (address.toLowerCase(Locale.ROOT).matches("(?:javascript|vbscript|data|file|blob):.*")) {
            return Optional.of(specimen.atHtml(
                    link,
                    "",
                    Level.ERROR,
                    "link-to-a-script",
                    Sentence.of("the link {0} is a script, a file or data, which mail programs block", words),
                    Sentence.of("link to a page on the web")));
        }
        if (address.startsWith("#")) {
            return Optional.of(specimen.atHtml(
                    link,
                    "",
                    Level.WARN,
                    "link-within",
                    Sentence.of(
                            "the link {0} goes to a place in the message: Orange opens an empty window, others do nothing",
                            words),
                    Sentence.of("link to the article's page on the web")));
        }
        return Optional.empty();
    }

    private static Optional<Finding> malformed(Specimen specimen, Element link, String written) {
        String address = written.strip();
        if (address.contains(" ") || !written.equals(address)) {
            return Optional.of(specimen.atHtml(
                    link,
                    "",
                    Level.WARN,
                    "link-with-blanks",
                    Sentence.of("there are blanks in {0}: some mail programs cut the address there", Quote.of(written)),
                    Sentence.of("write %20 for a blank inside, and none around")));
        }
        if (WebAddress.parsed(address).isEmpty()) {
            return Optional.of(specimen.atHtml(
                    link,
                    "",
                    Level.ERROR,
                    "link-malformed",
                    Sentence.of(
                            "{0} is no address, so the link {1} leads nowhere",
                            Quote.of(address), Quote.of(Names.of(link))),
                    Sentence.of("write a whole address that begins with https://")));
        }
        if (!address.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return Optional.of(specimen.atHtml(
                    link,
                    "",
                    Level.ERROR,
                    "link-relative",
                    Sentence.of("{0} has no site before it, and a message has none of its own", Quote.of(address)),
                    Sentence.of("write a whole address that begins with https://")));
        }
        return Optional.empty();
    }
}
