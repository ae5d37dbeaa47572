package gazette.check;

import gazette.check.Finding.Level;
import gazette.check.LinkProbe.Doubt;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Whether the pages that links lead to, and the pictures that are shown, are there. */
final class OnlineRules {
    private final LinkProbe probe;

    OnlineRules(LinkProbe probe) {
        this.probe = probe;
    }

    /** Asks once for each address, however many messages have it. */
    List<Finding> of(List<Specimen> specimens) {
        Map<URI, Doubt> doubts = probe.doubts(addresses(specimens));
        List<Finding> findings = new ArrayList<>();
        for (Specimen specimen : specimens) {
            for (Element element : elements(specimen)) {
                address(element).map(doubts::get).ifPresent(doubt -> findings.add(finding(specimen, element, doubt)));
            }
        }
        return findings;
    }

    /** Mail programs fetch pictures as programs do: whoever refuses those shows none. */
    private static Finding finding(Specimen specimen, Element element, Doubt doubt) {
        if (element.normalName().equals("img")) {
            return specimen.atHtml(
                    element,
                    element.attr("alt"),
                    Level.WARN,
                    "picture-broken",
                    Sentence.of("{0} is not to be had: {1}", element.attr("src"), new Term.Said(doubt.why())),
                    Sentence.of("put the picture there, or take it out of the article"));
        }
        return switch (doubt.kind()) {
            case NO_PAGE ->
                specimen.atHtml(
                        element,
                        Names.of(element),
                        Level.WARN,
                        "link-broken",
                        Sentence.of("{0} leads to no page: {1}", element.attr("href"), new Term.Said(doubt.why())),
                        Sentence.of("open it in a browser; mend the address, or take the link out"));
            case REFUSED ->
                specimen.atHtml(
                        element,
                        Names.of(element),
                        Level.INFO,
                        "link-refused",
                        Sentence.of("{0} is refused: {1}", element.attr("href"), new Term.Said(doubt.why())),
                        Sentence.of(
                                "open it in a browser where nobody is logged in: a server that keeps programs out shows it,"
                                        + " one that has no such page, or shows it to nobody, does not"));
        };
    }

    private static Set<URI> addresses(List<Specimen> specimens) {
        return specimens.stream()
                .flatMap(specimen -> elements(specimen).stream())
                .flatMap(element -> address(element).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Element> elements(Specimen specimen) {
        String own = own(specimen);
        return specimen.html().stream()
                .flatMap(part -> part.document().select("a[href], img[src]").stream())
                .filter(element -> !own.contains("<" + element.attr("href") + ">"))
                .toList();
    }

    /** The pages of the newsletter itself: to ask for one could end a subscription, the other is there when it has gone out. */
    private static String own(Specimen specimen) {
        return Stream.of("List-Unsubscribe", "Archived-At")
                .flatMap(name -> specimen.header(name).stream())
                .map(HeaderField::content)
                .collect(Collectors.joining());
    }

    private static Optional<URI> address(Element element) {
        String written = element.normalName().equals("img") ? element.attr("src") : element.attr("href");
        try {
            URI uri = new URI(written.strip().replaceFirst("#.*$", ""));
            boolean asks = written.matches("(?i)https?:.*")
                    && uri.getHost() != null
                    && !Hosts.isExample(uri.getHost())
                    && !Hosts.isLocal(uri.getHost());
            return asks ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
