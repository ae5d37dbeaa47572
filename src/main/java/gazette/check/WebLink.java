package gazette.check;

import gazette.check.Finding.Level;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** A link to a page on the web: whether readers reach it, and whether they and filters trust it. */
final class WebLink {
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

    private WebLink() {}

    /** What is the matter with the link to {@code address}; nothing for one that is not of the web. */
    static Optional<Finding> of(Specimen specimen, Element link, String address) {
        if (!address.toLowerCase(Locale.ROOT).matches("https?:.*")) {
            return Optional.empty();
        }
        String host = WebAddress.host(address);
        if (Hosts.isLocal(host)) {
            return local(specimen, link, host);
        }
        if (address.toLowerCase(Locale.ROOT).startsWith("http:")) {
            return Optional.of(specimen.atHtml(
                    link,
                    "",
                    Level.INFO,
                    "link-without-https",
                    Sentence.of("{0} is plain http: others on the way can read and alter the page", Quote.of(address)),
                    Sentence.of("write https:// if the site answers there")));
        }
        return manners(specimen, link, address, host);
    }

    /** A newsletter that was not given an address on the web yet is told so once, by {@link ListHeaderRules}. */
    private static Optional<Finding> local(Specimen specimen, Element link, String host) {
        return specimen.livesAt(host)
                ? Optional.empty()
                : Optional.of(specimen.atHtml(
                        link,
                        "",
                        Level.ERROR,
                        "link-to-a-private-host",
                        Sentence.of("{0} is on a machine that readers cannot reach", Quote.of(link.attr("href"))),
                        Sentence.of("link to the page as it is on the web")));
    }

    private static Optional<Finding> manners(Specimen specimen, Element link, String address, String host) {
        if (SHORTENERS.contains(host)) {
            return Optional.of(specimen.atHtml(
                    link,
                    "",
                    Level.WARN,
                    "link-shortened",
                    Sentence.of("{0} hides where the link goes, as spam does: filters count it against you", host),
                    Sentence.of("link to the page itself")));
        }
        if (Hosts.isExample(host)) {
            return Optional.of(specimen.finding(
                    Level.INFO,
                    "link-to-an-example",
                    Place.HTML,
                    Sentence.of("{0} belongs to examples in books: nobody is there", host),
                    Sentence.of("write the address that is meant")));
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
                    Sentence.of(
                            "{0} carries some of utm_source, utm_medium and utm_campaign, but not all: statistics put"
                                    + " it under «other»",
                            Quote.of(address)),
                    Sentence.of("write all three, or none")));
        }
        return Optional.empty();
    }
}
