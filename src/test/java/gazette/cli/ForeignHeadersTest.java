package gazette.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.TestWorkspace.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a newsroom writes, its message has the header fields that it should have and no others. */
final class ForeignHeadersTest {
    private static final String MAILBOX = "Lettre";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\\r", "\\n", "\\r\\n", "\\u2028", "\\u2029", "\\u560D\\u560A"})
    void namesAndTitlesOfSeveralLinesAreMadeOneLine(String control) throws IOException {
        TestWorkspace workspace = workspace(evil("x", control), MAILBOX);

        Typed typed = preview(workspace);

        assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
        assertThat(fields(workspace)).isEqualTo(usual());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\0", "\\u0001", "\\u0085"})
    void anArticleWithAnotherControlCharacterIsRefused(String control) {
        Typed typed = preview(workspace(evil("x", control), MAILBOX));

        assertThat(typed.err()).contains("articles/un.md:2: title holds a control character: write it without");
        assertThat(folder.resolve("draft")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\r", "\\n", "\\0", "\\u0085", "\\u2028", "\\u560D\\u560A"})
    void aSenderOfSeveralLinesIsRefused(String control) {
        Typed typed = preview(workspace("La Gazette", evil(MAILBOX, control)));

        assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).contains("newsletters.la-gazette.from");
    }

    private static String evil(String word, String control) {
        return word + control + "Bcc: reader-9@example.org" + control + control + "body";
    }

    private List<String> usual() throws IOException {
        TestWorkspace workspace = workspace("La Gazette", MAILBOX);
        assertThat(preview(workspace).code()).isEqualTo(ExitCode.DONE);
        return fields(workspace);
    }

    /**
     * Its newsletter, article and note are all called {@code words}.
     *
     * @param words and {@code sender} as YAML has them between quotes
     */
    private TestWorkspace workspace(String words, String sender) {
        TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(2525));
        workspace.write("gazette.yaml", settings(words, sender));
        workspace.write(
                "articles/un.md",
                "---\ntitle: \"" + words + "\"\nauthor: \"" + words
                        + "\"\n---\n\nLe premier paragraphe dit l'essentiel.\n");
        workspace.write(
                "notes/1.md", "---\ntitle: \"" + words + "\"\nsubject: \"" + words + "\"\n---\n\nBonjour à toutes.\n");
        return workspace;
    }

    private static String settings(String name, String sender) {
        return TestWorkspace.settings(Options.smtp(2525))
                .replace("name: La Gazette", "name: \"" + name + "\"\n    notes: notes")
                .replace("from: La Gazette <", "from: \"" + sender + " <")
                .replace("<lettre@example.org>", "<lettre@example.org>\"");
    }

    private static Typed preview(TestWorkspace workspace) {
        return Typed.in(workspace.folder(), "preview", "--out", "draft");
    }

    private static List<String> fields(TestWorkspace workspace) throws IOException {
        String message =
                Files.readString(workspace.folder().resolve("draft/la-gazette-1.eml"), StandardCharsets.ISO_8859_1);
        return message.substring(0, message.indexOf("\r\n\r\n"))
                .lines()
                .filter(line -> !line.startsWith(" ") && !line.startsWith("\t"))
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }
}
