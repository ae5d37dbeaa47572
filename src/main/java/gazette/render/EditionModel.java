package gazette.render;

import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Inline;
import gazette.edition.Masthead;
import gazette.edition.Note;
import gazette.edition.VariantKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a template sees of one variant of an edition: maps, lists, words and numbers. The words around the articles are in
 * the variant's language, those of an article are set as printers of its own do. The head of
 * {@code templates/digest/html.ftlh} lists the names.
 */
final class EditionModel {
    private final Edition edition;
    private final Masthead masthead;
    private final Locale language;
    private final List<Told> stories;
    private final PictureModel pictures;
    private final Voices voices;
    private final Optional<String> online;

    /**
     * @param voices of the variant's language
     * @param online the address at which the variant can be read on the web
     */
    EditionModel(Edition edition, VariantKey key, Illustrations illustrations, Voices voices, Optional<String> online) {
        this.edition = edition;
        this.masthead = edition.masthead();
        this.language = key.language();
        this.stories = Told.of(edition.stories(), key);
        this.pictures =
                new PictureModel(illustrations, masthead.from().address().domain());
        this.voices = voices;
        this.online = online;
    }

    /** {@code newsletter}, {@code edition}, {@code style}, {@code articles}, {@code briefs}, {@code links}, and {@code note} if there is one. */
    Map<String, Object> map() {
        Links links = new Links();
        MastheadModel newsletter = new MastheadModel(masthead, pictures);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("newsletter", newsletter.newsletter());
        map.put("edition", edition());
        map.put("style", newsletter.style());
        edition.note().filter(note -> !note.blocks().isEmpty()).ifPresent(note -> map.put("note", note(note, links)));
        map.putAll(stories(links));
        map.put("links", links.addresses());
        return map;
    }

    /** The pictures that {@code html} shows, each once. */
    List<Inline> inlines(String html) {
        return pictures.inlines(html);
    }

    private Map<String, Object> edition() {
        DateWords dates = voices.dates(language);
        LocalDate day = edition.key().slot().atZone(masthead.zone()).toLocalDate();
        InboxLines inbox = new InboxLines(edition, stories, dates.day(day));
        Map<String, Object> map = new LinkedHashMap<>(LanguageModel.map(language));
        map.put("number", dates.number(edition.number()));
        map.put("day", dates.day(day));
        map.put("window", dates.window(edition.window(), masthead.zone()));
        map.put("subject", inbox.subject());
        map.put("preheader", inbox.preheader());
        map.put("articles", stories.size());
        map.put("sections", Sections.exist(stories));
        online.ifPresent(address -> map.put("online", address));
        return map;
    }

    private Map<String, Object> note(Note note, Links links) {
        Locale written = masthead.language();
        Map<String, Object> map = new LinkedHashMap<>(LanguageModel.map(written, language));
        map.put("title", Clean.set(note.title(), written));
        map.put("byline", Clean.set(note.byline(), written));
        map.put("blocks", new BlockModel(written, links, pictures).maps(note.blocks()));
        return map;
    }

    private Map<String, Object> stories(Links links) {
        StoryModel model = new StoryModel(masthead.zone(), language, voices, links, pictures);
        Sections ofAll = new Sections(stories);
        Sections ofArticles =
                new Sections(stories.stream().filter(Told::isInFull).toList());
        List<Map<String, Object>> all = new ArrayList<>();
        List<Map<String, Object>> articles = new ArrayList<>();
        List<Map<String, Object>> briefs = new ArrayList<>();
        for (Told told : stories) {
            Map<String, Object> map = model.map(told);
            all.add(placed(map, ofAll.place(told.story())));
            if (told.isInFull()) {
                articles.add(placed(map, ofArticles.place(told.story())));
            } else {
                briefs.add(map);
            }
        }
        return Map.of("stories", all, "articles", articles, "briefs", briefs);
    }

    private static Map<String, Object> placed(Map<String, Object> story, Map<String, Object> place) {
        Map<String, Object> placed = new LinkedHashMap<>(story);
        placed.putAll(place);
        return placed;
    }
}
