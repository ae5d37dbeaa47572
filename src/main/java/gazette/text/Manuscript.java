package gazette.text;

import gazette.article.Article;
import gazette.text.TextDecoder.Decoding;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * A text file as it was at one moment, and what it takes to set its reading right: a mend is said in its front matter, and
 * no other octet of the file changes. Immutable.
 */
public final class Manuscript {
    private final TextFile file;
    private final Path real;
    private final byte[] octets;
    private final TextReading reading;

    /** @param real the file, links followed; inside the folder */
    Manuscript(TextFile file, Path real, byte[] octets) {
        this.file = file;
        this.real = real;
        this.octets = octets;
        this.reading = file.reading(real, octets);
    }

    /** What it is taken for. */
    public TextReading reading() {
        return reading;
    }

    /** Of its octets: another one after every change. Hexadecimal. */
    public String checksum() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    /**
     * Says what a line is, instead of what was said of it before.
     *
     * @param number of the line, from 1
     * @param value for a {@link Meaning#DATE} that the line does not hold: a day as front matter takes it; else empty
     */
    public Mend mend(int number, Meaning meaning, String value) {
        Optional<Quoted> line = line(number);
        Optional<Script> script = script();
        if (line.isEmpty() || script.isEmpty()) {
            return new Mend.Refused(reading.article().isEmpty() ? Objection.UNREAD : Objection.NO_TEXT);
        }
        List<List<Saying>> ways = line.get().ways(meaning, value);
        for (List<Saying> way : ways) {
            FrontMatterDraft draft = draft(script.get());
            line.get().takeBack(draft);
            way.forEach(saying -> saying.into(draft));
            Optional<byte[]> mended = octets(script.get(), draft, isAs(number, meaning, line.get()));
            if (mended.isPresent()) {
                return new Mend.Ready(real, octets, mended.get());
            }
        }
        return new Mend.Refused(ways.isEmpty() ? Objection.NO_DATE : Objection.IN_VAIN);
    }

    /** Takes back everything that is said of a line: it is taken for what it looks like. */
    public Mend undo(int number) {
        return line(number).map(line -> changed(line::takeBack)).orElse(new Mend.Refused(Objection.NO_TEXT));
    }

    /** Takes back all that a key of the front matter says. */
    public Mend without(String key) {
        return changed(draft -> draft.takeBack(key, any -> true));
    }

    private Mend changed(Predicate<FrontMatterDraft> change) {
        Optional<Script> script = script();
        if (script.isEmpty()) {
            return new Mend.Refused(Objection.UNREAD);
        }
        FrontMatterDraft draft = draft(script.get());
        return change.test(draft)
                ? octets(script.get(), draft, (after, shift) -> true)
                        .<Mend>map(mended -> new Mend.Ready(real, octets, mended))
                        .orElse(new Mend.Refused(Objection.IN_VAIN))
                : new Mend.Refused(Objection.NOTHING_SAID);
    }

    private Optional<Quoted> line(int number) {
        return reading.lines().stream()
                .filter(line -> line.number() == number)
                .filter(line -> line.part() != Part.BLANK && line.part() != Part.FRONT_MATTER)
                .map(line -> Quoted.of(line.text(), format(), language()))
                .filter(quoted -> !quoted.isEmpty())
                .findFirst();
    }

    private Locale language() {
        return reading.article().map(Article::language).orElse(Locale.ROOT);
    }

    private Format format() {
        return Format.of(file.path()).orElse(Format.TEXT);
    }

    /** Empty when the file is not read as it is: what would come of a change is not known then. */
    private Optional<Script> script() {
        boolean isPage = format() == Format.PAGE;
        Decoding decoding = isPage ? TextDecoder.decodePage(octets) : TextDecoder.decode(octets);
        return reading.article().isPresent() && decoding instanceof Decoding.Text text
                ? Script.of(octets, text.text(), isPage)
                : Optional.empty();
    }

    private FrontMatterDraft draft(Script script) {
        return new FrontMatterDraft(script.head(frontMatter(reading)), script.lineEnd(), script::canWrite);
    }

    private static int frontMatter(TextReading of) {
        return (int) of.lines().stream()
                .filter(line -> line.part() == Part.FRONT_MATTER)
                .count();
    }

    /** The file with another front matter, if it is then read as {@code wanted} and every line below is the same. */
    private Optional<byte[]> octets(Script script, FrontMatterDraft draft, BiPredicate<TextReading, Integer> wanted) {
        int before = frontMatter(reading);
        return script.withHead(before, draft.text()).filter(mended -> {
            TextReading after = file.reading(real, mended);
            int shift = frontMatter(after) - before;
            return after.article().isPresent() && below(after).equals(below(reading)) && wanted.test(after, shift);
        });
    }

    private static List<String> below(TextReading of) {
        return of.lines().stream().skip(frontMatter(of)).map(Line::text).toList();
    }

    private static BiPredicate<TextReading, Integer> isAs(int number, Meaning meaning, Quoted line) {
        return (after, shift) -> after.lines().stream()
                .filter(each -> each.number() == number + shift)
                .anyMatch(
                        each -> line.isAs(meaning, each.part(), after.article().orElseThrow()));
    }
}
