package gazette.studio;

import gazette.article.FolderSource;
import gazette.check.CheckWords;
import gazette.web.ReaderLanguage;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was picked up or lies in a folder: the list, and each as it was written, taken apart and printed. */
final class ArticlePages implements StudioPages {
    private static final int ROWS = 50;

    private final Desk desk;
    private final Frame frame;
    private final ArticleList articles;
    private final ArticlePage page;
    private final ArticleMends mends;
    private final CheckWords unread;

    ArticlePages(Desk desk, Frame frame, CheckWords unread) {
        this.desk = desk;
        this.frame = frame;
        this.unread = unread;
        this.articles = new ArticleList(desk);
        this.page = new ArticlePage(desk, frame, articles, unread);
        this.mends = new ArticleMends(desk, articles);
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read(Room.ARTICLES.path(), this::list);
        routes.read("/articles/{id}", page::show);
        routes.read("/articles/{id}/html", page::html);
        routes.read("/articles/{id}/parts/<cid>", page::part);
        routes.change("/articles/{id}/mend", mends::mend);
    }

    private void list(Context context) {
        Where where = Where.of(context, desk.settings());
        Locale language = ReaderLanguage.of(context);
        ArticleWords words = new ArticleWords(where.newsletter(), unread, language);
        List<ListedArticle> all = articles.all(where);
        List<ListedArticle> found = filtered(context, all);
        int pages = Math.max(1, (found.size() + ROWS - 1) / ROWS);
        int number = Math.min(pages, number(context));
        Map<String, Object> model = new HashMap<>();
        model.put("all", all.size());
        model.put("found", found.size());
        model.put("search", said(context, "q"));
        model.put("sources", sources(where, said(context, "source")));
        model.put("states", states(all, said(context, "state")));
        model.put("folders", folders(where));
        model.put(
                "rows",
                found.stream()
                        .skip((number - 1L) * ROWS)
                        .limit(ROWS)
                        .map(words::row)
                        .toList());
        Address here = Address.of(context);
        model.put("page", number);
        model.put("pages", pages);
        model.put(
                "before",
                number > 1 ? here.with("page", String.valueOf(number - 1)).toString() : "");
        model.put(
                "after",
                number < pages ? here.with("page", String.valueOf(number + 1)).toString() : "");
        frame.show(context, "articles", Room.ARTICLES, model);
    }

    private static List<ListedArticle> filtered(Context context, List<ListedArticle> all) {
        String search = said(context, "q");
        String source = said(context, "source");
        String state = said(context, "state");
        return all.stream()
                .filter(article -> search.isBlank() || article.has(search))
                .filter(article -> source.isEmpty() || article.origin().source().equals(source))
                .filter(article -> state.isEmpty() || article.state().word().equals(state))
                .toList();
    }

    private static String said(Context context, String parameter) {
        return Optional.ofNullable(context.queryParam(parameter)).orElse("");
    }

    private static int number(Context context) {
        String said = said(context, "page");
        return said.matches("[1-9]\\d{0,4}") ? Integer.parseInt(said) : 1;
    }

    private static List<Map<String, Object>> sources(Where where, String chosen) {
        return where.newsletter().sources().stream()
                .map(source -> choice(
                        source.key(), ArticleWords.name(source), source.key().equals(chosen)))
                .toList();
    }

    /** Those that there are, each with how many. */
    private static List<Map<String, Object>> states(List<ListedArticle> all, String chosen) {
        return Arrays.stream(ArticleState.values())
                .map(state -> choice(
                        state.word(),
                        String.valueOf(all.stream()
                                .filter(article -> article.state() == state)
                                .count()),
                        state.word().equals(chosen)))
                .filter(state -> !"0".equals(state.get("name")) || Boolean.TRUE.equals(state.get("isChosen")))
                .toList();
    }

    private static Map<String, Object> choice(String value, String name, boolean isChosen) {
        return Map.of("value", value, "name", name, "isChosen", isChosen);
    }

    private static List<String> folders(Where where) {
        return where.newsletter().sources().stream()
                .filter(FolderSource.class::isInstance)
                .map(source -> ((FolderSource) source).path().toString())
                .toList();
    }
}
