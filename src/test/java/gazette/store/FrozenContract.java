package gazette.store;

import static gazette.store.Samples.DAILY;
import static gazette.store.Samples.SLOT;
import static gazette.store.Samples.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.article.EmbeddedPicture;
import gazette.article.Figure;
import gazette.article.LinkedPicture;
import gazette.article.Paragraph;
import gazette.edition.ArticleLimits;
import gazette.edition.Cadence;
import gazette.edition.Composition.Composed;
import gazette.edition.Edition;
import gazette.edition.Form;
import gazette.edition.Illustrations;
import gazette.edition.Illustrations.Shown;
import gazette.edition.Inline;
import gazette.edition.Newsletter;
import gazette.edition.Note;
import gazette.edition.NoteUnreadable;
import gazette.edition.Notes;
import gazette.edition.Presentation;
import gazette.edition.Presentation.Pictures;
import gazette.edition.Presentation.Sections;
import gazette.edition.Rendering;
import gazette.edition.Story;
import gazette.edition.Style;
import gazette.edition.Style.FooterLine;
import gazette.edition.TemplateText;
import gazette.edition.Variant;
import gazette.edition.VariantKey;
import gazette.mail.Format;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link gazette.edition.Editions} gives back as it was composed and rendered. */
abstract class FrozenContract {
    private static final EmbeddedPicture LOGO =
            new EmbeddedPicture("image/png", 240, 80, "Le titre en «lettres»", new byte[] {9, 8, 7});
    private static final LinkedPicture FAR = new LinkedPicture(
            URI.create("https://example.org/carte.jpg"), "La \"carte\"", Optional.of(new LinkedPicture.Size(600, 400)));

    final HandClock clock = new HandClock();
    private World world;

    abstract World world(Clock clock);

    @BeforeEach
    void open() {
        world = world(clock);
        for (int number = 1; number <= 4; number++) {
            world.pickUp(article(number));
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anEditionKeepsItsStyle() {
        Style embedded = new Style(
                Map.of("accent", "#8f1418", "dark-accent", "#ff9999"),
                Map.of("serif", "Georgia, serif"),
                Optional.of(LOGO),
                List.of(
                        new FooterLine("Mentions «légales» \\ \"toutes\"", Optional.empty()),
                        new FooterLine("Écrire", Optional.of(URI.create("mailto:lettre@example.org")))));
        Style linked = new Style(Map.of(), Map.of(), Optional.of(FAR), List.of());

        assertThat(reloaded(compose(styled(embedded), SLOT)).masthead().style()).isEqualTo(embedded);
        assertThat(reloaded(compose(styled(linked), SLOT.plusSeconds(1)))
                        .masthead()
                        .style())
                .isEqualTo(linked);
    }

    @Test
    void anEditionKeepsItsNote() {
        Note whole = new Note(
                "Édito",
                "la rédaction",
                List.of(
                        new Paragraph("Chères lectrices,\nchers lecteurs"),
                        new Figure(LOGO, "Vue"),
                        new Figure(FAR, "")),
                Optional.of("Un sujet"),
                Optional.of("Un aperçu"));
        Note bare = new Note("", "", List.of(), Optional.empty(), Optional.empty());

        Edition first = compose(one(), DAILY, SLOT, (newsletter, key, number) -> {
            assertThat(newsletter.id()).isEqualTo(Samples.NEWSLETTER);
            assertThat(key.slot()).isEqualTo(SLOT);
            assertThat(number).isOne();
            return Optional.of(whole);
        });
        Edition second = compose(one(), DAILY, SLOT.plusSeconds(1), (newsletter, key, number) -> Optional.of(bare));

        assertThat(first.note()).contains(whole);
        assertThat(reloaded(first)).isEqualTo(first);
        assertThat(reloaded(second).note()).contains(bare);
        assertThat(reloaded(compose(one(), SLOT.plusSeconds(2))).note()).isEmpty();
    }

    @Test
    void aNoteIsNotLookedForAgainNorWithoutAnEdition() {
        Edition edition = compose(one(), SLOT);
        Notes broken = (newsletter, key, number) -> {
            throw new NoteUnreadable("notes/2.md: this is none");
        };

        assertThat(compose(one(), DAILY, SLOT, broken)).isEqualTo(edition);
        Newsletter picky = Samples.newsletter(new ArticleLimits(5, 5));
        assertThat(world.editions().resumeOrCompose(picky, DAILY, SLOT.plusSeconds(1), broken))
                .isNotInstanceOf(Composed.class);
    }

    @Test
    void aNoteThatCannotBeReadLeavesEverythingAsItWas() {
        assertThatThrownBy(() -> compose(one(), DAILY, SLOT, (newsletter, key, number) -> {
                    throw new NoteUnreadable("notes/1.md: this is none");
                }))
                .isInstanceOf(NoteUnreadable.class);

        assertThat(world.editions().list(Optional.empty())).isEmpty();
        assertThat(world.editions().skips(Optional.empty(), 9)).isEmpty();
        assertThat(compose(one(), SLOT).number()).isOne();
    }

    @Test
    void anEditionKeepsItsSectionsAndForms() {
        Presentation presentation = new Presentation(Sections.TOPIC, 1, 1, Pictures.EMBED, Optional.empty());

        Edition edition =
                compose(presented(new ArticleLimits(1, 3), presentation, Style.NONE), DAILY, SLOT, Notes.NONE);

        assertThat(edition.stories()).extracting(Story::section).containsExactly("", "marchés", "marchés");
        assertThat(edition.stories()).extracting(Story::form).containsExactly(Form.LONG, Form.SHORT, Form.BRIEF);
        assertThat(reloaded(edition)).isEqualTo(edition);
    }

    @Test
    void aCadenceHasATemplateAndLimitsOfItsOwn() {
        Cadence each = new Cadence("each", "0 0 * * * ?", Optional.of("single"), Optional.of(new ArticleLimits(1, 1)));
        Newsletter newsletter = Samples.newsletter(new ArticleLimits(3, 12));

        Edition first = compose(newsletter, each, SLOT, Notes.NONE);
        Edition second = compose(newsletter, each, SLOT.plusSeconds(1), Notes.NONE);

        assertThat(reloaded(first).template()).isEqualTo("single");
        assertThat(first.articles()).containsExactly(article(4));
        assertThat(second.articles()).hasSize(1).doesNotContain(article(4));
        assertThat(compose(newsletter, SLOT).template()).isEqualTo("digest");
    }

    @Test
    void anArticleThatComesAfterItsEditionIsInTheNext() {
        Edition first = compose(Samples.newsletter(), SLOT);
        clock.forward(Duration.ofMinutes(1));
        world.pickUp(article("folder:articles", "tard.txt", "Publié avant, reçu après.", 0));

        assertThat(compose(Samples.newsletter(), SLOT)).isEqualTo(first);
        assertThat(compose(Samples.newsletter(), SLOT.plus(Duration.ofDays(1))).articles())
                .containsExactly(article("folder:articles", "tard.txt", "Publié avant, reçu après.", 0));
    }

    @Test
    void aRenderingComesBackWithAllThatItTakesToMakeItAgain() {
        Edition edition = compose(one(), SLOT);
        Rendering rendering = new Rendering(
                new TemplateText(
                        "digest", Map.of("html.ftlh", "<p>${reader.name}</p>\n", "style.css", "a \\ \"b\" {}")),
                new Illustrations(Map.of(
                        "https://example.org/a.jpg",
                        new Shown(Optional.of(LOGO), ""),
                        "https://example.org/b.jpg",
                        new Shown(Optional.of(FAR), "is heavy: 3 MB"),
                        "c".repeat(64),
                        new Shown(Optional.empty(), "there is no such file"))),
                Set.of("name", "city"),
                List.of(
                        variant(Locale.FRENCH, List.of(0, 1), Format.HTML, Set.of()),
                        variant(Locale.CANADA_FRENCH, List.of(0), Format.HTML, Set.of("name", "city")),
                        variant(Locale.ENGLISH, List.of(1), Format.TEXT, Set.of())));

        world.editions().keep(edition.id(), rendering);

        assertThat(world.editions().rendering(edition.id())).contains(rendering);
    }

    @Test
    void editionsOfOneTemplateEachKeepTheFilesThatTheyWereMadeOf() {
        Edition first = compose(one(), SLOT);
        Edition second = compose(one(), SLOT.plusSeconds(1));
        Edition third = compose(one(), SLOT.plusSeconds(2));
        TemplateText before = new TemplateText("digest", Map.of("a.ftl", "before"));
        TemplateText after = new TemplateText("digest", Map.of("a.ftl", "after"));

        world.editions().keep(first.id(), made(before));
        world.editions().keep(second.id(), made(before));
        world.editions().keep(third.id(), made(after));

        assertThat(world.editions().rendering(first.id()).orElseThrow().template())
                .isEqualTo(before);
        assertThat(world.editions().rendering(second.id()).orElseThrow().template())
                .isEqualTo(before);
        assertThat(world.editions().rendering(third.id()).orElseThrow().template())
                .isEqualTo(after);
    }

    private static Rendering made(TemplateText template) {
        return new Rendering(
                template,
                Illustrations.AS_WRITTEN,
                Set.of(),
                List.of(variant(Locale.FRENCH, List.of(0), Format.HTML, Set.of())));
    }

    private static Variant variant(Locale language, List<Integer> stories, Format format, Set<String> absent) {
        Optional<String> html = format == Format.TEXT ? Optional.empty() : Optional.of("<p>Bonjour</p>");
        EmbeddedPicture elsewhere = new EmbeddedPicture("image/png", 240, 80, "In " + language, LOGO.octets());
        return new Variant(
                new VariantKey(language, stories, format, absent),
                "La Gazette",
                html,
                "Bonjour\n",
                html.isEmpty()
                        ? List.of()
                        : List.of(
                                new Inline("logo@gazette.example.org", LOGO),
                                new Inline("b@gazette.example.org", elsewhere)),
                absent.isEmpty() ? List.of() : List.of("reader.name?upper_case in html.ftlh:3:7"));
    }

    private static Newsletter one() {
        return styled(Style.NONE);
    }

    private static Newsletter styled(Style style) {
        return presented(new ArticleLimits(1, 1), Presentation.PLAIN, style);
    }

    private static Newsletter presented(ArticleLimits limits, Presentation presentation, Style style) {
        return Samples.newsletter(limits, presentation, style);
    }

    private Edition reloaded(Edition edition) {
        return world.editions().find(edition.id()).orElseThrow();
    }

    private Edition compose(Newsletter newsletter, Instant slot) {
        return compose(newsletter, DAILY, slot, Notes.NONE);
    }

    private Edition compose(Newsletter newsletter, Cadence cadence, Instant slot, Notes notes) {
        return ((Composed) world.editions().resumeOrCompose(newsletter, cadence, slot, notes)).edition();
    }
}
