package gazette.render;

import gazette.article.Article;
import gazette.article.Prose;
import gazette.edition.Form;
import gazette.edition.Story;
import gazette.edition.Story.Elsewhere;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a template sees of a story, set as printers of its article's language do. For one rendering. */
final class StoryModel {
    /** What a list prints of a story below its title, in characters: two lines or three on a phone. */
    static final int TEASER = 150;

    private final ZoneId zone;
    private final Locale language;
    private final Voices voices;
    private final Links links;
    private final PictureModel pictures;

    /** @param language of the words around the articles */
    StoryModel(ZoneId zone, Locale language, Voices voices, Links links, PictureModel pictures) {
        this.zone = zone;
        this.language = language;
        this.voices = voices;
        this.links = links;
        this.pictures = pictures;
    }

    /** {@code told} in its form: links and pictures that this form leaves out are not counted. */
    Map<String, Object> map(Told told) {
        Story story = told.story();
        Article article = told.article();
        Map<String, Object> map = new LinkedHashMap<>(furniture(article));
        map.put("form", name(told.form()));
        map.put("isUpdate", story.isUpdate());
        map.put("topics", topics(story));
        map.putAll(told.isInFull() ? opened(article, told.form()) : brief(article));
        article.address().flatMap(links::page).ifPresent(link -> map.put("link", link));
        Stream<Elsewhere> elsewhere = told.isInFull() ? story.elsewhere().stream() : Stream.empty();
        map.put("elsewhere", elsewhere.map(this::elsewhere).toList());
        return map;
    }

    /** What is the same in every form. */
    private Map<String, Object> furniture(Article article) {
        Map<String, Object> map = new LinkedHashMap<>(LanguageModel.map(article.language(), language));
        map.put("title", set(article.title(), article));
        String lead = set(Opening.teaser(article), article);
        map.put("lead", lead);
        map.put("teaser", Cut.of(lead, TEASER));
        map.put("words", voices.words(article.language()));
        map.put("speaksOwn", voices.has(article.language()));
        map.put("byline", set(article.byline(), article));
        map.put("date", date(article));
        map.put("minutes", article.minutes());
        map.put("credits", article.credits().stream().map(StoryModel::name).toList());
        return map;
    }

    private Map<String, Object> brief(Article article) {
        ProseModel prose = new ProseModel(article.language(), links);
        String heading = Opening.of(article).heading().text();
        return Map.of("heading", prose.map(Prose.of(heading)), "blocks", List.of());
    }

    private Map<String, Object> opened(Article article, Form form) {
        Opening opening = Opening.of(article);
        BlockModel blocks = new BlockModel(article.language(), links, pictures);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("heading", new ProseModel(article.language(), links).map(opening.heading()));
        article.picture()
                .flatMap(picture -> pictures.map(picture, set(picture.alt(), article)))
                .ifPresent(picture -> map.put("picture", picture));
        map.put("blocks", blocks.maps(form == Form.LONG ? opening.body() : opening.shortBody()));
        return map;
    }

    /** Those of the newsletter, but for the one that is the heading above. */
    private static List<String> topics(Story story) {
        return story.topics().stream()
                .filter(topic -> !topic.equalsIgnoreCase(story.section()))
                .map(topic -> set(topic, story.article()))
                .toList();
    }

    /** The name of a source. */
    private static String name(String words) {
        return Typography.name(Clean.words(words));
    }

    private static String name(Form form) {
        return switch (form) {
            case LONG -> "long";
            case SHORT -> "short";
            case BRIEF -> "brief";
        };
    }

    private String date(Article article) {
        return article.published()
                .map(when -> voices.dates(article.language()).published(when, zone))
                .orElse("");
    }

    private Map<String, Object> elsewhere(Elsewhere other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name(other.name()));
        other.address().flatMap(links::page).ifPresent(link -> map.put("link", link));
        return map;
    }

    private static String set(String text, Article article) {
        return Clean.set(text, article.language());
    }
}
