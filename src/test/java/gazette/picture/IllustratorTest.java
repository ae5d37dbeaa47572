package gazette.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.EmbeddedPicture;
import gazette.article.LinkedPicture;
import gazette.article.LinkedPicture.Size;
import gazette.article.Picture;
import gazette.article.PrivateNetworks;
import gazette.article.Problem;
import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Presentation.Pictures;
import gazette.fetch.FakeFetcher;
import gazette.fetch.FetchLimits;
import gazette.fetch.Fetched;
import gazette.fetch.WebFetcher;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of all pictures of an edition. */
@Timeout(60)
final class IllustratorTest {
    private static final byte[] PHOTOGRAPH = Samples.jpeg(Samples.photograph(640, 480), 0.85f);
    private static final PrivateNetworks LOOPBACK = new PrivateNetworks(List.of("127.0.0.1"));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final WebFetcher fetcher =
            new WebFetcher("Gazette/test (+https://lettre.example.org)", FetchLimits.PICTURE, Clock.systemUTC());
    private PictureSite site;

    @BeforeEach
    void start() throws IOException {
        site = new PictureSite();
    }

    @AfterEach
    void stop() {
        site.close();
        fetcher.close();
        threads.shutdownNow();
    }

    @Test
    void aLinkedPictureStaysWhereItIsWithItsTrueSize() {
        site.put("/a.jpg", PHOTOGRAPH);
        LinkedPicture written = new LinkedPicture(site.at("/a.jpg"), "Une photo", Optional.of(new Size(10, 7)));

        Illustrations shown = illustrate(Pictures.LINK, Editions.of(written));

        assertThat(shown.of(written))
                .contains(new LinkedPicture(written.address(), "Une photo", Optional.of(new Size(640, 480))));
        assertThat(Illustrator.problems(Editions.of(written), shown)).isEmpty();
        assertThat(site.accepted().get(0)).startsWith("image/jpeg, image/png, image/gif");
    }

    @Test
    void aLinkedPictureGoesIntoTheMessageScaled() {
        site.put("/a.jpg", Samples.jpeg(Samples.photograph(2000, 1500), 0.9f));
        LinkedPicture written = Editions.linked(site.at("/a.jpg"));

        EmbeddedPicture shown = (EmbeddedPicture)
                illustrate(Pictures.EMBED, Editions.of(written)).of(written).orElseThrow();

        assertThat(shown.mediaType()).isEqualTo("image/jpeg");
        assertThat(List.of(shown.width(), shown.height())).containsExactly(1200, 900);
        assertThat(shown.alt()).isEqualTo("Une photo");
    }

    @Test
    void aPictureInsideTheMessageIsScaledWhereverItStands() {
        EmbeddedPicture wide = embedded(Samples.file(Samples.corners(2400, 800), "png"));
        EmbeddedPicture small = embedded(Samples.file(Samples.corners(240, 80), "png"));
        for (Edition edition : List.of(
                Editions.of(wide, small),
                Editions.of(Optional.of(wide), Optional.of(small), List.of(Editions.article("Seul", List.of()))),
                Editions.of(Optional.of(small), Optional.of(wide), List.of(Editions.article("Seul", List.of()))))) {
            Illustrations shown = new Illustrator().illustrate(edition, Pictures.LINK);

            assertThat(((EmbeddedPicture) shown.of(wide).orElseThrow()).width()).isEqualTo(1200);
            assertThat(shown.of(small)).contains(small);
            assertThat(shown.shown()).hasSize(1);
        }
    }

    @Test
    void aPictureThatCannotBeSeenIsLeftOut() {
        site.put(
                        "/page.jpg",
                        200,
                        "text/html; charset=utf-8",
                        "<!DOCTYPE html><html><svg></svg></html>".getBytes(UTF_8))
                .put("/empty.jpg", new byte[0])
                .put("/gone.jpg", 410, "text/plain", new byte[] {1})
                .put("/away.jpg", 302, "http://169.254.169.254/latest", new byte[0])
                .put("/file.jpg", 302, "file:///etc/passwd", new byte[0]);

        assertThat(problem("/page.jpg"))
                .isEqualTo("there is no picture at its address, but text/html: correct the"
                        + " address; readers do not see it");
        assertThat(problem("/empty.jpg")).startsWith("it is empty").endsWith("readers do not see it");
        assertThat(problem("/none.jpg"))
                .contains("answered 404 (not found): correct")
                .endsWith("do not see it");
        assertThat(problem("/gone.jpg")).contains("410").endsWith("readers do not see it");
        assertThat(problem("/away.jpg"))
                .contains("169.254.169.254 is an address of the local link")
                .endsWith("do not see it");
        assertThat(problem("/file.jpg")).endsWith("readers do not see it");
    }

    @Test
    void aPictureOfOnesOwnNetworkIsFetchedOnlyWhereTheSourceMayNameIt() {
        site.put("/a.jpg", PHOTOGRAPH);
        LinkedPicture written = Editions.linked(site.at("/a.jpg"));

        Illustrations shown = illustrator(source -> PrivateNetworks.NONE, Duration.ofSeconds(20))
                .illustrate(Editions.of(written), Pictures.EMBED);

        assertThat(shown.of(written)).isEmpty();
        assertThat(site.asked()).isEmpty();
        assertThat(Illustrator.problems(Editions.of(written), shown))
                .containsExactly(new Problem(
                        "Le titre",
                        "picture " + written.address()
                                + ": 127.0.0.1 is an address of this machine: put the picture where readers can get it from;"
                                + " readers do not see it"));
    }

    @Test
    void aPictureThatMayComeLaterStaysAsItIsWritten() {
        site.put("/down.jpg", 503, "text/plain", new byte[] {1}).put("/no.jpg", 403, "text/plain", new byte[] {1});

        for (String path : List.of("/down.jpg", "/no.jpg", "/endless")) {
            LinkedPicture written = Editions.linked(site.at(path));
            Illustrations shown = illustrate(Pictures.EMBED, Editions.of(written));

            assertThat(shown.of(written)).contains(written);
            assertThat(Illustrator.problems(Editions.of(written), shown)).hasSize(1);
        }
        assertThat(problem("/endless")).startsWith("the document is larger than 6.0 MB");
    }

    @Test
    void aServerThatSaysNothingKeepsNoEditionFromLeaving() {
        site.put("/a.jpg", PHOTOGRAPH);
        LinkedPicture silent = Editions.linked(site.at("/silent"));
        LinkedPicture behind = Editions.linked(site.at("/a.jpg"));
        Edition edition = Editions.of(silent, behind);

        long begun = System.nanoTime();
        Illustrations shown =
                illustrator(source -> LOOPBACK, Duration.ofSeconds(1)).illustrate(edition, Pictures.LINK);

        assertThat(System.nanoTime() - begun).isLessThan(4_000_000_000L);
        assertThat(shown.of(silent)).contains(silent);
        assertThat(Illustrator.problems(edition, shown))
                .extracting(Problem::what)
                .allMatch(what -> what.contains("did not come within the 1 s that all pictures have"))
                .hasSize(2);
    }

    @Test
    void picturesThatCountReadersAreLeftOutInSilence() {
        site.put("/pixel.gif", Samples.file(Samples.corners(1, 1), "gif"));
        LinkedPicture told = new LinkedPicture(site.at("/told.gif"), "", Optional.of(new Size(1, 1)));
        LinkedPicture found = Editions.linked(site.at("/pixel.gif"));
        Edition edition = Editions.of(told, found);

        Illustrations shown = illustrate(Pictures.LINK, edition);

        assertThat(shown.of(told)).isEmpty();
        assertThat(shown.of(found)).isEmpty();
        assertThat(Illustrator.problems(edition, shown)).isEmpty();
        assertThat(site.asked()).containsExactly("/pixel.gif");
    }

    @Test
    void aPictureThatSomeReadersDoNotSeeStaysLinkedAndIsTold() {
        site.put("/a.webp", Samples.webp("VP8X", 800, 600));
        LinkedPicture written = Editions.linked(site.at("/a.webp"));

        Illustrations shown = illustrate(Pictures.EMBED, Editions.of(written));

        assertThat(shown.of(written))
                .contains(new LinkedPicture(written.address(), "Une photo", Optional.of(new Size(800, 600))));
        assertThat(problem("/a.webp"))
                .isEqualTo("it is WebP, and Outlook for Windows shows none, so it stays on the web:"
                        + " a JPEG, PNG or GIF reaches all");
    }

    @Test
    void aPictureThatIsCutOffOrABombStaysOnTheWeb() {
        site.put("/cut.jpg", Arrays.copyOf(PHOTOGRAPH, PHOTOGRAPH.length / 2))
                .put("/bomb.png", Samples.blackPng(30_000, 30_000));

        assertThat(problem("/cut.jpg")).startsWith("its end is missing");
        assertThat(problem("/bomb.png")).startsWith("it has more than 100 megapixels, so it stays on the web");
    }

    @Test
    void anAddressIsAskedOnceAndAHostOneAtATime() {
        List<LinkedPicture> written = IntStream.range(0, 12)
                .mapToObj(i -> {
                    site.put("/" + i + ".jpg", PHOTOGRAPH);
                    return Editions.linked(site.at("/" + i + ".jpg"));
                })
                .toList();
        Edition edition = Editions.of(
                Optional.empty(),
                Optional.of(written.get(3)),
                List.of(Editions.article("Un", written), Editions.article("Deux", written)));

        Illustrations shown = illustrate(Pictures.LINK, edition);

        assertThat(shown.shown()).hasSize(12);
        assertThat(site.asked()).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void aPictureIsAskedForOverTlsFirst() {
        List<String> asked = new CopyOnWriteArrayList<>();
        LinkedPicture safe = Editions.linked(URI.create("http://safe.example.org/a.jpg"));
        LinkedPicture plain = Editions.linked(URI.create("http://plain.example.org/a.jpg"));
        LinkedPicture again = Editions.linked(URI.create("http://plain.example.org/b.jpg"));
        FakeFetcher web = new FakeFetcher(request -> {
            asked.add(request.address().toString());
            return request.address().toString().startsWith("https://plain")
                    ? new Fetched.Failed("plain.example.org refused the connection: later", Optional.empty())
                    : FakeFetcher.document(
                            PHOTOGRAPH, request.address(), Optional.empty(), Optional.empty(), Optional.empty());
        });

        Illustrations shown = new Illustrator(
                        new PictureWeb(web, threads, Duration.ofSeconds(20), source -> PrivateNetworks.NONE))
                .illustrate(Editions.of(safe, plain, again), Pictures.LINK);

        assertThat(address(shown, safe)).isEqualTo("https://safe.example.org/a.jpg");
        assertThat(address(shown, plain)).isEqualTo("http://plain.example.org/a.jpg");
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "https://safe.example.org/a.jpg",
                        "https://plain.example.org/a.jpg",
                        "http://plain.example.org/a.jpg",
                        "http://plain.example.org/b.jpg");
    }

    @Test
    void oneThatFailsHarmsNoOther() {
        LinkedPicture good = Editions.linked(URI.create("https://a.example.org/good.jpg"));
        LinkedPicture bad = Editions.linked(URI.create("https://a.example.org/bad.jpg"));
        FakeFetcher web = new FakeFetcher(request -> {
            if (request.address().getPath().contains("bad")) {
                throw new OutOfMemoryError("Java heap space");
            }
            return FakeFetcher.document(
                    PHOTOGRAPH, request.address(), Optional.empty(), Optional.empty(), Optional.empty());
        });

        Illustrations shown = new Illustrator(
                        new PictureWeb(web, threads, Duration.ofSeconds(20), source -> PrivateNetworks.NONE))
                .illustrate(Editions.of(bad, good), Pictures.LINK);

        assertThat(shown.of(bad)).contains(bad);
        assertThat(shown.of(good).flatMap(p -> ((LinkedPicture) p).size())).contains(new Size(640, 480));
    }

    @Test
    void anEditionWithoutPicturesAsksNobodyAndLoadsNothing() {
        FakeFetcher web = new FakeFetcher(request -> {
            throw new AssertionError(request);
        });

        Illustrations shown = new Illustrator(new PictureWeb(
                        web,
                        task -> {
                            throw new AssertionError(task);
                        },
                        Duration.ofSeconds(20),
                        source -> PrivateNetworks.NONE))
                .illustrate(Editions.of(), Pictures.EMBED);

        assertThat(shown).isEqualTo(Illustrations.AS_WRITTEN);
    }

    private static String address(Illustrations shown, LinkedPicture written) {
        return ((LinkedPicture) shown.of(written).orElseThrow()).address().toString();
    }

    private static EmbeddedPicture embedded(byte[] file) {
        PictureHeader header = PictureHeader.read(file).orElseThrow();
        return new EmbeddedPicture(header.kind().mediaType(), header.width(), header.height(), "Un dessin", file);
    }

    private String problem(String path) {
        Picture written = Editions.linked(site.at(path));
        Illustrations.Shown shown =
                illustrate(Pictures.EMBED, Editions.of(written)).shown().get(Illustrations.key(written));
        return Objects.requireNonNull(shown).problem();
    }

    private Illustrations illustrate(Pictures pictures, Edition edition) {
        return illustrator(source -> LOOPBACK, Duration.ofSeconds(20)).illustrate(edition, pictures);
    }

    private Illustrator illustrator(java.util.function.Function<String, PrivateNetworks> allowed, Duration patience) {
        return new Illustrator(new PictureWeb(fetcher, threads, patience, allowed));
    }
}
