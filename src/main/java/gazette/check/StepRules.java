package gazette.check;

import gazette.check.Finding.Level;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plain-text part says what the HTML part says, in the same order. */
final class StepRules implements Rule {
    /** The labels and names of pictures that only one part needs come to less than a fifth of the words. */
    private static final double ENOUGH = 0.8;

    /** In letters: shorter paragraphs may be alike by chance. */
    private static final int TELLING = 40;

    /** Shorter words are alike in all texts. */
    private static final Pattern WORD = Pattern.compile("\\p{L}{5,}");

    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        if (!specimen.text().isBlank()) {
            specimen.html().ifPresent(part -> {
                titles(specimen, part, findings);
                order(specimen, part, findings);
                links(specimen, part, findings);
                words(specimen, part, findings);
            });
        }
        return findings;
    }

    private static void titles(Specimen specimen, HtmlPart part, List<Finding> findings) {
        String text = letters(specimen.text());
        part.document().select("h2").stream()
                .filter(title -> !part.isHidden(title))
                .map(Names::seen)
                .filter(title -> !text.contains(letters(title)))
                .distinct()
                .forEach(title -> findings.add(specimen.atText(
                        0,
                        title,
                        Level.WARN,
                        "text-item-missing",
                        Sentence.of("{0} is in the HTML part alone", Quote.of(title)),
                        Sentence.of("print the same articles in text.ftl"))));
    }

    /** By paragraphs that are there once in each: titles stand in lists of contents as well. */
    private static void order(Specimen specimen, HtmlPart part, List<Finding> findings) {
        String text = letters(specimen.text());
        int after = -1;
        for (String line : part.visibleText().split("\n")) {
            String words = letters(line);
            int at = text.indexOf(words);
            if (words.length() < TELLING || at < 0 || at != text.lastIndexOf(words)) {
                continue;
            }
            if (at < after) {
                findings.add(specimen.atText(
                        0,
                        line,
                        Level.WARN,
                        "text-out-of-order",
                        Sentence.of("{0} stands before what it follows in the HTML part", Quote.of(line)),
                        Sentence.of("print the articles in the same order in text.ftl")));
                return;
            }
            after = at;
        }
    }

    /** Titles may be in capitals there, lines broken, and links numbered. */
    private static String letters(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]", "");
    }

    private static void links(Specimen specimen, HtmlPart part, List<Finding> findings) {
        String text = specimen.text().replaceAll("\\s", "");
        Set<String> missing = new LinkedHashSet<>();
        part.document().select("a[href]").stream()
                .filter(link -> !part.isHidden(link))
                .map(link -> link.attr("href").strip())
                .filter(address -> address.matches("(?i)https?:.*"))
                .filter(address -> !text.contains(address.replaceAll("\\s", "")))
                .forEach(missing::add);
        if (!missing.isEmpty()) {
            String first = missing.iterator().next();
            findings.add(specimen.atText(
                    0,
                    "",
                    Level.WARN,
                    "text-link-missing",
                    Sentence.of(
                            "{0?one link|# links} of the HTML part {0?is|are} not in it: {1}",
                            missing.size(), Quote.cut(first, 100)),
                    Sentence.of("print all of links in text.ftl")));
        }
    }

    private static void words(Specimen specimen, HtmlPart part, List<Finding> findings) {
        Set<String> there = words(part.visibleText());
        Set<String> here = words(specimen.text());
        long kept = there.stream().filter(here::contains).count();
        if (kept < ENOUGH * there.size()) {
            findings.add(specimen.atText(
                    0,
                    "",
                    Level.WARN,
                    "text-words-missing",
                    Sentence.of(
                            "it carries {0} % of the HTML part's words: its readers miss the rest",
                            100 * kept / there.size()),
                    Sentence.of("print the same blocks in text.ftl")));
        }
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }
}
