package gazette.check;

import gazette.check.Finding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who a message says that it is from: a mailbox that may send it, and an identifier of the same domain. */
final class SenderRules implements Rule {
    /** Mailboxes for everybody whose DMARC record tells others to refuse mail that did not come from them. */
    private static final Set<String> FREE_MAIL = Set.of(
            "gmail.com",
            "googlemail.com",
            "yahoo.com",
            "yahoo.fr",
            "yahoo.co.uk",
            "ymail.com",
            "aol.com",
            "outlook.com",
            "outlook.fr",
            "hotmail.com",
            "hotmail.fr",
            "live.com",
            "live.fr",
            "msn.com",
            "icloud.com",
            "me.com",
            "orange.fr",
            "wanadoo.fr",
            "free.fr",
            "laposte.net",
            "sfr.fr",
            "neuf.fr",
            "bbox.fr",
            "gmx.de",
            "gmx.net",
            "gmx.fr",
            "web.de",
            "t-online.de",
            "libero.it",
            "virgilio.it",
            "mail.ru",
            "proton.me",
            "protonmail.com");

    private static final Pattern ID = Pattern.compile("<[^<>@\\s]+@([^<>@\\s]+)>");
    private static final Pattern ADDRESS = Pattern.compile("([^\\s<>@\"]+)@([^\\s<>@\"]+)");

    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>(messageId(specimen));
        findings.addAll(from(specimen));
        return findings;
    }

    private static List<Finding> messageId(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        specimen.header("Message-ID").ifPresent(field -> {
            Matcher id = ID.matcher(field.content());
            if (!id.matches()) {
                findings.add(specimen.finding(
                        Level.ERROR,
                        "message-id-malformed",
                        Place.header("Message-ID"),
                        Sentence.of(
                                "{0} is no identifier: answers and copies cannot be told apart",
                                Quote.of(field.content())),
                        Sentence.of("write <something-unique@your.domain>")));
            } else if (Hosts.isLocal(id.group(1))) {
                findings.add(specimen.finding(
                        Level.ERROR,
                        "message-id-local",
                        Place.header("Message-ID"),
                        Sentence.of("it names the machine {0}, a mark of spam", id.group(1)),
                        Sentence.of("name the domain of the From address")));
            } else if (domain(specimen)
                    .filter(from -> !related(from, id.group(1)))
                    .isPresent()) {
                findings.add(specimen.finding(
                        Level.INFO,
                        "message-id-foreign",
                        Place.header("Message-ID"),
                        Sentence.of("it names {0}, not the domain of From", id.group(1)),
                        Sentence.of("name the domain of the From address")));
            }
        });
        return findings;
    }

    private static boolean related(String from, String other) {
        return from.equalsIgnoreCase(other)
                || from.endsWith("." + other)
                || other.toLowerCase(Locale.ROOT).endsWith("." + from);
    }

    private static List<Finding> from(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        domain(specimen)
                .filter(FREE_MAIL::contains)
                .ifPresent(domain -> findings.add(specimen.finding(
                        Level.WARN,
                        "from-free-mail",
                        Place.header("From"),
                        Sentence.of(
                                "the address is at {0}, whose owner tells others to refuse mail that it did not send itself"
                                        + " (DMARC): many readers will get nothing",
                                domain),
                        Sentence.of("send from an address in a domain of your own"))));
        from(specimen, 1)
                .filter(local -> local.matches("(?i)no-?_?reply|do-?not-?reply|ne-?pas-?repondre|noreply.*"))
                .filter(local -> specimen.header("Reply-To").isEmpty())
                .ifPresent(local -> findings.add(specimen.finding(
                        Level.INFO,
                        "from-takes-no-answer",
                        Place.header("From"),
                        Sentence.of("readers who answer «{0}» reach nobody, and then press «spam»", local),
                        Sentence.of("name a mailbox that somebody reads, in From or in Reply-To"))));
        return findings;
    }

    private static Optional<String> domain(Specimen specimen) {
        return from(specimen, 2).map(domain -> domain.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> from(Specimen specimen, int group) {
        return specimen.header("From").flatMap(field -> {
            Matcher address = ADDRESS.matcher(field.content());
            Optional<String> last = Optional.empty();
            while (address.find()) {
                last = Optional.of(address.group(group));
            }
            return last;
        });
    }
}
