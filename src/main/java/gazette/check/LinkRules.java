package gazette.check;

import gazette.check.Finding.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Links that lead where they say, from every reader's machine. */
final class LinkRules implements Rule {
    private static final Set<String> SHORTENERS = Set.of(
            "bit.ly",
            "tinyurl.com",
            "t.co",
            "goo.gl",
            "ow.ly",
            "is.gd",
            "buff.ly",
            "rebrand.ly",
            "cutt.ly",
            "lnkd.in",
            "shorturl.at",
            "tiny.cc",
            "rb.gy",
            "urlz.fr",
            "t.ly",
            "soo.gd");

    private static final Pattern CAMPAIGN = Pattern.compile("[?&;]utm_(source|medium|campaign)=");

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
                .or(() -> web(specimen, link, address.strip()));
    }

    private static Optional<Finding> dead(Specimen specimen, Element link, String address) {
        String words = Quote.of(Names.of(link));
        if (address.isEmpty() || address.equals("#")) {
            return Optional.of(specimen.atHtml(
                    link,
                    "",
                    Level.ERROR,
                    "link-empty",
                    "the link " + words + " leads nowhere",
                    "write its address, or print the words without a link where there is none"));
        }
        if (address.toLowerCase(Locale.ROOT).matches("(?:javascript|vbscript|data|file|blob):.*")) {
            return Optional.of(specimen.atHtml(
                    link,
                    "",
                    Level.ERROR,
                    "link-to-a-script",
                    "the link " + words + " is a script, a file or data, which mail programs block",
                    "link to a page on the web"));
        }
        if (address.startsWith("#")) {
            return Optional.of(specimen.atHtml(
                    link,
                    "",
                    Level.WARN,
                    "link-within",
                    "the link " + words
                            + " goes to a place in the message: Orange opens an empty window, others do nothing",
                    "link to the article's page on the web"));
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
                    "there are blanks in " + Quote.of(written) + ": some mail programs cut the address there",
                    "write %20 for a blank inside, and none around"));
        }
        if (parsed(address).isEmpty()) {
            return Optional.of(specimen.atHtml(
                    link,
                    "",
                    Level.ERROR,
                    "link-malformed",
                    Quote.of(address) + " is no address, so the link " + Quote.of(Names.of(link)) + " leads nowhere",
                    "write a whole address that begins with https://"));
        }
        if (!address.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return Optional.of(specimen.atHtml(
                    link,
                    "",
                    Level.ERROR,
                    "link-relative",
                    Quote.of(address) + " has no site before it, and a message has none of its own",
                    "write a whole address that begins with https://"));
        }
        return Optional.empty();
    }

    /** By the rules of browsers, that allow letters beyond ASCII. */
    private static Optional<URI> parsed(String address) {
        try {
            URI uri = new URI(address.replaceAll("[|\\[\\]^`](?=[^/]*$)", "_"));
            boolean web = address.toLowerCase(Locale.ROOT).matches("https?:.*");
            return web
                            && (uri.getRawAuthority() == null
                                    || uri.getRawAuthority().isEmpty())
                    ? Optional.empty()
                    : Optional.of(uri);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** The machine that {@code address} names; empty when it names none. */
    static String host(String address) {
        return parsed(address)
                .map(URI::getRawAuthority)
                .map(authority -> authority.replaceFirst("^.*@", "").replaceFirst(":\\d*$", ""))
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<Finding> web(Specimen specimen, Element link, String address) {
        if (!address.toLowerCase(Locale.ROOT).matches("https?:.*")) {
            return Optional.empty();
        }
        String host = host(address);
        if (Hosts.isLocal(host)) {
            return local(specimen, link, host);
        }
        if (address.toLowerCase(Locale.ROOT).startsWith("http:")) {
            return Optional.of(specimen.atHtml(
                    link,
                    "",
                    Level.INFO,
                    "link-without-https",
                    Quote.of(address) + " is plain http: others on the way can read and alter the page",
                    "write https:// if the site answers there"));
        }
        return manners(specimen, link, address, host);
    }

    /** A newsletter that was not given an address on the web yet is told so once, by {@link HeaderRules}. */
    private static Optional<Finding> local(Specimen specimen, Element link, String host) {
        return specimen.livesAt(host)
                ? Optional.empty()
                : Optional.of(specimen.atHtml(
                        link,
                        "",
                        Level.ERROR,
                        "link-to-a-private-host",
                        Quote.of(link.attr("href")) + " is on a machine that readers cannot reach",
                        "link to the page as it is on the web"));
    }

    private static Optional<Finding> manners(Specimen specimen, Element link, String address, String host) {
        if (SHORTENERS.contains(host)) {
            return Optional.of(specimen.atHtml(
                    link,
                    "",
                    Level.WARN,
                    "link-shortened",
                    host + " hides where the link goes, as spam does: filters count it against you",
                    "link to the page itself"));
        }
        if (Hosts.isExample(host)) {
            return Optional.of(specimen.finding(
                    Level.INFO,
                    "link-to-an-example",
                    "HTML part",
                    host + " belongs to examples in books: nobody is there",
                    "write the address that is meant"));
        }
        long marks = CAMPAIGN.matcher(address)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .count();
        if (marks > 0 && marks < 3) {
            return Optional.of(specimen.atHtml(
                    link,
                    "",
                    Level.INFO,
                    "link-campaign-partial",
                    Quote.of(address) + " carries some of utm_source, utm_medium and utm_campaign, but not all:"
                            + " statistics put it under «other»",
                    "write all three, or none"));
        }
        return Optional.empty();
    }
}
