package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.article.Article;
import gazette.article.Origin;
import gazette.cli.TestWorkspace.Options;
import gazette.config.Settings;
import gazette.config.SettingsFile;
import gazette.delivery.Epoch;
import gazette.delivery.Letter;
import gazette.delivery.Outbox;
import gazette.digest.RunOptions;
import gazette.edition.Cadence;
import gazette.edition.Form;
import gazette.edition.Newsletter;
import gazette.edition.NoteUnreadable;
import gazette.edition.Notes;
import gazette.mail.EmailAddress;
import gazette.pickup.Eagerness;
import gazette.proof.Look;
import gazette.proof.Looked;
import gazette.proof.Proof;
import gazette.render.TemplateProblem;
import gazette.schedule.Slots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs of a workspace, with a store that is read and nothing else. */
final class ProofsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant COMING = Instant.parse("2026-11-24T06:00:00Z");
    private static final Origin TWO = new Origin("folder:articles", "deux.txt");

    @TempDir
    private Path folder;

    private TestWorkspace files;
    private Workspace workspace;
    private Newsletter newsletter;
    private Cadence daily;

    @BeforeEach
    void aWorkspace() {
        files = TestWorkspace.make(folder, Options.smtp(25));
        open();
    }

    private void open() {
        Settings settings =
                SettingsFile.read(folder, Map.of(), Slots::objection).settings().orElseThrow();
        workspace = Workspace.open(settings, Clock.fixed(NOW, ZoneOffset.UTC));
        newsletter = settings.newsletters().get(0);
        daily = newsletter.cadences().get(0);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Looked look(Look look) {
        return workspace.proofs().look(workspace.workbench(), newsletter, daily, look, COMING);
    }

    private Proof coming() {
        return look(Look.COMING).proof().orElseThrow();
    }

    private static List<String> titles(Proof proof) {
        return proof.edition().articles().stream().map(Article::title).toList();
    }

    @Test
    void aProofIsTheComingEditionOnItsDay() {
        files.article("un.txt", "Un titre");

        Proof proof = coming();

        assertThat(titles(proof)).containsExactly("Un titre");
        assertThat(proof.slot()).isEqualTo(COMING);
        assertThat(proof.rendering().first().text()).containsPattern("24.novembre.2026");
        assertThat(proof.compiled().letter(PreviewFiles.SPECIMEN, "")).isInstanceOf(Letter.class);
    }

    @Test
    void theSameProofIsMadeOnce() {
        files.article("un.txt", "Un titre");

        assertThat(coming()).isSameAs(coming());
    }

    @Test
    void aProofIsMadeAnewWhenAnythingChangesThatItDependsOn() throws IOException {
        files.article("un.txt", "Un titre");
        Proof first = coming();

        files.article("deux.txt", "Un autre titre");
        Proof withArticle = coming();
        workspace.store().plans().change("la-gazette", "daily", plan -> plan.leftOut(TWO));
        Proof withPlan = coming();
        files.write("templates/digest/words_fr.properties", "subject = Objet changé");
        Proof withTemplate = coming();
        Files.delete(folder.resolve("templates/digest/words_fr.properties"));
        Proof without = coming();
        workspace.proofs().forget();

        assertThat(withArticle).isNotSameAs(first);
        assertThat(titles(withArticle)).hasSize(2);
        assertThat(titles(withPlan)).containsExactly("Un titre");
        assertThat(withTemplate).isNotSameAs(withPlan);
        assertThat(without).isNotSameAs(withTemplate);
        assertThat(coming()).isNotSameAs(without);
    }

    @Test
    void whileAnEditionIsDeliveredAProofIsNotMadeAnewForEachMessage() {
        files.article("un.txt", "Un titre");
        workspace
                .digestRun(Duration.ZERO)
                .run(newsletter, daily, NOW, new RunOptions(Optional.of(Duration.ZERO), Optional.empty()));
        files.article("deux.txt", "Un autre titre");
        Proof before = coming();
        Outbox outbox = workspace.store().outbox();
        Epoch epoch = outbox.enlist(Duration.ofMinutes(1));

        assertThat(outbox.claim(epoch, 2)).hasSize(2);
        Proof after = coming();
        workspace.store().subscribers().remove("la-gazette", EmailAddress.of("reader-1@example.org"));

        assertThat(after).isSameAs(before);
        assertThat(coming()).as("a reader left").isNotSameAs(before);
    }

    @Test
    void aProofFollowsThePlan() {
        files.article("un.txt", "Un titre");
        files.article("deux.txt", "Un autre titre");
        List<String> before = titles(coming());
        Origin second = coming().edition().articles().get(1).origin();

        workspace
                .store()
                .plans()
                .change(
                        "la-gazette",
                        "daily",
                        plan -> plan.movedUp(second, coming().edition().stories())
                                .inForm(second, Form.SHORT)
                                .withNote("# Bonjour\n\nUne *bonne* nouvelle."));
        Proof proof = coming();

        assertThat(titles(proof)).containsExactly(before.get(1), before.get(0));
        assertThat(proof.edition().stories().get(0).form()).isEqualTo(Form.SHORT);
        assertThat(proof.edition().note().orElseThrow().title()).isEqualTo("Bonjour");
    }

    @Test
    void withNothingNewThereIsTheReasonAndTheLastArticlesCanBeLookedAt() {
        files.article("un.txt", "Un titre");
        files.article("deux.txt", "Un autre titre");
        workspace.pickUp(Duration.ZERO).run(newsletter.sources(), Eagerness.NOW);
        workspace.store().editions().resumeOrCompose(newsletter, daily, NOW, Notes.NONE);

        Looked looked = look(Look.COMING);
        Looked last = look(new Look(OptionalInt.of(1), Optional.empty(), Optional.empty()));
        Looked since = look(
                new Look(OptionalInt.empty(), Optional.of(Instant.parse("2026-11-21T00:00:00Z")), Optional.empty()));
        Looked sinceTomorrow = look(new Look(OptionalInt.empty(), Optional.of(COMING), Optional.empty()));

        assertThat(looked.proof()).isEmpty();
        assertThat(looked.reason()).isEqualTo("no new article");
        assertThat(titles(last.proof().orElseThrow())).hasSize(1);
        assertThat(last.outlook().edition()).isEmpty();
        assertThat(last.outlook().reason()).isEqualTo("no new article");
        assertThat(titles(since.proof().orElseThrow())).hasSize(2);
        assertThat(sinceTomorrow.proof()).isEmpty();
        assertThat(sinceTomorrow.reason()).startsWith("no article since 2026-11-24");
    }

    @Test
    void theLastArticlesAreThoseOfTheFoldersToo() {
        Look last = new Look(OptionalInt.of(3), Optional.empty(), Optional.empty());

        Looked nothing = look(last);
        files.article("un.txt", "Un titre");

        assertThat(nothing.proof()).isEmpty();
        assertThat(nothing.reason()).isEqualTo("no article was ever picked up");
        assertThat(titles(look(last).proof().orElseThrow())).containsExactly("Un titre");
    }

    @Test
    void asOfADayItIsMadeForThatDay() {
        files.article("un.txt", "Un titre");
        Look look = new Look(OptionalInt.empty(), Optional.empty(), Optional.of(Instant.parse("2027-01-05T06:00:00Z")));

        assertThat(look(look).proof().orElseThrow().rendering().first().text()).containsPattern("5.janvier.2027");
    }

    @Test
    void whatIsBrokenIsSaidAndTheNextProofIsWhole() throws IOException {
        files.article("un.txt", "Un titre");
        files.write("templates/digest/html.ftlh", "${nobody.knows}");
        assertThatThrownBy(this::coming).isInstanceOf(TemplateProblem.class).hasMessageContaining("html.ftlh");
        Files.delete(folder.resolve("templates/digest/html.ftlh"));
        workspace.store().plans().change("la-gazette", "daily", plan -> plan.withNote("![Rien](rien.png)"));
        assertThatThrownBy(this::coming).isInstanceOf(NoteUnreadable.class).hasMessageContaining("rien.png");

        workspace.store().plans().change("la-gazette", "daily", plan -> plan.withNote(""));

        assertThat(titles(coming())).containsExactly("Un titre");
    }
}
