package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.web.RawRequest;
import gazette.web.Visitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are dropped on a page, over HTTP. */
final class DropPageTest {
    private static final String TEXT = "Un titre\r\nUne phrase, et « voilà ».\r\n";

    private static final String EVENTS = "GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n";

    @TempDir
    private Path temp;

    private Path folder;
    private TestWorkspace workspace;
    private StudioStage stage;
    private Visitor visitor;
    private String token;

    @BeforeEach
    void start() {
        folder = temp.resolve("workspace");
        workspace = TestWorkspace.make(folder, Options.smtp(25));
        open();
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private void open() {
        stage = StudioStage.over(folder);
        visitor = new Visitor(stage.port());
        token = Jsoup.parse(visitor.get("/schedule").body())
                .select("[data-token]")
                .attr("data-token");
    }

    @Test
    void aFileIsKeptOctetForOctetAndThePageOfArticlesShowsIt() throws IOException {
        HttpResponse<String> answer = drop("L’été à la mer.TXT", TEXT.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/articles?newsletter=la-gazette");
        assertThat(Files.readAllBytes(folder.resolve("articles/L-été-à-la-mer.txt")))
                .isEqualTo(TEXT.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(visitor.get("/articles").body()).contains("Un titre");
    }

    @Test
    void everyPageIsToldOfTheNewArticle() throws IOException {
        try (Socket page = RawRequest.open(stage.port(), EVENTS);
                BufferedReader told =
                        new BufferedReader(new InputStreamReader(page.getInputStream(), StandardCharsets.UTF_8))) {
            await(told, "retry: ");

            drop("une.txt");

            await(told, "event: article.new");
            await(told, "data: {\"file\":\"une.txt\"}");
        }
    }

    private static void await(BufferedReader lines, String beginning) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = lines.readLine();
        }
        assertThat(line).startsWith(beginning);
    }

    @Test
    void aFileOfTheSameNameIsKeptBesideTheFirst() throws IOException {
        for (String text : List.of("Une\n", "Deux\n", "Trois\n")) {
            assertThat(drop("une.txt", text.getBytes(StandardCharsets.UTF_8)).statusCode())
                    .isEqualTo(303);
        }

        assertThat(kept()).containsExactlyInAnyOrder("une.txt", "une-2.txt", "une-3.txt");
        assertThat(folder.resolve("articles/une.txt")).content().isEqualTo("Une\n");
        assertThat(folder.resolve("articles/une-3.txt")).content().isEqualTo("Trois\n");
    }

    @Test
    void aLinkOfThatNameIsNeitherFollowedNorWrittenOver() throws IOException {
        Path outside = temp.resolve("outside.txt");
        Files.createSymbolicLink(folder.resolve("articles/une.txt"), outside);

        assertThat(drop("une.txt").statusCode()).isEqualTo(303);

        assertThat(outside).doesNotExist();
        assertThat(Files.isSymbolicLink(folder.resolve("articles/une.txt"))).isTrue();
        assertThat(folder.resolve("articles/une-2.txt")).content().isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "../../outside.txt, outside.txt",
        "..\\..\\outside.txt, outside.txt",
        "/etc/cron.d/outside.txt, outside.txt",
        "C:\\outside.txt, outside.txt",
        "%2e%2e%2foutside.txt, 2e-2e-2foutside.txt",
        "....txt, article.txt",
        ".txt, article.txt",
        ".outside.txt, outside.txt",
        "-rf.txt, rf.txt",
        "<script>.txt, script.txt",
        "une.html.txt, une-html.txt",
        "😀😀.md, article.md"
    })
    void whateverAFileIsCalledItLandsInTheFolder(String name, String kept) throws IOException {
        assertThat(drop(name).statusCode()).isEqualTo(303);

        assertThat(kept()).containsExactly(kept);
        try (Stream<Path> beside = Files.list(temp)) {
            assertThat(beside).containsExactly(folder);
        }
    }

    @Test
    void aNameThatIsTooLongForTheDiskIsCut() throws IOException {
        assertThat(drop("é".repeat(2000) + ".txt").statusCode()).isEqualTo(303);

        assertThat(kept()).containsExactly("é".repeat(50) + ".txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"une.exe", "une", "une.txt.sh", "une.ftlh", "gazette.yaml", "une.txt/", "..", "txt"})
    void whatIsNoArticleByItsNameIsRefused(String name) throws IOException {
        HttpResponse<String> answer = drop(name);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("Ce n’est pas un article");
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatIsNoTextIsKeptAsItIsAndTheListSaysThatItCannotBeRead() throws IOException {
        byte[] binary = {0, 1, 2, 3, (byte) 0xff, 0, 0, 7, 'a', 0};

        assertThat(drop("une.txt", binary).statusCode()).isEqualTo(303);

        assertThat(Files.readAllBytes(folder.resolve("articles/une.txt"))).isEqualTo(binary);
        HttpResponse<String> list = visitor.get("/articles", "fr");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(list.body()).select(".articles li").text()).contains("une.txt", "Illisible");
    }

    @Test
    void aFileBeyondAMegabyteIsRefusedAndNothingOfItIsKept() throws IOException {
        for (int octets : List.of((1 << 20) + 1, (1 << 20) + 7000, (1 << 20) + 9000, 3 << 20)) {
            HttpResponse<String> answer = drop("une.txt", new byte[octets]);
            assertThat(answer.statusCode()).as("%s octets", octets).isEqualTo(413);
            assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("C’est trop volumineux");
        }
        assertThat(kept()).isEmpty();

        assertThat(drop("une.txt", "Une phrase.\n".repeat(80_000).getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(303);
        assertThat(kept()).containsExactly("une.txt");
    }

    @Test
    void anEmptyFileOrNoneIsRefused() throws IOException {
        assertThat(drop("une.txt", new byte[0]).statusCode()).isEqualTo(422);
        assertThat(post("--x--\r\n".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isIn(400, 422);
        assertThat(kept()).isEmpty();
    }

    @Test
    void aNewsletterWithoutAFolderSaysHowToGetOne() throws IOException {
        stage.close();
        Path settings = folder.resolve("gazette.yaml");
        workspace.write(
                "gazette.yaml",
                Files.readString(settings, StandardCharsets.UTF_8)
                        .replace("- folder: articles", "- feed: https://example.org/feed"));
        open();

        HttpResponse<String> answer = drop("une.txt");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.body()).select("main").text())
                .contains("n’a pas de dossier", "folder", "gazette.yaml");
        assertThat(kept()).isEmpty();
    }

    @Test
    void theFolderIsMadeWhenItIsNotThereYet() throws IOException {
        Files.delete(folder.resolve("articles"));

        assertThat(drop("une.txt").statusCode()).isEqualTo(303);

        assertThat(kept()).containsExactly("une.txt");
    }

    /** Nothing that was written aside is left. */
    private List<String> kept() throws IOException {
        if (Files.notExists(folder.resolve("articles"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("articles"))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private HttpResponse<String> drop(String name) {
        return drop(name, TEXT.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> drop(String name, byte[] content) {
        byte[] head = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name.replace("\\", "\\\\")
                        + "\"\r\nContent-Type: text/plain\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] form = new byte[head.length + content.length + tail.length];
        System.arraycopy(head, 0, form, 0, head.length);
        System.arraycopy(content, 0, form, head.length, content.length);
        System.arraycopy(tail, 0, form, head.length + content.length, tail.length);
        return post(form);
    }

    private HttpResponse<String> post(byte[] form) {
        try {
            return visitor.client()
                    .send(
                            visitor.request("/articles/drop?newsletter=la-gazette&token=" + token)
                                    .header("Content-Type", "multipart/form-data; boundary=x")
                                    .header("Accept-Language", "fr")
                                    .POST(BodyPublishers.ofByteArray(form))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
