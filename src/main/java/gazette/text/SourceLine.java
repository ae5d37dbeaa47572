package gazette.text;

import gazette.article.Blanks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom the news is from; {@code names} in the order of the line, never empty. */
record SourceLine(List<String> names) implements Sign {
    /** In characters: a line that names sources is short; a longer one is a paragraph about them. */
    private static final int LONGEST = 160;

    private static final Pattern LINE = Pattern.compile(
            "(?<word>sources?|source\\(s\\)) ?: ?(?<names>\\S.*)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SENTENCES = Pattern.compile("\\p{Ll}{2}[.!?] \\p{Lu}");
    private static final Pattern BETWEEN = Pattern.compile(" ?[,;] ?");
    /** «A, B et C»; only after a plural, for many a ministry has an «et» in its name. */
    private static final Pattern BETWEEN_MANY = Pattern.compile(" ?[,;] ?(?:et |and )?| (?:et|and) (?=\\p{Lu})");

    SourceLine {
        names = List.copyOf(names);
    }

    /** Reads {@code Source : Agence Exemple} or {@code Sources : A, B et C}, with any kind of space around the colon. */
    static Optional<SourceLine> read(String line) {
        Matcher words = LINE.matcher(line.length() > LONGEST ? "" : Blanks.fold(line));
        if (!words.matches() || SENTENCES.matcher(words.group("names")).find()) {
            return Optional.empty();
        }
        boolean many = words.group("word").length() > "source".length();
        List<String> names = names(words.group("names"), many ? BETWEEN_MANY : BETWEEN);
        return names.isEmpty() ? Optional.empty() : Optional.of(new SourceLine(names));
    }

    /** The names in {@code list}, as front matter writes them on one line. */
    static List<String> names(String list) {
        return names(list, BETWEEN);
    }

    private static List<String> names(String list, Pattern between) {
        return Arrays.stream(between.split(withoutStop(list)))
                .map(Blanks::fold)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Without the stop of a sentence; {@code S.A.} and {@code Inc.} keep theirs, being no sentence's last word. */
    private static String withoutStop(String list) {
        return list.matches(".*\\p{Ll}{4}\\.|.*\\p{Lu}{2}\\.") ? list.substring(0, list.length() - 1) : list;
    }
}
