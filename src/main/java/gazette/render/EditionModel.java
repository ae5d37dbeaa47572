package gazette.render;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.EmbeddedPicture;
import gazette.article.Intertitle;
import gazette.edition.Edition;
import gazette.edition.Inline;
import gazette.edition.Masthead;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a template sees of an edition: maps, lists, words and numbers, the words of each article set as printers of its
 * language do. The head of {@code templates/digest/html.ftlh} lists the names.
 */
final class EditionModel {
    private static final Set<String> WEB = Set.of("http", "https");
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
        List<String> links = new ArrayList<>();
        for (Article article : edition.articles()) {
            articles.add(article(article, links));
        }
        return Map.of("newsletter", newsletter(), "edition", edition(), "articles", articles, "links", links);
    }

    /** The pictures of the edition, each once. */
    List<Inline> inlines() {
        return edition.articles().stream()
                .flatMap(article -> article.picture().stream())
                .filter(EmbeddedPicture.class::isInstance)
                .map(EmbeddedPicture.class::cast)
                .collect(LinkedHashMap<String, Inline>::new, this::addOnce, Map::putAll)
                .values()
                .stream()
                .toList();
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

    private Map<String, Object> article(Article article, List<String> links) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("title", set(article.title(), article));
        map.put("language", article.language().toLanguageTag());
        map.put("direction", direction(article.language()));
        map.put(
                "foreign",
                !article.language().getLanguage().equals(masthead.language().getLanguage()));
        map.put("words", voices.words(article.language()));
        map.put("speaksOwn", voices.has(article.language()));
        map.put("blocks", blocks(article));
        map.put("byline", set(article.byline(), article));
        map.put(
                "date",
                article.published()
                        .map(when -> voices.dates(article.language()).published(when, masthead.zone()))
                        .orElse(""));
        map.put("credits", article.credits().stream().map(Clean::words).toList());
        map.put(
                "topics",
                article.topics().stream().map(topic -> set(topic, article)).toList());
        article.picture()
                .filter(EmbeddedPicture.class::isInstance)
                .map(EmbeddedPicture.class::cast)
                .ifPresent(picture -> map.put("picture", picture(picture, article)));
        article.address().filter(EditionModel::isOnTheWeb).ifPresent(address -> {
            links.add(address.toASCIIString());
            map.put("link", Map.of("number", links.size(), "address", address.toASCIIString()));
        });
        return map;
    }

    private static List<Map<String, String>> blocks(Article article) {
        List<Map<String, String>> blocks = new ArrayList<>();
        boolean led = false;
        for (Block block : article.blocks()) {
            String kind = block instanceof Intertitle ? "intertitle" : led ? "paragraph" : "lead";
            led |= kind.equals("lead");
            blocks.add(Map.of("kind", kind, "text", set(block.text(), article)));
        }
        return blocks;
    }

    private Map<String, Object> picture(EmbeddedPicture picture, Article article) {
        return Map.of(
                "cid", contentId(picture),
                "width", picture.width(),
                "height", picture.height(),
                "alt", set(picture.alt(), article));
    }

    private static String set(String text, Article article) {
        return Typography.set(Clean.words(text), article.language());
    }

    private static boolean isOnTheWeb(URI address) {
        return address.getScheme() != null && WEB.contains(address.getScheme().toLowerCase(Locale.ROOT));
    }

    private static String direction(Locale language) {
        return RIGHT_TO_LEFT.contains(language.getLanguage()) ? "rtl" : "ltr";
    }
}
