package gazette.text;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the YAML above a text says; it overrides what the text itself says.
 *
 * @param credits empty when {@code source} is not given
 * @param topics empty when not given
 * @param directions what single lines of the text are
 */
record FrontMatter(
        Optional<String> title,
        Optional<DateLine> date,
        Optional<String> author,
        List<String> credits,
        Optional<URI> url,
        Optional<PictureName> image,
        Optional<Locale> language,
        List<String> topics,
        Directions directions) {

    /** In characters: ten times what anyone writes, and little enough for a parser that slows down with nesting. */
    private static final int LONGEST = 20_000;

    private static final Pattern FENCE = Pattern.compile("---\\h*");
    private static final Pattern CLOSING_FENCE = Pattern.compile("(?:---|\\.\\.\\.)\\h*");
    private static final Pattern COMMENT_OR_BLANK = Pattern.compile("\\h*(?:#.*)?");
    private static final Pattern ANY_KEY = Pattern.compile("[A-Za-z][\\w-]*\\h*:(?:\\h.*)?");

    FrontMatter {
        credits = List.copyOf(credits);
        topics = List.copyOf(topics);
    }

    /** A text without front matter. */
    static final FrontMatter NONE = new FrontMatter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Directions.NONE);

    /**
     * A front matter, or why it is none.
     *
     * @param lines how many of the file it takes, its two fences included; 0 when the file has none
     */
    record Reading(FrontMatter frontMatter, int lines, List<Flaw> flaws) {
        Reading {
            flaws = List.copyOf(flaws);
        }
    }

    /**
     * What stands at the beginning of a text between two fences of dashes, before it is known what it means.
     *
     * @param lines how many of the file it takes, its two fences included; 0 when the file has none
     */
    record Fenced(FrontMatterYaml.Parsed yaml, int lines) {
        private static final FrontMatterYaml.Parsed NOTHING = new FrontMatterYaml.Parsed(List.of(), List.of());

        private static Fenced refused(int lines, String why) {
            return new Fenced(new FrontMatterYaml.Parsed(List.of(), List.of(new Flaw(1, why))), lines);
        }

        /** A line of dashes above text that looks like no settings is an ornament and belongs to the text. */
        static Fenced of(List<String> lines) {
            if (!looksLikeOne(lines)) {
                return new Fenced(NOTHING, 0);
            }
            int end = 1;
            int length = 0;
            while (end < lines.size() && !CLOSING_FENCE.matcher(lines.get(end)).matches()) {
                length += lines.get(end).length();
                end++;
            }
            if (end == lines.size()) {
                return refused(
                        0, "the front matter is opened here and never closed: put a line --- below its last key");
            }
            if (length > LONGEST) {
                return refused(end + 1, "the front matter is longer than " + LONGEST + " characters: shorten it");
            }
            return new Fenced(FrontMatterYaml.parse(lines.subList(1, end), 2), end + 1);
        }
    }

    /** The same, with what {@code other} says where this says nothing. */
    FrontMatter orElse(FrontMatter other) {
        return new FrontMatter(
                title.or(other::title),
                date.or(other::date),
                author.or(other::author),
                credits.isEmpty() ? other.credits : credits,
                url.or(other::url),
                image.or(other::image),
                language.or(other::language),
                topics.isEmpty() ? other.topics : topics,
                directions);
    }

    /** Reads what {@link Fenced} finds above an article. */
    static Reading read(List<String> lines) {
        Fenced fenced = Fenced.of(lines);
        FrontMatterKeys keys = new FrontMatterKeys(fenced.yaml());
        return new Reading(keys.frontMatter(), fenced.lines(), keys.flaws());
    }

    private static boolean looksLikeOne(List<String> lines) {
        if (lines.isEmpty() || !FENCE.matcher(lines.get(0)).matches()) {
            return false;
        }
        return lines.stream()
                .skip(1)
                .filter(line -> !COMMENT_OR_BLANK.matcher(line).matches())
                .findFirst()
                .filter(line -> ANY_KEY.matcher(line).matches()
                        || CLOSING_FENCE.matcher(line).matches())
                .isPresent();
    }
}
