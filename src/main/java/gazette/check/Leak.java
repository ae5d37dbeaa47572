package gazette.check;

import gazette.check.Finding.Level;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Something that belongs to the making of a message and not into it.
 *
 * @param rule its name
 * @param ofArticles what it is when an article itself has it; empty when it is then a word like any other
 * @param what it is
 * @param remedy what to do about it
 */
record Leak(String rule, Pattern pattern, Optional<Level> ofArticles, Sentence what, Sentence remedy) {
    /** Values that a program writes where it has none. German prose has «null», so it counts only beside no other word. */
    private static final String NOTHING = "(?:null|undefined|NaN|\\[object Object\\])";

    private static final Sentence MEND =
            Sentence.named("leak.remedy", "mend the template there, then look: gazette preview --out draft");

    static final List<Leak> ALL = List.of(
            leak(
                    "leak-template-code",
                    "\\$\\{[^}\\n]{0,80}\\}?|</?[#@][A-Za-z][^>\\n]{0,60}>?|\\[=[^\\]\\n]{1,60}\\]|\\{\\{[^}\\n]{1,60}\\}\\}|<%=?",
                    Sentence.named("leak-template-code.what", "code of a template"),
                    MEND),
            leak(
                    "leak-error-text",
                    "FreeMarker template error|Tip: If the failing expression|freemarker\\.[a-z]+\\.[\\w.]+"
                            + "|\\bjava\\.(?:lang|util|io|time|net)\\.[A-Z]\\w+|\\bgazette\\.[a-z]+\\.[A-Z]\\w+|\\b[A-Z]\\w+@[0-9a-f]{6,8}\\b",
                    Sentence.named("leak-error-text.what", "words of a program in trouble"),
                    MEND),
            new Leak(
                    "leak-missing-value",
                    Pattern.compile("(?<![\\w\\p{L}«\"'’-])" + NOTHING + "(?![\\w\\p{L}»\"'’-])"),
                    Optional.empty(),
                    Sentence.named("leak-missing-value.what", "the name of a missing value"),
                    Sentence.named(
                            "leak-missing-value.remedy",
                            "give it something to say where it is empty, as ${x!\"…\"} does, or leave the line out")),
            new Leak(
                    "leak-double-escape",
                    Pattern.compile("&(?:[A-Za-z]{2,8}\\d{0,2}|#\\d{2,6}|#x[0-9A-Fa-f]{2,5});"),
                    Optional.of(Level.WARN),
                    Sentence.named("leak-double-escape.what", "a character that was escaped twice"),
                    Sentence.named(
                            "leak-double-escape.remedy",
                            "print it once escaped: in .ftlh files that is done already, so no ?html; in text files never")),
            new Leak(
                    "leak-mojibake",
                    Pattern.compile(
                            "\u00C3[\u0080-\u00BF\u0192\u201A\u0160]|\u00E2\u20AC[\u0090-\u00BF\u0153\u2122\u201C\u02DC\u00A6]|\uFFFD"),
                    Optional.of(Level.WARN),
                    Sentence.named("leak-mojibake.what", "letters read in the wrong character set"),
                    Sentence.named("leak-mojibake.remedy", "save the file where they are from as UTF-8")),
            new Leak(
                    "leak-field-marker",
                    Pattern.compile("[\uE0F0-\uE0FF]"),
                    Optional.empty(),
                    Sentence.named("leak-field-marker.what", "the mark of a field that was not filled"),
                    Sentence.named(
                            "leak-field-marker.remedy",
                            "print the field whole, as ${reader.name}, and alter nothing around it")),
            new Leak(
                    "leak-filler-text",
                    Pattern.compile("(?i)lorem ipsum|dolor sit amet"),
                    Optional.of(Level.WARN),
                    Sentence.named("leak-filler-text.what", "filler text"),
                    Sentence.named("leak-filler-text.remedy", "write what it stands for, or take it out")));

    private static Leak leak(String rule, String pattern, Sentence what, Sentence remedy) {
        return new Leak(rule, Pattern.compile(pattern), Optional.of(Level.WARN), what, remedy);
    }

    /** The first place of it in {@code words}. */
    Optional<String> in(String words) {
        Matcher matcher = pattern.matcher(words);
        while (matcher.find()) {
            if (isIt(matcher.group())) {
                return Optional.of(matcher.group());
            }
        }
        return Optional.empty();
    }

    /** What looks like an entity is one only when it has a name that browsers know. */
    private boolean isIt(String found) {
        return !rule.equals("leak-double-escape")
                || !Parser.unescapeEntities(found, true).equals(found);
    }
}
