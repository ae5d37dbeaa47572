package gazette.studio;

import gazette.article.Article;
import gazette.article.Origin;
import gazette.article.Problem;
import gazette.check.CheckWords;
import gazette.delivery.CompiledEdition;
import gazette.edition.Variant;
import gazette.proof.Trial;
import gazette.render.TemplateProblem;
import gazette.text.Line;
import gazette.text.Manuscript;
import gazette.text.Meaning;
import gazette.text.Part;
import gazette.text.TextReading;
import gazette.web.ReaderLanguage;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One article three times: as it was written, taken apart, and as the newsletter prints it. */
final class ArticlePage {
    /** The parameter that says which line is marked. */
    static final String LINE = "line";

    private static final List<View> VIEWS = List.of(View.PHONE, View.TEXT);
    private static final Set<String> NOTES =
            Set.of("written", "changed", "no_text", "no_date", "unread", "in_vain", "nothing_said", "unwritable");

    private final Desk desk;
    private final Frame frame;
    private final ArticleList articles;
    private final CheckWords unread;

    ArticlePage(Desk desk, Frame frame, ArticleList articles, CheckWords unread) {
        this.desk = desk;
        this.frame = frame;
        this.articles = articles;
        this.unread = unread;
    }

    /** An article with what is known of it now. */
    private record Shown(ListedArticle listed, Optional<Manuscript> manuscript, Optional<Article> article) {
        Optional<TextReading> reading() {
            return manuscript.map(Manuscript::reading);
        }
    }

    private Optional<Shown> find(Context context) {
        return articles.find(context.pathParam("id"), Where.of(context, desk.settings()))
                .map(listed -> {
                    Optional<Manuscript> file = listed.file().flatMap(each -> each.open());
                    Optional<Article> article = listed.file().isPresent()
                            ? file.flatMap(each -> each.reading().article())
                            : kept(listed.origin());
                    return new Shown(listed, file, article);
                });
    }

    private Optional<Article> kept(Origin origin) {
        return desk.workbench().articles().load(List.of(origin)).stream().findFirst();
    }

    void show(Context context) {
        find(context).ifPresentOrElse(shown -> show(context, shown), () -> context.status(HttpStatus.NOT_FOUND));
    }

    private void show(Context context, Shown shown) {
        Where where = Where.of(context, desk.settings());
        Locale language = ReaderLanguage.of(context);
        ArticleWords words = new ArticleWords(where.newsletter(), unread, language);
        String path = ArticleAddress.of(shown.listed().origin()).path();
        Map<String, Object> model = new HashMap<>();
        model.put("article", words.row(shown.listed()));
        model.put("path", path);
        model.put("isFile", shown.manuscript().isPresent());
        model.put(
                "isGone",
                shown.listed().file().isEmpty()
                        && shown.listed().origin().source().startsWith("folder:"));
        model.put("checksum", shown.manuscript().map(Manuscript::checksum).orElse(""));
        model.put("canMend", shown.manuscript().isPresent() && shown.article().isPresent());
        model.put("note", note(context));
        model.put(
                "meanings",
                Arrays.stream(Meaning.values()).map(ArticleMends::word).toList());
        model.put(
                "legend",
                Arrays.stream(Part.values())
                        .filter(part -> part != Part.BLANK)
                        .filter(part -> shown.reading().stream()
                                .flatMap(reading -> reading.lines().stream())
                                .anyMatch(line -> line.part() == part))
                        .map(ArticleMends::word)
                        .toList());
        model.put(
                "lines",
                shown.reading().map(reading -> lines(reading, line(context))).orElse(List.of()));
        model.put("problems", problems(shown, words));
        model.put("given", shown.manuscript().isPresent() ? List.of() : given(shown));
        model.put("fields", new ArticleFields(words, shown.reading()).of(shown.article()));
        model.put("keys", shown.reading().map(ArticleFields::keys).orElse(List.of()));
        shown.article().flatMap(article -> printed(where, article)).ifPresent(variant -> {
            model.put("viewer", viewer(context, path));
            model.put("plain", variant.text());
        });
        frame.show(context, "article", Room.ARTICLES, model);
    }

    private static Map<String, Object> viewer(Context context, String path) {
        return Viewer.of(context, VIEWS)
                .model(
                        Address.of(context),
                        VIEWS,
                        Address.of(context).without(LINE, ArticleMends.NOTE).at(path + "/html"),
                        0);
    }

    /** Each with its line, where it has one that is shown. */
    private static List<Map<String, Object>> problems(Shown shown, ArticleWords words) {
        if (shown.reading().isEmpty()) {
            return shown.listed().state() == ArticleState.UNREAD
                    ? List.of(Map.of(
                            "line", 0, "said", words.unread(shown.listed().why())))
                    : List.of();
        }
        TextReading reading = shown.reading().get();
        return reading.problems().stream()
                .map(problem -> Map.of("line", line(problem, reading), "said", words.unread(problem.what())))
                .toList();
    }

    private static int line(Problem problem, TextReading reading) {
        return reading.lines().stream()
                .map(Line::number)
                .filter(number -> problem.place().endsWith(":" + number))
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    private static String note(Context context) {
        return Optional.ofNullable(context.queryParam(ArticleMends.NOTE))
                .filter(NOTES::contains)
                .orElse("");
    }

    static int line(Context context) {
        String said = Optional.ofNullable(context.queryParam(LINE)).orElse("");
        return said.matches("[1-9]\\d{0,5}") ? Integer.parseInt(said) : 0;
    }

    private static List<Map<String, Object>> lines(TextReading reading, int marked) {
        return reading.lines().stream()
                .map(line -> Map.<String, Object>of(
                        "number", line.number(),
                        "part", ArticleMends.word(line.part()),
                        "text", line.text(),
                        "isMarked", line.number() == marked,
                        "isText", line.part() != Part.BLANK && line.part() != Part.FRONT_MATTER))
                .toList();
    }

    /** What a feed gave, as far as it is kept. */
    private static List<String> given(Shown shown) {
        return shown.article()
                .map(article ->
                        article.blocks().stream().map(block -> block.text()).toList())
                .orElse(List.of());
    }

    void html(Context context) {
        Optional<Variant> variant = printed(context);
        Optional<String> html = variant.flatMap(Variant::html);
        if (html.isEmpty()) {
            variant.ifPresentOrElse(
                    plain -> context.contentType("text/plain; charset=utf-8").result(plain.text()),
                    () -> context.status(HttpStatus.NOT_FOUND));
            return;
        }
        PicturesShown pictures = PicturesShown.of(context);
        pictures.guard(context);
        String parts = new ArticleAddress(context.pathParam("id")).path() + "/parts/";
        context.html(MailFrame.of(
                        html.get(), cid -> Optional.of(parts + Frames.segment(cid)), Appearance.of(context), pictures)
                .html());
    }

    void part(Context context) {
        InlinePictures.answer(context, printed(context).stream().flatMap(variant -> variant.inlines().stream()));
    }

    /** As a reader gets it of whom nothing is known; empty when there is no article, or the template fails. */
    private Optional<Variant> printed(Context context) {
        Where where = Where.of(context, desk.settings());
        return find(context).flatMap(Shown::article).flatMap(article -> printed(where, article));
    }

    private Optional<Variant> printed(Where where, Article article) {
        try {
            CompiledEdition compiled = Trial.of(
                            desk.workbench(),
                            where.newsletter(),
                            where.cadence(),
                            desk.clock().instant().truncatedTo(ChronoUnit.SECONDS),
                            List.of(article))
                    .compiled();
            return compiled.filled(Frames.nobody());
        } catch (TemplateProblem broken) { // the page of the coming edition says where
            return Optional.empty();
        }
    }
}
