package gazette.check;

import gazette.check.Finding.Level;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an inbox shows of a message: its subject, and the words behind it. */
final class SubjectRules implements Rule {
    /** In characters: what wide screens show. */
    private static final int LONG = 70;

    /** In characters: what a phone shows. */
    private static final int PHONE = 40;

    /** In characters. */
    private static final int SHORTEST_PREHEADER = 40;

    /** In characters. */
    private static final int LONGEST_PREHEADER = 130;

    /** Capitals mean shouting from this many letters on; shorter ones are names. */
    private static final int ENOUGH_LETTERS = 12;

    private static final int MANY_EMOJI = 2;

    /** Pictographs; digits and © are none. */
    private static final Pattern EMOJI =
            Pattern.compile("[\\x{1F300}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{1F1E6}-\\x{1F1FF}\\x{2B50}\\x{2B55}]");

    private final Optional<String> last;

    /** @param last the subject of the edition before */
    SubjectRules(Optional<String> last) {
        this.last = last;
    }

    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        String subject = Names.plain(specimen.subject());
        if (subject.isEmpty()) {
            findings.add(specimen.atSubject(
                    Level.ERROR,
                    "subject-empty",
                    Sentence.of("it is empty: readers see «(no subject)», and filters take it for spam"),
                    Sentence.of("print something in subject.ftl")));
        } else {
            length(specimen, subject, findings);
            loudness(specimen, subject, findings);
        }
        preheader(specimen, subject, findings);
        return findings;
    }

    private void length(Specimen specimen, String subject, List<Finding> findings) {
        int length = subject.codePointCount(0, subject.length());
        if (length > LONG) {
            findings.add(specimen.atSubject(
                    Level.WARN,
                    "subject-long",
                    Sentence.of("it has {0} characters; of more than {1} most inboxes cut the end", length, LONG),
                    Sentence.of("say what counts in fewer")));
        } else if (length > PHONE) {
            findings.add(specimen.atSubject(
                    Level.INFO,
                    "subject-cut-on-phones",
                    Sentence.of(
                            "a phone shows about {0} of its {1} characters: «{2}»",
                            PHONE, length, Quote.cut(subject, PHONE)),
                    Sentence.of("let its first words tell readers why to open it")));
        }
        if (last.map(Names::plain).filter(subject::equalsIgnoreCase).isPresent()) {
            findings.add(specimen.atSubject(
                    Level.WARN,
                    "subject-repeated",
                    Sentence.of(
                            "it is that of the edition before: readers take it for the same, and Gmail folds the two together"),
                    Sentence.of("put the lead story or the date into it")));
        }
    }

    private static void loudness(Specimen specimen, String subject, List<Finding> findings) {
        String letters = subject.replaceAll("\\P{L}", "");
        if (letters.length() >= ENOUGH_LETTERS
                && letters.equals(letters.toUpperCase(Locale.ROOT))
                && !letters.equals(letters.toLowerCase(Locale.ROOT))) {
            findings.add(specimen.atSubject(
                    Level.WARN,
                    "subject-in-capitals",
                    Sentence.of("it is all capitals: hard to read, and a mark of spam"),
                    Sentence.of("write it as a sentence")));
        }
        if (subject.matches(".*(?:![\\s\\u00A0]*!|!.*!.*!).*")) {
            findings.add(specimen.atSubject(
                    Level.WARN,
                    "subject-exclaims",
                    Sentence.of("so many exclamation marks are a mark of spam"),
                    Sentence.of("keep one, or none")));
        }
        long emoji = EMOJI.matcher(subject).results().count();
        if (emoji > MANY_EMOJI) {
            findings.add(specimen.atSubject(
                    Level.INFO,
                    "subject-many-emoji",
                    Sentence.of("it has {0} pictographs, each of which a screen reader reads out", emoji),
                    Sentence.of("keep one, behind the words")));
        }
    }

    private static void preheader(Specimen specimen, String subject, List<Finding> findings) {
        Optional<HtmlPart> html = specimen.html();
        if (html.isEmpty()) {
            return;
        }
        boolean own = Preheader.first(html.get()).filter(html.get()::isHidden).isPresent();
        String words = specimen.preheader();
        int length = words.codePointCount(0, words.length());
        if (!own) {
            findings.add(specimen.atHtml(
                    0,
                    "",
                    Level.WARN,
                    "preheader-missing",
                    Sentence.of("behind the subject an inbox shows what comes first: {0}", Quote.of(words)),
                    Sentence.of("begin the body with a hidden <div> that holds ${edition.preheader}")));
        } else if (folded(words).equals(folded(subject))) {
            findings.add(specimen.atHtml(
                    0,
                    "",
                    Level.WARN,
                    "preheader-is-subject",
                    Sentence.of("an inbox shows the same words twice, as subject and behind it"),
                    Sentence.of("say there what else is in the edition")));
        } else if (length < SHORTEST_PREHEADER) {
            findings.add(specimen.atHtml(
                    0,
                    "",
                    Level.INFO,
                    "preheader-short",
                    Sentence.of("it has {0} characters: there is room for {1}", length, LONGEST_PREHEADER),
                    Sentence.of("say more of what is in the edition")));
        } else if (length > LONGEST_PREHEADER) {
            findings.add(specimen.atHtml(
                    0,
                    "",
                    Level.INFO,
                    "preheader-long",
                    Sentence.of("it has {0} characters; inboxes show at most about {1}", length, LONGEST_PREHEADER),
                    Sentence.of("say what counts first")));
        }
    }

    private static String folded(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
