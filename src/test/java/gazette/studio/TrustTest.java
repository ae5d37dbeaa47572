package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.cli.StudioStage;
import gazette.cli.TestWorkspace;
import gazette.cli.TestWorkspace.Options;
import gazette.digest.RunOptions;
import gazette.digest.RunReport;
import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import gazette.sink.Sink;
import gazette.web.RawRequest;
import gazette.web.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No address and no field of a form leads out of the workspace, and no change is made without the token. */
final class TrustTest {
    private static final String OUTSIDE = "canary-outside-the-workspace";
    private static final Instant SLOT = Instant.parse("2026-11-23T06:00:00Z");

    /** Ways that lead up, elsewhere, or to the end of a string. */
    private static final List<String> WAYS = List.of(
            "..",
            "../../outside.txt",
            "%2e%2e",
            "%2e%2e%2f%2e%2e%2foutside.txt",
            "..%5c..%5coutside.txt",
            "%252e%252e%252foutside.txt",
            "%2fetc%2fpasswd",
            "/etc/passwd",
            "link.txt",
            "a%00b",
            "%c0%ae%c0%ae");

    private static final String ONE_FILE = """
            --x
            Content-Disposition: form-data; name="file"; filename="../../outside.txt"

            Un titre
            --x--
            """.replace("\n", "\r\n");

    private static final List<String> FIELDS = List.of(
            "address",
            "after",
            "article",
            "as-of",
            "cadence",
            "checksum",
            "code",
            "count",
            "do",
            "done",
            "file",
            "key",
            "last",
            "limit",
            "line",
            "look",
            "meaning",
            "name",
            "newsletter",
            "note",
            "number",
            "page",
            "persona",
            "pictures",
            "q",
            "reader",
            "real",
            "refused",
            "seen",
            "show",
            "since",
            "source",
            "state",
            "subject",
            "to",
            "value",
            "view",
            "wait",
            "wave",
            "why");

    @TempDir
    private Path temp;

    private Path folder;
    private Path outside;
    private TestWorkspace workspace;
    private Sink sink;
    private StudioStage stage;
    private Visitor visitor;
    private SampleAddresses samples;

    @BeforeEach
    void open() throws IOException {
        folder = temp.resolve("workspace");
        sink = Sink.start("127.0.0.1", 0, Clock.systemUTC());
        outside = Files.writeString(temp.resolve("outside.txt"), OUTSIDE + "\n");
        workspace = TestWorkspace.make(folder, Options.smtp(sink.smtpPort()));
        stage = stage();
        visitor = new Visitor(stage.port());
        samples = SampleAddresses.of(sink, stage.port());
    }

    @AfterEach
    void close() {
        stage.close();
        sink.close();
    }

    @Test
    void noAddressLeadsOutOfTheWorkspace() throws IOException {
        SortedMap<String, String> before = outside();
        for (String address : ways()) {
            RawRequest.Answer answer = get(address);

            assertThat(answer.status()).as(address).isLessThan(500);
            assertThat(answer.body()).as(address).doesNotContain(OUTSIDE, "root:x:0:0");
        }
        assertThat(outside()).isEqualTo(before);
    }

    @Test
    void noFieldOfAFormLeadsOutOfTheWorkspace() throws IOException {
        SortedMap<String, String> before = outside();
        for (String path : changes()) {
            for (String way : WAYS) {
                String fields = FIELDS.stream()
                        .map(name -> name + "=" + way.replace("\u0000", "%00"))
                        .collect(Collectors.joining("&"));
                HttpResponse<String> answer = post(path + "?" + fields, fields + "&token=" + token());

                assertThat(answer.statusCode()).as("%s %s", path, way).isLessThan(500);
                assertThat(answer.body()).as("%s %s", path, way).doesNotContain(OUTSIDE, "root:x:0:0");
            }
        }
        assertThat(outside()).isEqualTo(before);
        assertThat(folder.resolve("articles/link.txt")).isSymbolicLink();
    }

    /** Those that these tests feed, and those that the code reads. */
    @Test
    void everyFieldIsFed() throws IOException {
        Pattern reading =
                Pattern.compile("(?:queryParam|formParams?|said|form|number|Word\\.of)\\((?:context, ?)?\"([a-z-]+)\"");
        Set<String> read = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/gazette/studio"))) {
            for (Path source : sources.toList()) {
                reading.matcher(Files.readString(source, StandardCharsets.UTF_8))
                        .results()
                        .forEach(found -> read.add(found.group(1)));
            }
        }

        assertThat(read).isNotEmpty();
        assertThat(FIELDS).as("a new field needs a line here").containsAll(read);
    }

    @Test
    void aLinkOutOfTheTemplatesShowsNothingOfWhatIsThere() throws IOException {
        Files.createDirectories(folder.resolve("templates/digest"));
        Files.createDirectories(folder.resolve("templates/leak"));
        Files.createSymbolicLink(folder.resolve("templates/digest/own.ftlh"), outside);
        Files.createSymbolicLink(folder.resolve("templates/leak/html.ftlh"), outside);
        Files.createSymbolicLink(folder.resolve("templates/whole"), temp);
        workspace.write("templates/digest/html.ftlh", "<#include \"own.ftlh\"><#include \"../whole/outside.txt\">");

        for (String address : List.of(
                "/",
                "/next/html",
                "/checks",
                "/templates",
                "/templates/digest",
                "/templates/digest/html",
                "/templates/digest/source/own.ftlh",
                "/templates/leak",
                "/templates/leak/html",
                "/templates/leak/source/html.ftlh",
                "/templates/whole",
                "/templates/whole/source/outside.txt")) {
            RawRequest.Answer answer = get(address);

            assertThat(answer.status()).as(address).isLessThan(500);
            assertThat(answer.body()).as(address).doesNotContain(OUTSIDE);
        }
        assertThat(get("/templates/leak").body()).contains("leads out of", "put the file itself there");
    }

    @Test
    void noChangeIsMadeWithoutTheTokenOrWithThatOfAnotherStart() throws IOException {
        String old = token();
        stage.close();
        stage = StudioStage.over(folder, Clock.systemUTC(), Optional.of(new NobodyLeaves()), Optional.of(sink));
        visitor = new Visitor(stage.port());
        SortedMap<String, String> articles = texts(folder.resolve("articles"));

        assertThat(changes()).hasSize(stage.studio().changes().size()).hasSizeGreaterThan(10);
        for (String path : changes()) {
            for (String fields : List.of("", "token=", "token=" + old, "token=" + token() + "x")) {
                assertThat(post(path + "?" + fields, fields).statusCode())
                        .as("%s %s", path, fields)
                        .isEqualTo(403);
            }
            assertThat(visitor.get(path + "?token=" + token()).statusCode())
                    .as(path)
                    .isIn(stage.studio().reads().contains(path) ? List.of(200) : List.of(404, 405, 410));
        }
        assertThat(texts(folder.resolve("articles"))).isEqualTo(articles);
    }

    private static final class NobodyLeaves implements Departures {
        @Override
        public RunReport depart(Newsletter newsletter, Cadence cadence, Duration cooldown, Optional<String> despite) {
            throw new AssertionError("an edition was sent");
        }

        @Override
        public void ring() {}
    }

    private StudioStage stage() throws IOException {
        workspace.article("une.txt", "Un titre");
        Files.createSymbolicLink(folder.resolve("articles/link.txt"), outside);
        Files.createSymbolicLink(folder.resolve("articles/all"), temp);
        Letters.to(sink, "Été", "<p>Bonjour</p>");
        StudioStage opened =
                StudioStage.over(folder, Clock.systemUTC(), Optional.of(new NobodyLeaves()), Optional.of(sink));
        opened.run(SLOT, new RunOptions(Optional.of(Duration.ZERO), Optional.empty()));
        return opened;
    }

    /** Each way in the place of each argument of each path, and as every field of each. */
    private List<String> ways() {
        List<String> addresses = new ArrayList<>();
        for (String path : stage.studio().reads()) {
            for (String way : WAYS) {
                addresses.add(path.replaceAll("[{<][^}>]+[}>]", way.replace("\\", "\\\\")));
                String fields = FIELDS.stream()
                        .filter(name -> !name.equals("wait"))
                        .map(name -> name + "=" + way)
                        .collect(Collectors.joining("&"));
                samples.of(path).forEach(sample -> addresses.add(sample + (sample.contains("?") ? "&" : "?") + fields));
            }
        }
        return addresses.stream()
                .filter(address -> !address.startsWith("/events"))
                .toList();
    }

    private List<String> changes() {
        String article = samples.of("/articles/{id}").get(0);
        return stage.studio().changes().stream()
                .map(path -> path.startsWith("/articles/{id}") ? path.replace("/articles/{id}", article) : path)
                .map(path -> path.replace("{newsletter}", "la-gazette").replace("{number}", "1"))
                .map(path -> path.replace(
                        "{id}",
                        sink.messages().isEmpty() ? "1" : sink.messages().get(0).id()))
                .toList();
    }

    private String token() {
        return Jsoup.parse(visitor.get("/schedule").body())
                .select("[data-token]")
                .attr("data-token");
    }

    /** A form, or for the one change that takes a file a form with one. */
    private HttpResponse<String> post(String path, String body) {
        return path.startsWith("/articles/drop")
                ? visitor.post(path + (body.isEmpty() ? "" : "&" + body), "multipart/form-data; boundary=x", ONE_FILE)
                : visitor.post(path, "application/x-www-form-urlencoded", body);
    }

    /** The files beside the workspace. */
    private SortedMap<String, String> outside() throws IOException {
        SortedMap<String, String> files = texts(temp);
        files.keySet().removeIf(file -> file.startsWith("workspace"));
        return files;
    }

    private static SortedMap<String, String> texts(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private RawRequest.Answer get(String address) {
        return RawRequest.to(
                stage.port(), "GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    }
}
