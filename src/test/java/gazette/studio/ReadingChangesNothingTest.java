package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.digest.RunOptions;
import gazette.sink.Sink;
import gazette.web.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No page of the studio changes a row of the store or a file of the workspace, nor does a test message. */
final class ReadingChangesNothingTest {
    private static final Instant SLOT = Instant.parse("2026-11-23T06:00:00Z");

    @TempDir
    private Path folder;

    private Sink sink;
    private StudioStage stage;
    private Visitor visitor;

    @BeforeEach
    void sendAnEditionAndWriteAnotherArticle() {
        sink = Sink.start("127.0.0.1", 0, Clock.systemUTC());
        TestWorkspace workspace = TestWorkspace.make(folder, Options.smtp(sink.smtpPort()));
        workspace.article("une.txt", "Un titre");
        Letters.to(sink, "Été", "<p>Bonjour</p>");
        stage = StudioStage.over(folder, Clock.systemUTC(), Optional.empty(), Optional.of(sink));
        stage.run(SLOT, new RunOptions(Optional.of(Duration.ZERO), Optional.empty()));
        workspace.article("deux.txt", "Un autre titre");
        visitor = new Visitor(stage.port());
    }

    @AfterEach
    void stop() {
        stage.close();
        sink.close();
    }

    @Test
    void everyPageLeavesEveryRowAndEveryFileAsItWas() throws Exception {
        SampleAddresses samples = SampleAddresses.of(sink, stage.port());
        SortedMap<String, List<String>> rows = rows();
        SortedMap<String, String> files = files();

        for (String path : stage.studio().reads()) {
            for (String address : samples.of(path)) {
                int status = status(address);

                assertThat(status).as(address).isLessThan(500);
                assertThat(rows()).as(address).isEqualTo(rows);
            }
        }

        assertThat(rows.get("edition")).as("there was something to change").hasSize(1);
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void whoAsksForTheHeadersOfAPageAloneChangesNothingEither() throws Exception {
        SampleAddresses samples = SampleAddresses.of(sink, stage.port());
        SortedMap<String, List<String>> rows = rows();
        SortedMap<String, String> files = files();

        for (String path : stage.studio().reads()) {
            for (String address : samples.of(path)) {
                HttpResponse<String> head = visitor.head(address);

                assertThat(head.statusCode()).as(address).isEqualTo(status(address));
                assertThat(head.body()).as(address).isEmpty();
                assertThat(rows()).as(address).isEqualTo(rows);
            }
        }
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void aTestMessageLeavesEveryRowAndEveryFileAsItWas() throws Exception {
        String token = Jsoup.parse(visitor.get("/").body())
                .select("input[name=" + FormToken.FIELD + "]")
                .attr("value");
        SortedMap<String, List<String>> rows = rows();
        SortedMap<String, String> files = files();

        HttpResponse<String> answer = visitor.post(
                "/next/test?newsletter=la-gazette",
                "application/x-www-form-urlencoded",
                FormToken.FIELD + "=" + token + "&to="
                        + URLEncoder.encode("reader-7@example.org", StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(sink.messages())
                .as("the letter from outside, and the test")
                .hasSize(2)
                .anyMatch(message -> message.to().equals("reader-7@example.org"));
        assertThat(rows()).isEqualTo(rows);
        assertThat(files()).isEqualTo(files);
    }

    /** Of a stream of events the first line alone. */
    private int status(String address) throws IOException, InterruptedException {
        HttpRequest request = visitor.request(address).GET().build();
        HttpResponse<InputStream> answer = visitor.client().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (!address.startsWith("/events")) {
                body.readAllBytes();
            }
        }
        return answer.statusCode();
    }

    /** Every row of every table, as text. */
    private SortedMap<String, List<String>> rows() throws SQLException {
        SortedMap<String, List<String>> rows = new TreeMap<>();
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/gazette.db"));
                Statement statement = store.createStatement()) {
            for (String table : texts(statement, "select name from sqlite_master where type = 'table'", 1)) {
                rows.put(table, texts(statement, "select * from \"" + table + "\"", 0));
            }
        }
        return rows;
    }

    /** @param column from 1; 0 for all of them */
    private static List<String> texts(Statement statement, String sql, int column) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(sql)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = Math.max(1, column); i <= (column == 0 ? columns : column); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                texts.add(String.join(" | ", row));
            }
        }
        return texts;
    }

    private SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("data")))
                    .toList()) {
                files.put(folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
