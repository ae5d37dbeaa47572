package gazette.render;

import gazette.article.Article;
import gazette.article.Picture;
import gazette.edition.Edition;
import gazette.edition.Form;
import gazette.edition.Illustrations;
import gazette.edition.Inline;
import gazette.edition.Masthead;
import gazette.edition.Note;
import gazette.edition.Story;
import gazette.edition.Style.FooterLine;
import gazette.edition.VariantKey;
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
 * What a template sees of one variant of an edition: maps, lists, words and numbers. The words around the articles are in
 * the variant's language, those of an article are set as printers of its own do. The head of
 * {@code templates/digest/html.ftlh} lists the names.
 */
final class EditionModel {
    /** What an inbox shows of a subject before it cuts it, in characters; a note's own subject is left as it is. */
    static final int SUBJECT = 70;

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "iw", "ur");

    private final Edition edition;
    private final Masthead masthead;
    private final Locale language;
    private final Form[] forms;
    private final List<Story> stories;
    private final PictureModel pictures;
    private final DateWords dates;
    private final Voices voices;

    /** @param voices of the variant's language */
    EditionModel(Edition edition, VariantKey key, Illustrations illustrations, Voices voices) {
        this.edition = edition;
        this.masthead = edition.masthead();
        this.language = key.language();
        this.stories = key.stories().stream().map(edition.stories()::get).toList();
        this.forms = forms(stories);
        this.pictures =
                new PictureModel(illustrations, masthead.from().address().domain());
        this.dates = voices.dates(language);
        this.voices = voices;
    }

    /** Somebody whose stories all stand far down reads the first of them with its lead. */
    private static Form[] forms(List<Story> stories) {
        Form[] forms = stories.stream().map(Story::form).toArray(Form[]::new);
        forms[0] = forms[0] == Form.BRIEF ? Form.SHORT : forms[0];
        return forms;
    }

    /** {@code newsletter}, {@code edition}, {@code style}, {@code articles}, {@code briefs}, {@code links}, and {@code note} if there is one. */
    Map<String, Object> map() {
        Links links = new Links();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("newsletter", newsletter());
        map.put("edition", edition());
        map.put("style", style());
        edition.note().filter(note -> !note.blocks().isEmpty()).ifPresent(note -> map.put("note", note(note, links)));
        map.putAll(stories(links));
        map.put("links", links.addresses());
        return map;
    }

    /** The pictures that {@code html} shows, each once. */
    List<Inline> inlines(String html) {
        return pictures.inlines(html);
    }

    private Map<String, Object> stories(Links links) {
        StoryModel model = new StoryModel(masthead.zone(), language, voices, links, pictures);
        Sections ofAll = new Sections(stories);
        Sections ofArticles = new Sections(inFull());
        List<Map<String, Object>> all = new ArrayList<>();
        List<Map<String, Object>> articles = new ArrayList<>();
        List<Map<String, Object>> briefs = new ArrayList<>();
        for (int i = 0; i < forms.length; i++) {
            Map<String, Object> map = model.map(stories.get(i), forms[i]);
            all.add(placed(map, ofAll.place(stories.get(i))));
            if (forms[i] == Form.BRIEF) {
                briefs.add(map);
            } else {
                articles.add(placed(map, ofArticles.place(stories.get(i))));
            }
        }
        return Map.of("stories", all, "articles", articles, "briefs", briefs);
    }

    private static Map<String, Object> placed(Map<String, Object> story, Map<String, Object> place) {
        Map<String, Object> placed = new LinkedHashMap<>(story);
        placed.putAll(place);
        return placed;
    }

    private List<Story> inFull() {
        List<Story> full = new ArrayList<>();
        for (int i = 0; i < forms.length; i++) {
            if (forms[i] != Form.BRIEF) {
                full.add(stories.get(i));
            }
        }
        return full;
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
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", dates.number(edition.number()));
        map.put("day", dates.day(day));
        map.put("window", dates.window(edition.window(), masthead.zone()));
        map.put("subject", subject());
        map.put("preheader", preheader(dates.day(day)));
        map.put("language", language.toLanguageTag());
        map.put("direction", direction(language));
        map.put("articles", stories.size());
        map.put("sections", Sections.exist(stories));
        return map;
    }

    private String subject() {
        return edition.note()
                .flatMap(Note::subject)
                .map(this::own)
                .orElseGet(() -> Cut.of(title(stories.get(0).article()), SUBJECT));
    }

    private String preheader(String day) {
        return edition.note().flatMap(Note::preheader).map(this::own).orElseGet(() -> madePreheader(day));
    }

    private String madePreheader(String day) {
        Article lead = stories.get(0).article();
        Stream<String> subjectIsNotTheLead =
                edition.note().flatMap(Note::subject).isPresent() ? Stream.of(title(lead)) : Stream.of();
        Stream<String> story = Stream.of(set(Opening.teaser(lead), lead));
        Stream<String> others = stories.stream().skip(1).map(other -> title(other.article()));
        return Preheader.of(Stream.of(subjectIsNotTheLead, story, others, Stream.of(own(masthead.name()), day))
                .flatMap(pieces -> pieces)
                .toList());
    }

    private static String title(Article article) {
        return set(article.title(), article);
    }

    private static String set(String words, Article article) {
        return Typography.set(Clean.words(words), article.language());
    }

    private Map<String, Object> note(Note note, Links links) {
        Locale written = masthead.language();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("title", own(note.title()));
        map.put("byline", own(note.byline()));
        map.put("blocks", new BlockModel(written, links, pictures).maps(note.blocks()));
        map.put("language", written.toLanguageTag());
        map.put("direction", direction(written));
        map.put("foreign", isForeign(written, language));
        return map;
    }

    private Map<String, Object> style() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(
                "footer",
                masthead.style().footer().stream().map(this::footerLine).toList());
        masthead.style().logo().flatMap(this::logo).ifPresent(logo -> map.put("logo", logo));
        return map;
    }

    private Optional<Map<String, Object>> logo(Picture logo) {
        String alt = logo.alt().isBlank() ? masthead.name() : logo.alt();
        return pictures.map(logo, own(alt));
    }

    private Map<String, Object> footerLine(FooterLine line) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("words", own(line.words()));
        line.link()
                .filter(Links::leadsSomewhere)
                .ifPresent(link -> map.put("link", Map.of("address", link.toASCIIString())));
        return map;
    }

    static boolean isForeign(Locale article, Locale variant) {
        return !article.getLanguage().equals(variant.getLanguage());
    }

    static String direction(Locale language) {
        return RIGHT_TO_LEFT.contains(language.getLanguage()) ? "rtl" : "ltr";
    }
}
