package gazette.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gazette.article.Articles;
import gazette.article.FolderSource;
import gazette.article.MemoryArticles;
import gazette.article.Paragraph;
import gazette.article.SourceLanguage;
import gazette.delivery.Outbox;
import gazette.digest.Rehearsal.Outlook;
import gazette.edition.ArticleLimits;
import gazette.edition.Cadence;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.Editions;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Masthead;
import gazette.edition.Newsletter;
import gazette.edition.Note;
import gazette.edition.Notes;
import gazette.edition.Presentation;
import gazette.edition.Presentation.Pictures;
import gazette.edition.Presentation.Sections;
import gazette.edition.Selection;
import gazette.edition.Supply;
import gazette.fetch.FakeFetcher;
import gazette.fetch.Fetched;
import gazette.mail.Mailbox;
import gazette.pickup.MemorySources;
import gazette.pickup.PickUp;
import gazette.pickup.Sources;
import gazette.pickup.Web;
import gazette.picture.Illustrator;
import gazette.render.Renderer;
import gazette.store.memory.MemoryEditions;
import gazette.store.memory.MemoryOutbox;
import gazette.store.memory.MemorySubscribers;
import gazette.subscriber.Subscribers;
import gazette.text.FolderReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run against ports in memory, killed before and after every call of every port. */
final class DigestRunTest {
    private static final Instant SLOT = Instant.parse("2026-11-23T06:00:00Z");
    private static final Instant NEXT_SLOT = SLOT.plus(Duration.ofDays(1));
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Cadence DAILY = new Cadence("daily", "0 0 7 * * ?");
    private static final Cadence EACH =
            new Cadence("each", "0 0 * ? * *", Optional.of("digest"), Optional.of(new ArticleLimits(1, 1)));
    private static final EditionId FIRST = new EditionId("la-gazette", 1);

    @TempDir
    private Path folder;

    private Newsletter newsletter;
    private World world;

    /** Ports in memory, and a run over them. */
    private final class World {
        final Clock clock = Clock.fixed(SLOT.plusSeconds(1), ZoneOffset.UTC);
        final MemoryArticles articles = new MemoryArticles();
        final MemorySources sources = new MemorySources();
        final MemoryEditions editions = new MemoryEditions(articles::candidates, clock);
        final MemorySubscribers subscribers = new MemorySubscribers();
        int looks;
        /** Another one each time that it is looked for, as of an editor who goes on writing. */
        final Notes notes = (of, key, number) -> Optional.of(
                new Note("", "", List.of(new Paragraph("Version " + ++looks)), Optional.empty(), Optional.empty()));

        final MemoryOutbox outbox = new MemoryOutbox(editions, subscribers, clock);

        RunReport run(Instant slot, MomentOfDeath death) {
            return run(DAILY, slot, death);
        }

        RunReport run(Cadence cadence, Instant slot, MomentOfDeath death) {
            Articles watched = death.watch(Articles.class, articles);
            DigestRun run = new DigestRun(
                    pickUp(watched, death),
                    death.watch(Subscribers.class, subscribers),
                    death.watch(Editions.class, editions),
                    death.watch(Notes.class, notes),
                    prepress(death.watch(Outbox.class, outbox)),
                    death.watch(Outbox.class, outbox));
            return run.run(newsletter, cadence, slot, RunOptions.AS_SCHEDULED);
        }

        private Prepress prepress(Outbox readers) {
            return new Prepress(new Illustrator(), new Renderer(folder.resolve("templates")), readers);
        }

        private PickUp pickUp(Articles into, MomentOfDeath death) {
            return new PickUp(
                    into,
                    death.watch(Sources.class, sources),
                    new FolderReader(clock, Duration.ZERO),
                    new Web(
                            new FakeFetcher(request -> new Fetched.Gone()),
                            Runnable::run,
                            Duration.ofSeconds(9),
                            () -> 0),
                    clock);
        }

        Outlook rehearse(Cadence cadence, Instant slot) {
            Rehearsal rehearsal =
                    new Rehearsal(articles, pickUp(articles, new MomentOfDeath(0)), editions, notes, prepress(outbox));
            return rehearsal.run(newsletter, cadence, slot);
        }
    }

    @BeforeEach
    void twoArticlesAndThreeReaders() throws IOException {
        article("un.txt", "Le premier titre");
        article("deux.txt", "Le second titre");
        Path list = folder.resolve("readers.csv");
        Files.writeString(
                list,
                "address\nreader-1@example.org\nreader-2@example.org\nreader-3@example.org\n",
                StandardCharsets.UTF_8);
        Masthead masthead = new Masthead(
                "la-gazette",
                "La Gazette",
                Mailbox.of("La Gazette <lettre@example.org>"),
                Optional.empty(),
                Locale.FRENCH,
                PARIS,
                "1 rue de l’Exemple, 75002 Paris",
                URI.create("https://lettre.example.org"));
        newsletter = new Newsletter(
                masthead,
                List.of(Supply.of(new FolderSource(
                        "articles", folder.resolve("articles"), PARIS, SourceLanguage.of(Locale.FRENCH)))),
                Selection.of(new ArticleLimits(1, 12)),
                List.of(DAILY),
                Optional.of(list),
                "digest",
                Duration.ZERO,
                InDoubtPolicy.RETRY);
        world = new World();
    }

    @Test
    void aRunMakesOneEditionOfWhatIsNewAndOwesItToEverybody() {
        RunReport report = world.run(SLOT, new MomentOfDeath(0));

        assertThat(report.edition().orElseThrow().number()).isOne();
        assertThat(report.edition().orElseThrow().articles()).hasSize(2);
        assertThat(report.audience().orElseThrow().size()).isEqualTo(3);
    }

    @Test
    void aRunKilledBeforeOrAfterAnyPortCallIsFinishedByTheNext() {
        int moments = momentsOfOneRun();
        assertThat(moments).as("each port call is two moments").isGreaterThanOrEqualTo(10);

        for (int fatal = 1; fatal <= moments; fatal++) {
            world = new World();
            MomentOfDeath death = new MomentOfDeath(fatal);
            MomentOfDeath.Killed killed =
                    catchThrowableOfType(MomentOfDeath.Killed.class, () -> world.run(SLOT, death));
            assertThat(killed).as("killed at moment %d", fatal).isNotNull();

            world.run(SLOT, new MomentOfDeath(0));

            everythingIsThereOnce(fatal);
        }
    }

    @Test
    void aSlotThatRanIsNotRunAgain() {
        world.run(SLOT, new MomentOfDeath(0));
        world.run(SLOT, new MomentOfDeath(0));

        everythingIsThereOnce(0);
        assertThat(world.looks).as("the note is looked for once").isOne();
    }

    @Test
    void aSlotThatWasRenderedIsNotRenderedAgain() throws IOException {
        world.run(SLOT, new MomentOfDeath(0));
        Path template = Files.createDirectories(folder.resolve("templates/digest"));
        Files.writeString(template.resolve("html.ftlh"), "${broken", StandardCharsets.UTF_8);

        RunReport again = world.run(SLOT, new MomentOfDeath(0));

        assertThat(again.edition()).isPresent();
    }

    @Test
    void aRehearsalShowsWhatTheRunThenMakesAndLeavesNothing() {
        newsletter = new Newsletter(
                newsletter.masthead(),
                newsletter.supplies(),
                newsletter.selection(),
                List.of(EACH),
                newsletter.subscribers(),
                "no-such-template",
                new Presentation(Sections.SOURCE, 0, 0, Pictures.LINK, Optional.empty()),
                Duration.ZERO,
                InDoubtPolicy.RETRY);

        Outlook outlook = world.rehearse(EACH, SLOT);

        assertThat(outlook.waiting()).as("the cadence sends each article alone").isOne();
        assertThat(world.editions.list(Optional.empty())).isEmpty();
        RunReport report = world.run(EACH, SLOT, new MomentOfDeath(0));
        Edition rehearsed = outlook.edition().orElseThrow();
        Edition made = report.edition().orElseThrow();
        assertThat(made.stories()).hasSize(1).isEqualTo(rehearsed.stories());
        assertThat(made.template()).isEqualTo("digest").isEqualTo(rehearsed.template());
        assertThat(List.of(made.note().isPresent(), rehearsed.note().isPresent()))
                .containsOnly(true);
    }

    @Test
    void aSlotWithoutNewArticlesUsesNoNumberAndKeepsItsReason() throws IOException {
        world.run(SLOT, new MomentOfDeath(0));

        RunReport second = world.run(NEXT_SLOT, new MomentOfDeath(0));
        article("trois.txt", "Le troisième titre");
        RunReport sameSlotAgain = world.run(NEXT_SLOT, new MomentOfDeath(0));
        RunReport third = world.run(NEXT_SLOT.plusSeconds(1), new MomentOfDeath(0));

        assertThat(second.reason()).isEqualTo("no new article");
        assertThat(sameSlotAgain.edition()).as("a skipped slot stays skipped").isEmpty();
        assertThat(third.edition().orElseThrow().number()).isEqualTo(2);
        assertThat(world.editions.skips(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void withoutAReaderNoEditionIsMadeAndTheArticlesWait() throws IOException {
        Path list = folder.resolve("readers.csv");
        Files.writeString(list, "address\n", StandardCharsets.UTF_8);
        RunReport nobody = world.run(SLOT, new MomentOfDeath(0));
        Files.writeString(list, "address\nreader-1@example.org\n", StandardCharsets.UTF_8);
        RunReport somebody = world.run(NEXT_SLOT, new MomentOfDeath(0));

        assertThat(nobody.edition()).isEmpty();
        assertThat(nobody.reason()).contains("nobody subscribes");
        assertThat(somebody.edition().orElseThrow().articles()).hasSize(2);
    }

    private int momentsOfOneRun() {
        MomentOfDeath watching = new MomentOfDeath(0);
        new World().run(SLOT, watching);
        return watching.passed();
    }

    private void everythingIsThereOnce(int fatal) {
        assertThat(world.articles.all()).as("after death %d", fatal).hasSize(2);
        assertThat(world.editions.list(Optional.empty()))
                .as("after death %d", fatal)
                .hasSize(1);
        assertThat(world.editions.find(FIRST).orElseThrow().articles()).hasSize(2);
        assertThat(world.editions.rendering(FIRST)).isPresent();
        assertThat(world.editions.find(FIRST).orElseThrow().note().orElseThrow().blocks())
                .as("after death %d", fatal)
                .containsExactly(new Paragraph("Version " + world.looks));
        assertThat(world.outbox.tally(FIRST).audience())
                .as("after death %d", fatal)
                .isEqualTo(3);
        assertThat(world.outbox.tally(FIRST).waiting()).isEqualTo(3);
    }

    private void article(String name, String title) throws IOException {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(
                articles.resolve(name),
                title + "\nUn premier paragraphe de «" + title
                        + "», avec tout l'essentiel.\nEt un second, plus court.\n",
                StandardCharsets.UTF_8);
    }
}
