package gazette.studio;

import gazette.text.Manuscript;
import gazette.text.Meaning;
import gazette.text.Mend;
import gazette.text.Objection;
import gazette.text.Part;
import gazette.text.TextFile;
import gazette.text.TextReading;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Sets the reading of text files right, in the files themselves: one after the other, each only as it was looked at. */
final class ArticleMends {
    /** What the page's address says came of it. */
    static final String NOTE = "note";

    /** The value of the button that takes back what is said of a line. */
    static final String UNDO = "undo";

    private final Desk desk;
    private final ArticleList articles;

    ArticleMends(Desk desk, ArticleList articles) {
        this.desk = desk;
        this.articles = articles;
    }

    /** Forms say {@code checksum}, and {@code line} and {@code meaning} or else {@code key}. */
    void mend(Context context) {
        Optional<TextFile> file = articles.find(context.pathParam("id"), Where.of(context, desk.settings()))
                .flatMap(ListedArticle::file);
        if (file.isEmpty()) {
            context.status(HttpStatus.NOT_FOUND);
            return;
        }
        context.redirect(mended(context, file.get()).toString(), HttpStatus.SEE_OTHER);
    }

    private synchronized Address mended(Context context, TextFile file) {
        Address page = new Address(ArticleAddress.of(file.origin()).path())
                .with(Where.NEWSLETTER, said(context, Where.NEWSLETTER));
        int line = line(context);
        Optional<Manuscript> before = file.open();
        Optional<Objection> objection = before.filter(now -> now.checksum().equals(said(context, "checksum")))
                .map(now -> save(asked(context, now, line)))
                .orElse(Optional.of(Objection.CHANGED));
        if (objection.isPresent()) {
            return at(page, line).with(NOTE, word(objection.get()));
        }
        int shift = file.open().map(now -> frontMatter(now.reading())).orElse(0)
                - before.map(then -> frontMatter(then.reading())).orElse(0);
        return at(page, line == 0 ? 0 : line + shift).with(NOTE, "written");
    }

    private static Mend asked(Context context, Manuscript file, int line) {
        String key = said(context, "key");
        String meaning = said(context, "meaning");
        if (!key.isEmpty()) {
            return file.without(key);
        }
        return meaning.equals(UNDO)
                ? file.undo(line)
                : Arrays.stream(Meaning.values())
                        .filter(each -> word(each).equals(meaning))
                        .findFirst()
                        .map(each -> file.mend(line, each, said(context, "value")))
                        .orElse(new Mend.Refused(Objection.IN_VAIN));
    }

    private static Optional<Objection> save(Mend mend) {
        return mend instanceof Mend.Ready ready ? ready.save() : Optional.of(((Mend.Refused) mend).why());
    }

    private static Address at(Address page, int line) {
        return line == 0 ? page : page.with(ArticlePage.LINE, String.valueOf(line));
    }

    private static int frontMatter(TextReading reading) {
        return (int) reading.lines().stream()
                .filter(line -> line.part() == Part.FRONT_MATTER)
                .count();
    }

    private static int line(Context context) {
        String said = said(context, ArticlePage.LINE);
        return said.matches("[1-9]\\d{0,5}") ? Integer.parseInt(said) : 0;
    }

    private static String said(Context context, String field) {
        return Optional.ofNullable(context.formParam(field)).orElse("");
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
