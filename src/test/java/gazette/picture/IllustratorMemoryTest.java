package gazette.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.EmbeddedPicture;
import gazette.article.LinkedPicture;
import gazette.article.Picture;
import gazette.article.PrivateNetworks;
import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Presentation.Pictures;
import gazette.fetch.FakeFetcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The largest pictures that there are, made smaller in a process of 64 MB. */
final class IllustratorMemoryTest {
    @Test
    void thePicturesOfCamerasAreMadeSmallerInLittleMemory(@TempDir Path folder, TestReporter report) throws Exception {
        Files.write(folder.resolve("camera.jpg"), Samples.jpeg(Samples.photograph(6000, 4000), 0.7f));
        Files.write(folder.resolve("upright.jpg"), Samples.held(Samples.jpeg(Samples.photograph(4000, 3000), 0.9f), 6));
        Files.write(folder.resolve("bomb.png"), Samples.blackPng(9_900, 9_900));
        Files.write(folder.resolve("column.png"), Samples.file(Samples.photograph(1100, 2500), "png"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Small.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        report.publishEntry("pictures", said.strip());
        assertThat(said.lines().filter(line -> line.contains("stays"))).isEmpty();
        assertThat(said).contains("bomb.png of 1200 x 1200").doesNotContain("Error");
        assertThat(process.exitValue()).isZero();
    }

    /** What runs in the small process: each picture once inside the message, and three times on the web. */
    static final class Small {
        private Small() {}

        public static void main(String[] folder) throws IOException {
            List<Picture> pictures = new ArrayList<>();
            for (String name : List.of("camera.jpg", "upright.jpg", "bomb.png", "column.png")) {
                byte[] file = Files.readAllBytes(Path.of(folder[0], name));
                PictureHeader header = PictureHeader.read(file).orElseThrow();
                pictures.add(
                        new EmbeddedPicture(header.kind().mediaType(), header.width(), header.height(), name, file));
                for (int host = 1; host <= 3 && file.length < 6_000_000; host++) {
                    URI address = URI.create("https://" + host + ".example.org/" + name);
                    pictures.add(new LinkedPicture(address, name, Optional.empty()));
                }
            }
            ExecutorService threads = Executors.newFixedThreadPool(8);
            FakeFetcher web = new FakeFetcher(request -> {
                try {
                    byte[] file = Files.readAllBytes(
                            Path.of(folder[0] + request.address().getPath()));
                    return FakeFetcher.document(
                            file, request.address(), Optional.empty(), Optional.empty(), Optional.empty());
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
            Edition edition = Editions.of(pictures.toArray(Picture[]::new));
            long begun = System.nanoTime();
            Illustrations shown = new Illustrator(
                            new PictureWeb(web, threads, Duration.ofSeconds(50), source -> PrivateNetworks.NONE))
                    .illustrate(edition, Pictures.EMBED);
            pictures.forEach(picture -> System.out.println(told(picture, shown)));
            System.out.println((System.nanoTime() - begun) / 1_000_000 + " ms in all");
            threads.shutdown();
        }

        private static String told(Picture written, Illustrations shown) {
            String problem = Optional.ofNullable(shown.shown().get(Illustrations.key(written)))
                    .map(Illustrations.Shown::problem)
                    .orElse("");
            return shown.of(written).orElseThrow() instanceof EmbeddedPicture inside
                    ? written.alt() + " of " + inside.width() + " x " + inside.height() + ", " + inside.octets().length
                            + " " + problem
                    : written.alt() + " stays: " + problem;
        }
    }
}
