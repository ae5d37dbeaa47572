package gazette.render;

import gazette.article.Article;
import gazette.article.EmbeddedPicture;
import gazette.article.Figure;
import gazette.article.LinkedPicture;
import gazette.article.Picture;
import gazette.edition.Edition;
import gazette.edition.Inline;
import gazette.edition.Masthead;
import gazette.edition.Story;
import gazette.edition.Story.Elsewhere;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a template sees of an edition: maps, lists, words and numbers, the words of each article set as printers of its
 * language do. The head of {@code templates/digest/html.ftlh} lists the names.
 */
final class EditionModel {
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "iw", "ur");

    private final Edition edition;
    private final Masthead masthead;
    private final Voices voices;
    private final DateWords dates;

    EditionModel(Edition edition, Voices voices) {
        this.edition = edition;
        this.masthead = edition.masthead();
        this.voices = voices;
        this.dates = DateWords.of(masthead.language());
    }

    /** {@code newsletter}, {@code edition}, {@code articles} and {@code links}. */
    Map<String, Object> map() {
        List<Map<String, Object>> articles = new ArrayList<>();
        Links links = new Links();
        for (Story story : edition.stories()) {
            articles.add(story(story, links));
        }
        return Map.of(
                "newsletter", newsletter(), "edition", edition(), "articles", articles, "links", links.addresses());
    }

    /** The pictures of the edition, each once. */
    List<Inline> inlines() {
        return edition.articles().stream()
                .flatMap(EditionModel::pictures)
                .filter(EmbeddedPicture.class::isInstance)
                .map(EmbeddedPicture.class::cast)
                .collect(LinkedHashMap<String, Inline>::new, this::addOnce, Map::putAll)
                .values()
                .stream()
                .toList();
    }

    private static Stream<Picture> pictures(Article article) {
        Stream<Picture> figures =
                article.blocks().stream().filter(Figure.class::isInstance).map(figure -> ((Figure) figure).picture());
        return Stream.concat(article.picture().stream(), figures);
    }

    private void addOnce(Map<String, Inline> inlines, EmbeddedPicture picture) {
        inlines.putIfAbsent(contentId(picture), new Inline(contentId(picture), picture));
    }

    /** The same picture has the same one in every edition (RFC 2392 section 2). */
    private String contentId(EmbeddedPicture picture) {
        return picture.digest().substring(0, 24) + "@"
                + masthead.from().address().domain();
    }

    private Map<String, Object> newsletter() {
        return Map.of(
                "id", masthead.newsletter(),
                "name", own(masthead.name()),
                "address", masthead.from().address().toString(),
                "postalAddress", own(masthead.postalAddress()));
    }

    /** The newsletter's own words, set in its language. */
    private String own(String words) {
        return Typography.set(Clean.words(words), masthead.language());
    }

    private Map<String, Object> edition() {
        LocalDate day = edition.key().slot().atZone(masthead.zone()).toLocalDate();
        return Map.of(
                "number", dates.number(edition.number()),
                "day", dates.day(day),
                "window", dates.window(edition.window(), masthead.zone()),
                "preheader", preheader(dates.day(day)),
                "language", masthead.language().toLanguageTag(),
                "direction", direction(masthead.language()));
    }

    private String preheader(String day) {
        Article lead = edition.articles().get(0);
        Stream<String> story = lead.headline().isPresent() ? Stream.of(set(lead.lead(), lead)) : Stream.of();
        Stream<String> others = edition.articles().stream().skip(1).map(other -> set(other.title(), other));
        return Preheader.of(Stream.of(story, others, Stream.of(own(masthead.name()), day))
                .flatMap(pieces -> pieces)
                .toList());
    }

    private Map<String, Object> story(Story story, Links links) {
        Article article = story.article();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("title", set(article.title(), article));
        map.put("language", article.language().toLanguageTag());
        map.put("direction", direction(article.language()));
        map.put(
                "foreign",
                !article.language().getLanguage().equals(masthead.language().getLanguage()));
        map.put("words", voices.words(article.language()));
        map.put("speaksOwn", voices.has(article.language()));
        map.put("blocks", new BlockModel(article.language(), links, p -> picture(p, article)).maps(article.blocks()));
        map.put("byline", set(article.byline(), article));
        map.put(
                "date",
                article.published()
                        .map(when -> voices.dates(article.language()).published(when, masthead.zone()))
                        .orElse(""));
        map.put("minutes", article.minutes());
        map.put("isUpdate", story.isUpdate());
        map.put("credits", article.credits().stream().map(Clean::words).toList());
        map.put(
                "topics",
                story.topics().stream().map(topic -> set(topic, article)).toList());
        article.picture().flatMap(picture -> picture(picture, article)).ifPresent(shown -> map.put("picture", shown));
        article.address().flatMap(links::page).ifPresent(link -> map.put("link", link));
        map.put(
                "elsewhere",
                story.elsewhere().stream().map(other -> elsewhere(other, links)).toList());
        return map;
    }

    private static Map<String, Object> elsewhere(Elsewhere other, Links links) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", Clean.words(other.name()));
        other.address().flatMap(links::page).ifPresent(link -> map.put("link", link));
        return map;
    }

    /** Empty for one whose address leads elsewhere than to the web. */
    private Optional<Map<String, Object>> picture(Picture picture, Article article) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("alt", set(picture.alt(), article));
        if (picture instanceof EmbeddedPicture embedded) {
            map.put("source", "cid:" + contentId(embedded));
            map.put("cid", contentId(embedded));
            map.put("width", embedded.width());
            map.put("height", embedded.height());
            return Optional.of(map);
        }
        LinkedPicture linked = (LinkedPicture) picture;
        map.put("source", linked.address().toASCIIString());
        linked.size().ifPresent(size -> {
            map.put("width", size.width());
            map.put("height", size.height());
        });
        return Links.isOnTheWeb(linked.address()) ? Optional.of(map) : Optional.empty();
    }

    private static String set(String text, Article article) {
        return Typography.set(Clean.words(text), article.language());
    }

    private static String direction(Locale language) {
        return RIGHT_TO_LEFT.contains(language.getLanguage()) ? "rtl" : "ltr";
    }
}
