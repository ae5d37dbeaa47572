package gazette.check;

import gazette.check.Finding.Level;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The head of a message: what every mail needs, and what a newsletter needs beside it. */
final class HeaderRules implements Rule {
    /** RFC 5322 section 3.6 asks for the first two, Message-ID and at most one of each; MIME and readers for the others. */
    private static final List<String> NEEDED = List.of("From", "Date", "Message-ID", "MIME-Version", "To", "Subject");

    /** Mail programs may show no more of these than one, and servers refuse more (RFC 5322 section 3.6). */
    private static final List<String> ONCE = List.of(
            "From",
            "Date",
            "Message-ID",
            "MIME-Version",
            "To",
            "Subject",
            "Reply-To",
            "Sender",
            "Cc",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Content-Type");

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
        return Stream.of(
                        missing(specimen),
                        twice(specimen),
                        messageId(specimen),
                        date(specimen),
                        controls(specimen),
                        from(specimen),
                        list(specimen),
                        unsubscribe(specimen),
                        marks(specimen))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Finding> missing(Specimen specimen) {
        return NEEDED.stream()
                .filter(name -> specimen.headers(name).isEmpty())
                .map(name -> specimen.finding(
                        Level.ERROR,
                        "header-missing",
                        "header " + name,
                        "there is no " + name + ": many servers take such a message for spam, or refuse it",
                        "write a " + name + " field"))
                .toList();
    }

    private static List<Finding> twice(Specimen specimen) {
        return ONCE.stream()
                .filter(name -> specimen.headers(name).size() > 1)
                .map(name -> specimen.finding(
                        Level.ERROR,
                        "header-twice",
                        "header " + name,
                        "it is there " + specimen.headers(name).size()
                                + " times: large providers refuse such a message",
                        "keep one"))
                .toList();
    }

    private static List<Finding> messageId(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        specimen.header("Message-ID").ifPresent(field -> {
            Matcher id = ID.matcher(field.content());
            if (!id.matches()) {
                findings.add(specimen.finding(
                        Level.ERROR,
                        "message-id-malformed",
                        "header Message-ID",
                        Quote.of(field.content()) + " is no identifier: answers and copies cannot be told apart",
                        "write <something-unique@your.domain>"));
            } else if (Hosts.isLocal(id.group(1))) {
                findings.add(specimen.finding(
                        Level.ERROR,
                        "message-id-local",
                        "header Message-ID",
                        "it names the machine " + id.group(1) + ", a mark of spam",
                        "name the domain of the From address"));
            } else if (domain(specimen)
                    .filter(from -> !related(from, id.group(1)))
                    .isPresent()) {
                findings.add(specimen.finding(
                        Level.INFO,
                        "message-id-foreign",
                        "header Message-ID",
                        "it names " + id.group(1) + ", not the domain of From",
                        "name the domain of the From address"));
            }
        });
        return findings;
    }

    private static boolean related(String from, String other) {
        return from.equalsIgnoreCase(other)
                || from.endsWith("." + other)
                || other.toLowerCase(Locale.ROOT).endsWith("." + from);
    }

    private static List<Finding> date(Specimen specimen) {
        return specimen.header("Date").filter(field -> !isDate(field.content())).stream()
                .map(field -> specimen.finding(
                        Level.ERROR,
                        "date-unreadable",
                        "header Date",
                        Quote.of(field.content()) + " is no date: an inbox sorts the message anywhere",
                        "write it as in Mon, 23 Nov 2026 07:00:00 +0100"))
                .toList();
    }

    private static boolean isDate(String content) {
        try {
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(content.replaceAll("\\s*\\([^)]*\\)\\s*$", ""));
            return true;
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    private static List<Finding> controls(Specimen specimen) {
        return specimen.headers().stream()
                .filter(field -> Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]|\\r(?!\\n)")
                        .matcher(field.raw() + field.words())
                        .find())
                .map(field -> specimen.finding(
                        Level.ERROR,
                        "header-control-character",
                        "header " + field.name(),
                        "it holds a control character, by which fields can be forged; servers refuse it",
                        "take it out of the settings or the subscribers' file that it is from"))
                .toList();
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

    private static List<Finding> from(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        domain(specimen)
                .filter(FREE_MAIL::contains)
                .ifPresent(domain -> findings.add(specimen.finding(
                        Level.WARN,
                        "from-free-mail",
                        "header From",
                        "the address is at " + domain + ", whose owner tells others to refuse mail that it did not send"
                                + " itself (DMARC): many readers will get nothing",
                        "send from an address in a domain of your own")));
        from(specimen, 1)
                .filter(local -> local.matches("(?i)no-?_?reply|do-?not-?reply|ne-?pas-?repondre|noreply.*"))
                .filter(local -> specimen.header("Reply-To").isEmpty())
                .ifPresent(local -> findings.add(specimen.finding(
                        Level.INFO,
                        "from-takes-no-answer",
                        "header From",
                        "readers who answer «" + local + "» reach nobody, and then press «spam»",
                        "name a mailbox that somebody reads, in From or in Reply-To")));
        return findings;
    }

    private static List<Finding> list(Specimen specimen) {
        Optional<HeaderField> id = specimen.header("List-Id");
        if (id.isPresent() && id.get().content().matches("(?s).*<[^<>@\\s]+\\.[^<>@\\s]+>")) {
            return List.of();
        }
        return List.of(specimen.finding(
                Level.WARN,
                "list-id-missing",
                "header List-Id",
                id.map(field -> Quote.of(field.content()) + " is no list's name")
                                .orElse("there is none")
                        + ": readers cannot sort the newsletter by a filter (RFC 2919)",
                "write List-Id: Name <label.your.domain>"));
    }

    private static List<Finding> unsubscribe(Specimen specimen) {
        Optional<HeaderField> field = specimen.header("List-Unsubscribe");
        if (field.isEmpty()) {
            return List.of(specimen.finding(
                    Level.WARN,
                    "unsubscribe-header-missing",
                    "header List-Unsubscribe",
                    "there is none, so mail programs show no button to leave by; Gmail and Yahoo ask for it",
                    "set web.url in gazette.yaml to an https address that readers reach"));
        }
        List<Finding> findings = new ArrayList<>();
        String address = field.get().content().toLowerCase(Locale.ROOT);
        if (specimen.making().isPresent() && Hosts.isLocal(LinkRules.host(address.replaceAll("[<>]", "")))) {
            findings.add(specimen.finding(
                    Level.WARN,
                    "web-on-this-machine",
                    "web.url",
                    "the pages for leaving are at " + address.replaceAll("[<>]|/unsubscribe.*", "")
                            + ", which only this machine reaches: readers cannot leave",
                    "set web.url in gazette.yaml to an https address that readers reach"));
        } else if (!address.contains("<https:")) {
            findings.add(specimen.finding(
                    Level.WARN,
                    "unsubscribe-header-without-https",
                    "header List-Unsubscribe",
                    Quote.of(field.get().content()) + " holds no https address, so mail programs show no button",
                    "set web.url in gazette.yaml to an https address that readers reach"));
        }
        if (specimen.header("List-Unsubscribe-Post")
                .filter(post -> post.content().equals("List-Unsubscribe=One-Click"))
                .isEmpty()) {
            findings.add(
                    specimen.finding(
                            Level.WARN,
                            "one-click-missing",
                            "header List-Unsubscribe-Post",
                            "readers cannot leave with one click of their mail program's own button",
                            "write List-Unsubscribe-Post: List-Unsubscribe=One-Click, letter by letter (RFC 8058 section 3.1)"));
        }
        return findings;
    }

    private static List<Finding> marks(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        if (specimen.header("Precedence").isEmpty()) {
            findings.add(specimen.finding(
                    Level.INFO,
                    "precedence-missing",
                    "header Precedence",
                    "older machines may answer with a note of absence",
                    "write Precedence: bulk"));
        }
        if (specimen.header("Auto-Submitted").isEmpty()) {
            findings.add(specimen.finding(
                    Level.INFO,
                    "auto-submitted-missing",
                    "header Auto-Submitted",
                    "machines may answer it, and another machine answer them (RFC 3834)",
                    "write Auto-Submitted: auto-generated"));
        }
        if (specimen.header("Feedback-ID").isEmpty()) {
            findings.add(specimen.finding(
                    Level.INFO,
                    "feedback-id-missing",
                    "header Feedback-ID",
                    "Gmail's reports cannot tell this newsletter's complaints from others",
                    "write Feedback-ID: edition:newsletter:cadence:sender"));
        }
        return findings;
    }
}
