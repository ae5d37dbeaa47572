package gazette.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gazette.render.Pages;
import gazette.web.PageGroup;
import gazette.web.RawRequest;
import gazette.web.WebServer;
import io.javalin.config.RoutesConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream of events as a page hears it, line by line. */
final class EventsTest {
    private static final Duration NEVER = Duration.ofHours(1);

    private final Events events = new Events("start", NEVER);
    private final WebServer server = serve(events);

    @AfterEach
    void stop() {
        server.close();
    }

    private static WebServer serve(Events events) {
        PageGroup group = new PageGroup() {
            @Override
            public void addTo(RoutesConfig routes) {
                Refusals refusals = new Refusals((context, name, room, model) -> {}, new Pages("gazette/studio"));
                StudioRoutes studio = new StudioRoutes(routes, new Gate(FormToken.random(), refusals));
                new EventStream(events).addTo(studio);
            }

            @Override
            public void close() {
                events.close();
            }
        };
        return WebServer.start("127.0.0.1", 0, URI.create("http://127.0.0.1"), new Pages(), List.of(group));
    }

    /** A page that listens, until closed. */
    private static final class Page implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader lines;

        Page(WebServer server, String query, String header) throws IOException {
            socket = RawRequest.open(
                    server.port(),
                    "GET /events" + query + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n" + header
                            + "\r\n");
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            until("retry: 2000");
        }

        /** The lines up to one that is {@code last}, which is among them. */
        List<String> until(String last) throws IOException {
            List<String> heard = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.add(line);
                if (line.equals(last)) {
                    return heard;
                }
            }
            throw new AssertionError("the stream ended after " + heard);
        }

        /** The numbers of what is told next, {@code many} of them. */
        List<String> ids(int many) throws IOException {
            List<String> ids = new ArrayList<>();
            while (ids.size() < many) {
                String line = lines.readLine();
                if (line == null) {
                    throw new AssertionError("the stream ended after " + ids);
                }
                if (line.startsWith("id: ")) {
                    ids.add(line.substring(4));
                }
            }
            return ids;
        }

        boolean isAtItsEnd() throws IOException {
            String line = lines.readLine();
            while (line != null) {
                line = lines.readLine();
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private Page page() throws IOException {
        return new Page(server, "", "");
    }

    private Page pageThatHeard(String last) throws IOException {
        return new Page(server, "", "Last-Event-ID: " + last + "\r\n");
    }

    /** Each as an event of its own. */
    private void tell(int from, int to) throws IOException {
        try (Page witness = page()) {
            for (int i = from; i <= to; i++) {
                events.tell(Events.Kind.RENDER, Map.of("n", i));
                witness.ids(1);
            }
        }
    }

    private static List<String> ids(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "start-" + i).toList();
    }

    @Test
    void everyPageHearsWhatHappensWithItsKindItsNumberAndItsDetails() throws IOException {
        try (Page one = page();
                Page other = page()) {
            events.tell(Events.Kind.ARTICLE_NEW, Map.of("file", "l’été\n\"une\".txt"));

            for (Page page : List.of(one, other)) {
                assertThat(page.until("data: {\"file\":\"l’été\\n\\\"une\\\".txt\"}"))
                        .contains("event: article.new", "id: start-1");
            }
        }
    }

    @Test
    void aPageThatWasAwayHearsWhatItMissedAndNothingTwice() throws IOException {
        tell(1, 5);

        try (Page back = pageThatHeard("start-2")) {
            tell(6, 6);

            assertThat(back.ids(4)).isEqualTo(ids(3, 6));
        }
    }

    @Test
    void aPageThatSaysInItsAddressWhatItHeardIsToldTheSame() throws IOException {
        tell(1, 3);

        try (Page back = new Page(server, "?last=start-1", "")) {
            assertThat(back.ids(2)).isEqualTo(ids(2, 3));
        }
    }

    @Test
    void aNewPageIsNotToldOfThePast() throws IOException {
        tell(1, 3);

        try (Page page = page()) {
            tell(4, 4);

            assertThat(page.ids(1)).isEqualTo(ids(4, 4));
        }
    }

    @Test
    void aPageThatMissedNothingHearsNothingTwice() throws IOException {
        tell(1, 3);

        try (Page page = pageThatHeard("start-3")) {
            tell(4, 4);

            assertThat(page.ids(1)).isEqualTo(ids(4, 4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other-2", "start-99", "start-x", "start-", "2", "<script>", "start-999999999999999999"})
    void aPageThatNobodyRemembersIsToldToLookAgain(String last) throws IOException {
        tell(1, 3);

        try (Page page = pageThatHeard(last)) {
            assertThat(page.until("data: {}")).contains("event: render", "id: start-3");
        }
    }

    @Test
    void aPageThatWasAwayForTooLongIsToldToLookAgain() throws IOException {
        tell(1, 70);

        try (Page longAway = pageThatHeard("start-5");
                Page shortlyAway = pageThatHeard("start-6")) {
            assertThat(longAway.until("data: {}")).contains("id: start-70");
            assertThat(shortlyAway.ids(64)).isEqualTo(ids(7, 70));
        }
    }

    @Test
    void ofWhatHappensManyTimesOverTheLastIsToldAndOfOtherThingsEach() throws IOException {
        try (Page page = page()) {
            for (int i = 0; i < 500; i++) {
                events.tell(Events.Kind.RUN_PROGRESS, Map.of("n", i));
                events.tell(Events.Kind.ARTICLE_NEW, Map.of("n", i % 5));
            }
            events.tell(Events.Kind.CONFIG_CHANGED, Map.of());

            List<String> heard = page.until("event: config.changed");

            assertThat(heard).contains("data: {\"n\":499}", "data: {\"n\":0}", "data: {\"n\":4}");
            assertThat(heard.stream().filter("event: run.progress"::equals).count())
                    .isLessThan(250);
        }
    }

    @Test
    void whileNothingHappensAPageIsShownThatSomebodyIsThere() throws IOException {
        Events beating = new Events("start", Duration.ofMillis(20));

        try (WebServer other = serve(beating);
                Page page = new Page(other, "", "")) {
            assertThat(page.until(": beat")).contains(": beat");
            assertThat(page.until(": beat")).doesNotContain("event: render");
        }
    }

    @Test
    void pagesLeaveWithoutATraceAndTheOthersGoOnHearing() throws IOException {
        try (Page stays = page()) {
            for (int i = 0; i < 10; i++) {
                page().close();
            }
            tell(1, 3);

            assertThat(stays.ids(3)).isEqualTo(ids(1, 3));
        }
    }

    @Test
    void theTwentyFifthPageTakesThePlaceOfTheFirst() throws IOException {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            pages.add(page());
        }
        events.tell(Events.Kind.RENDER, Map.of());

        assertThat(pages.get(0).isAtItsEnd()).isTrue();
        for (Page page : pages.subList(1, 25)) {
            assertThat(page.ids(1)).isEqualTo(ids(1, 1));
            page.close();
        }
    }

    @Test
    void atTheEndEveryStreamEndsAndWhoComesLaterIsNotKept() throws IOException {
        try (Page page = page()) {
            events.close();

            assertThat(page.isAtItsEnd()).isTrue();
        }
        try (Socket late = RawRequest.open(
                server.port(), "GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n")) {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> new String(late.getInputStream().readNBytes(12), StandardCharsets.UTF_8)
                            .startsWith("HTTP/1.1 200"));
        }
    }
}
