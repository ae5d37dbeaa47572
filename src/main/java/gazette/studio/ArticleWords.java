package gazette.studio;

import gazette.article.FeedSource;
import gazette.article.FolderSource;
import gazette.article.Published;
import gazette.article.Source;
import gazette.check.CheckWords;
import gazette.check.UnreadFile;
import gazette.edition.Newsletter;
import gazette.render.Typography;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Articles in words that a template can print. */
final class ArticleWords {
    private final Newsletter newsletter;
    private final CheckWords unread;
    private final Locale language;
    private final Days days;
    private final DateTimeFormatter time;

    /**
     * @param unread the words for what could not be read
     * @param language of whoever looks
     */
    ArticleWords(Newsletter newsletter, CheckWords unread, Locale language) {
        boolean french = language.getLanguage().equals("fr");
        this.newsletter = newsletter;
        this.unread = unread;
        this.language = language;
        this.days = new Days(language);
        this.time = DateTimeFormatter.ofPattern(french ? "H'\u00a0h\u00a0'mm" : "HH:mm", language);
    }

    /** For a list, or for the head of its page. */
    Map<String, Object> row(ListedArticle article) {
        Map<String, Object> row = new HashMap<>();
        row.put("href", ArticleAddress.of(article.origin()).path() + "?newsletter=" + newsletter.id());
        row.put("title", Typography.set(article.title(), article.language()));
        row.put("name", article.origin().name());
        row.put("source", source(article));
        row.put("date", article.dated().map(this::date).orElse(""));
        row.put("order", days.dated(article.order().atZone(zone())));
        row.put("lang", article.language().toLanguageTag());
        row.put("language", language(article.language()));
        row.put("state", article.state().word());
        row.put("look", article.state().look());
        boolean isUnread = article.state() == ArticleState.UNREAD;
        row.put("unread", isUnread ? unread(article.why()) : List.of());
        row.put("why", VerdictWords.model(isUnread ? "" : article.why()));
        row.put("numbers", article.numbers(newsletter));
        return row;
    }

    /** Why a file was not read, as a page prints what a finding says. */
    List<Map<String, String>> unread(String why) {
        return Paragraph.of(unread.runs(UnreadFile.why(why), language), language);
    }

    /** {@code 30 décembre 2024, 11 h 49}; without the time when the text gives none. */
    String date(Published published) {
        return days.dated(published.date())
                + published.time().map(at -> ", " + time.format(at)).orElse("");
    }

    /** The name of a language. */
    String language(Locale other) {
        return other.getDisplayLanguage(language);
    }

    private ZoneId zone() {
        return newsletter.masthead().zone();
    }

    private String source(ListedArticle article) {
        return newsletter.sources().stream()
                .filter(source -> source.key().equals(article.origin().source()))
                .findFirst()
                .map(ArticleWords::name)
                .orElse(article.origin().source());
    }

    /** What a person calls it. */
    static String name(Source source) {
        if (source instanceof FolderSource folder) {
            return folder.name() + "/";
        }
        FeedSource feed = (FeedSource) source;
        return feed.name().isEmpty()
                ? Optional.ofNullable(feed.address().getHost()).orElse(feed.key())
                : feed.name();
    }
}
