package gazette.check;

import gazette.check.Finding.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plain-text part as a thing of its own: plain, and wrapped. {@link StepRules} compare it with the HTML part. */
final class TextRules implements Rule {
    /** In characters: RFC 5322 section 2.1.1. An address alone on a line may be longer. */
    private static final int LONGEST = 78;

    private static final Pattern TAG = Pattern.compile(
            "(?i)</?(?:p|br|div|td|tr|table|span|style|a|b|i|em|strong|h[1-6]|ul|ol|li|img|html|body)(?:\\s[^<>]*)?/?>");

    private static final Pattern STYLE =
            Pattern.compile("(?i)\\{[^{}]*(?:color|font|margin|padding|display)[a-z-]*\\s*:[^{}]*\\}");

    private static final Pattern CITED = Pattern.compile("\\[(\\d{1,3})\\]");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\[(\\d{1,3})\\]:?\\s+\\S");

    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        if (specimen.text().isBlank()) {
            if (specimen.pieces().stream().anyMatch(piece -> piece.mediaType().equals("text/plain"))) {
                findings.add(specimen.atText(
                        0,
                        "",
                        Level.ERROR,
                        "text-empty",
                        Sentence.of("it is empty: who reads without HTML sees nothing"),
                        Sentence.of("print the articles in text.ftl")));
            }
            return findings;
        }
        List<String> lines = Arrays.asList(specimen.text().split("\n", -1));
        markup(specimen, lines, findings);
        width(specimen, lines, findings);
        blanks(specimen, lines, findings);
        notes(specimen, findings);
        return findings;
    }

    private static void markup(Specimen specimen, List<String> lines, List<Finding> findings) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher tag = TAG.matcher(line);
            boolean found = tag.find();
            if ((found || STYLE.matcher(line).find()) && !isOfArticle(specimen, found ? tag.group() : line.strip())) {
                findings.add(specimen.atText(
                        i + 1,
                        line,
                        Level.ERROR,
                        "text-with-markup",
                        Sentence.of("readers see HTML: {0}", Quote.of(line)),
                        Sentence.of("print words without markup in text.ftl: .text or .noted")));
                return;
            }
        }
    }

    private static boolean isOfArticle(Specimen specimen, String words) {
        return specimen.making().filter(making -> making.says(words)).isPresent();
    }

    private static void width(Specimen specimen, List<String> lines, List<Finding> findings) {
        List<Integer> wide = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.codePointCount(0, line.length()) > LONGEST && !line.contains("://") && isProse(specimen, line)) {
                wide.add(i);
            }
        }
        if (!wide.isEmpty()) {
            String line = lines.get(wide.get(0));
            findings.add(specimen.atText(
                    wide.get(0) + 1,
                    line,
                    Level.WARN,
                    "text-line-long",
                    Sentence.of(
                            "{0?a line is|# lines are} longer than {1} characters, and broken anywhere: {2}",
                            wide.size(), LONGEST, Quote.of(line)),
                    Sentence.of("print it by wrap(…) in text.ftl")));
        }
    }

    /** Lines of code are the article's own, and stay as they are. */
    private static boolean isProse(Specimen specimen, String line) {
        return !line.startsWith("    ") || !isOfArticle(specimen, line.strip());
    }

    private static void blanks(Specimen specimen, List<String> lines, List<Finding> findings) {
        boolean flowed = specimen.raw().toLowerCase(Locale.ROOT).contains("format=flowed");
        for (int i = 0; i < lines.size() && !flowed; i++) {
            if (lines.get(i).matches(".*[ \\t]") && !lines.get(i).equals("-- ")) {
                findings.add(specimen.atText(
                        i + 1,
                        lines.get(i),
                        Level.INFO,
                        "text-trailing-blanks",
                        Sentence.of(
                                "blanks at the end of a line mean something else in flowed text (RFC 3676 section 4.1)"),
                        Sentence.of("take them out, or print the line by wrap(…)")));
                break;
            }
        }
        if (specimen.text().contains("\n\n\n\n")) {
            findings.add(specimen.atText(
                    0,
                    "",
                    Level.INFO,
                    "text-with-gaps",
                    Sentence.of("there are three empty lines or more in a row: it looks as if something were missing"),
                    Sentence.of("put <#if> around what may be empty, its empty line with it")));
        }
        if (specimen.text().matches("(?s).*[\\u034F\\u200B\\u200C].*")) {
            findings.add(specimen.atText(
                    0,
                    "",
                    Level.WARN,
                    "text-with-filler",
                    Sentence.of("it holds the invisible characters that fill up a preheader: some programs draw boxes"),
                    Sentence.of("leave them to html.ftlh")));
        }
    }

    private static void notes(Specimen specimen, List<Finding> findings) {
        Set<String> listed = new HashSet<>();
        LISTED.matcher(specimen.text()).results().forEach(note -> listed.add(note.group(1)));
        if (listed.isEmpty()) {
            return;
        }
        CITED.matcher(specimen.text())
                .results()
                .filter(note -> !listed.contains(note.group(1)) && !isOfArticle(specimen, note.group()))
                .findFirst()
                .ifPresent(note -> findings.add(specimen.atText(
                        1
                                + (int) specimen.text()
                                        .substring(0, note.start())
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count(),
                        "",
                        Level.WARN,
                        "text-note-without-address",
                        Sentence.of("{0} is not in the list of links", note.group()),
                        Sentence.of("print all of links in text.ftl"))));
    }
}
