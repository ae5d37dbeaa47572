package gazette.check;

import gazette.check.Finding.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Whether the pages that links lead to, and the pictures that are shown, are there. */
final class OnlineRules {
    private final LinkProbe probe;

    OnlineRules(LinkProbe probe) {
        this.probe = probe;
    }

    /** Asks once for each address, however many messages have it. */
    List<Finding> of(List<Specimen> specimens) {
        Map<URI, String> broken = probe.broken(addresses(specimens));
        List<Finding> findings = new ArrayList<>();
        for (Specimen specimen : specimens) {
            for (Element element : elements(specimen)) {
                address(element).map(broken::get).ifPresent(reason -> findings.add(broken(specimen, element, reason)));
            }
        }
        return findings;
    }

    private static Finding broken(Specimen specimen, Element element, String reason) {
        return element.normalName().equals("img")
                ? specimen.atHtml(
                        element,
                        element.attr("alt"),
                        Level.WARN,
                        "picture-broken",
                        element.attr("src") + " is not to be had: " + reason,
                        "put the picture there, or take it out of the article")
                : specimen.atHtml(
                        element,
                        Names.of(element),
                        Level.WARN,
                        "link-broken",
                        element.attr("href") + " leads to no page: " + reason,
                        "open it in a browser; mend the address, or take the link out");
    }

    private static Set<URI> addresses(List<Specimen> specimens) {
        return specimens.stream()
                .flatMap(specimen -> elements(specimen).stream())
                .flatMap(element -> address(element).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Element> elements(Specimen specimen) {
        String own =
                specimen.header("List-Unsubscribe").map(HeaderField::content).orElse("");
        return specimen.html().stream()
                .flatMap(part -> part.document().select("a[href], img[src]").stream())
                .filter(element -> !own.contains("<" + element.attr("href") + ">"))
                .toList();
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
