package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.TestWorkspace.Options;
import gazette.delivery.TallyingSmtp;
import gazette.delivery.TallyingSmtp.Faults;
import gazette.subscriber.Token;
import gazette.subscriber.Tokens;
import gazette.web.Visitor;
import gazette.web.WebServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code gazette preview --out} and what it is told to look at. */
final class PreviewTest {
    @TempDir
    private Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void anArticle() {
        workspace = TestWorkspace.make(folder, Options.smtp(25));
        workspace.article("un.txt", "Un titre");
    }

    private Typed preview(String... options) {
        String[] all = new String[options.length + 3];
        System.arraycopy(new String[] {"preview", "--out", "draft"}, 0, all, 0, 3);
        System.arraycopy(options, 0, all, 3, options.length);
        return Typed.in(folder, all);
    }

    private String text(int number) throws IOException {
        return Files.readString(folder.resolve("draft/la-gazette-" + number + ".txt"), StandardCharsets.UTF_8);
    }

    @Test
    void theMessageIsThatOfThePersonaOrOfTheSubscriberWhoIsNamed() throws IOException {
        Typed.in(folder, "subscribers", "import", "la-gazette");

        assertThat(preview("--persona", "language-de").code()).isEqualTo(ExitCode.DONE);
        assertThat(text(1)).contains("lectrice@orange.example");
        assertThat(preview("--persona", "reader-2@example.org").code()).isEqualTo(ExitCode.DONE);
        assertThat(text(1)).contains("reader-2@example.org");
    }

    @Test
    void asOfADayItIsTheEditionOfThatDay() throws IOException {
        Typed typed = preview("--as-of", "2027-01-05");

        assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
        assertThat(text(1)).containsPattern("5.janvier.2027");
    }

    @Test
    void withNothingNewItSaysSoAndShowsTheNewestWhenAsked() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace.make(folder, Options.smtp(smtp.port()));
            Typed.in(folder, "send", "la-gazette", "--confirm", "la-gazette");
        }

        Typed nothing = preview();
        Typed last = preview("--last", "3");
        Typed since = preview("--since", "2026-11-21");
        Typed none = preview("--since", "2126-11-21");

        assertThat(nothing.out()).contains("There would be no edition: no new article.", "--last 3");
        assertThat(last.out()).contains("a look at 1 article: there would be none, no new article.", "Un titre");
        assertThat(text(2)).containsIgnoringCase("Un titre");
        assertThat(since.out()).contains("Un titre");
        assertThat(none.out()).contains("There is no such article to look at either.");
        assertThat(none.code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void anEditionThatWasSentIsReadOnline() throws IOException {
        try (TallyingSmtp smtp = new TallyingSmtp(0, Faults.NONE)) {
            TestWorkspace.make(folder, Options.smtp(smtp.port()));
            Typed.in(folder, "send", "la-gazette", "--confirm", "la-gazette");
        }
        Tokens tokens = Tokens.open(folder.resolve("data/secret.key"));
        Gazette gazette = new Gazette(Typed.surroundings(folder), HeadStart.NONE);

        try (Workspace read = gazette.lookAt(gazette.settings());
                WebServer web = PreviewServer.start(new PreviewDesk(gazette, read), 0, "http://127.0.0.1")) {
            Visitor visitor = new Visitor(web.port());
            String sent = "/online/" + tokens.sign(new Token(Token.Purpose.READ, "la-gazette", 1));
            String unsent = "/online/" + tokens.sign(new Token(Token.Purpose.READ, "la-gazette", 2));

            assertThat(visitor.get(sent).statusCode()).isEqualTo(200);
            assertThat(visitor.get(sent).body()).contains("Un titre");
            assertThat(visitor.get(unsent).statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--persona no-nam       | Did you mean «no-name»?",
                "--persona zzzzzzzzz    | There are reader, long-name, no-name",
                "--persona a@b@c        | --persona is «a@b@c»",
                "--persona x@example.org| no confirmed subscriber of la-gazette",
                "--last 0               | --last is 0: give a number from 1 to 99",
                "--last 1 --since 2026-11-21 | give one of them",
                "--since yesterday      | --since is «yesterday»: give a day such as",
                "--as-of 2026-13-01     | --as-of is «2026-13-01»",
            })
    void whatCannotBeLookedAtIsRefusedWithTheRemedy(String options, String words) {
        Typed typed = preview(options.strip().split(" "));

        assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).contains(words);
    }
}
