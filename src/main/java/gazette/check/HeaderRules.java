package gazette.check;

import gazette.check.Finding.Level;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The head of a message: what every mail needs, whole and once, and what tells machines that it went to many. */
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

    @Override
    public List<Finding> of(Specimen specimen) {
        return Stream.of(missing(specimen), twice(specimen), date(specimen), controls(specimen), marks(specimen))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Finding> missing(Specimen specimen) {
        return NEEDED.stream()
                .filter(name -> specimen.headers(name).isEmpty())
                .map(name -> specimen.finding(
                        Level.ERROR,
                        "header-missing",
                        Place.header(name),
                        Sentence.of("there is no {0}: many servers take such a message for spam, or refuse it", name),
                        Sentence.of("write a {0} field", name)))
                .toList();
    }

    private static List<Finding> twice(Specimen specimen) {
        return ONCE.stream()
                .filter(name -> specimen.headers(name).size() > 1)
                .map(name -> specimen.finding(
                        Level.ERROR,
                        "header-twice",
                        Place.header(name),
                        Sentence.of(
                                "it is there {0} times: large providers refuse such a message",
                                specimen.headers(name).size()),
                        Sentence.of("keep one")))
                .toList();
    }

    private static List<Finding> date(Specimen specimen) {
        return specimen.header("Date").filter(field -> !isDate(field.content())).stream()
                .map(field -> specimen.finding(
                        Level.ERROR,
                        "date-unreadable",
                        Place.header("Date"),
                        Sentence.of("{0} is no date: an inbox sorts the message anywhere", Quote.of(field.content())),
                        Sentence.of("write it as in Mon, 23 Nov 2026 07:00:00 +0100")))
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
                        Place.header(field.name()),
                        Sentence.of("it holds a control character, by which fields can be forged; servers refuse it"),
                        Sentence.of("take it out of the settings or the subscribers' file that it is from")))
                .toList();
    }

    private static List<Finding> marks(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        if (specimen.header("Precedence").isEmpty()) {
            findings.add(specimen.finding(
                    Level.INFO,
                    "precedence-missing",
                    Place.header("Precedence"),
                    Sentence.of("older machines may answer with a note of absence"),
                    Sentence.of("write Precedence: bulk")));
        }
        if (specimen.header("Auto-Submitted").isEmpty()) {
            findings.add(specimen.finding(
                    Level.INFO,
                    "auto-submitted-missing",
                    Place.header("Auto-Submitted"),
                    Sentence.of("machines may answer it, and another machine answer them (RFC 3834)"),
                    Sentence.of("write Auto-Submitted: auto-generated")));
        }
        if (specimen.header("Feedback-ID").isEmpty()) {
            findings.add(specimen.finding(
                    Level.INFO,
                    "feedback-id-missing",
                    Place.header("Feedback-ID"),
                    Sentence.of("Gmail's reports cannot tell this newsletter's complaints from others"),
                    Sentence.of("write Feedback-ID: edition:newsletter:cadence:sender")));
        }
        return findings;
    }
}
