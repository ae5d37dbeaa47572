package gazette.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people wait for at a start, done once over the sample, so that the launcher learns which classes belong into its
 * archive of loaded classes: the demo, the help, files of a preview, its first page, a dry run, a look back. It says nothing and sends
 * to this machine alone.
 */
final class TrainingRun {
    private static final String NEWSROOM = "newsroom";
    private static final String HOST = "127.0.0.1";
    private static final int PORT = 8025;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /** What a browser fetches along with a page. */
    private static final Pattern PART =
            Pattern.compile("(?:<link[^>]* href|<script[^>]* src|<iframe[^>]* src)=\"(/[^\"]*)\"");

    private final Surroundings surroundings;

    /** @param folder an empty one, which it fills */
    TrainingRun(Path folder) {
        this.surroundings = new Surroundings(
                folder, Map.of(), InputStream.nullInputStream(), silence(), silence(), Clock.systemUTC(), false);
    }

    private static PrintStream silence() {
        return new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    }

    /** Exits with 0 if all of it went as it should. */
    public static void main(String[] none) throws IOException {
        Path folder = Files.createTempDirectory("gazette-training-");
        boolean isWhole;
        try {
            isWhole = new TrainingRun(folder).isWhole();
        } finally {
            Folders.delete(folder);
        }
        System.exit(isWhole ? 0 : 1);
    }

    /** Whether all of it went as it should. */
    boolean isWhole() throws IOException {
        Sample.copyTo(newsroom(), name -> true);
        return isDone("help")
                && isDone("-C", NEWSROOM, "preview", "--out", "draft")
                && isDone("-C", NEWSROOM, "send", "--dry-run")
                && isPageShown()
                && isDone("demo", "--once", "--no-open", "--keep", "sent")
                && isDone("-C", "sent", "editions", "ls")
                && isDone("-C", "sent", "preview", "--last", "3", "--out", "again");
    }

    private Path newsroom() {
        return surroundings.folder().resolve(NEWSROOM);
    }

    private boolean isDone(String... words) {
        return run(List.of(words)) == ExitCode.DONE;
    }

    private ExitCode run(List<String> words) {
        return Main.run(surroundings, HeadStart.of(words), words.toArray(String[]::new));
    }

    private boolean isPageShown() throws IOException {
        int port = FreePort.near(HOST, PORT);
        Stop stop = new Stop();
        Thread preview = new Thread(() -> preview(port, stop), "preview");
        preview.start();
        try {
            URI root = URI.create("http://" + HOST + ":" + port + "/");
            String page = firstPage(root);
            for (Matcher part = PART.matcher(page); part.find(); ) {
                get(root.resolve(part.group(1).replace("&amp;", "&")));
            }
            return !page.isEmpty();
        } finally {
            stop.ask(ExitCode.DONE);
            ended(preview);
        }
    }

    private void preview(int port, Stop stop) {
        Gazette gazette = new Gazette(surroundings.in(newsroom()), HeadStart.NONE);
        new PreviewServer(gazette, stop).serve(gazette.settings(), port, "/", false);
    }

    /** Its files are about to be deleted. */
    private static void ended(Thread preview) {
        try {
            preview.join(PATIENCE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Empty if the preview does not start in time. */
    private static String firstPage(URI root) throws IOException {
        Stop never = new Stop();
        for (Duration waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(BETWEEN_LOOKS)) {
            try {
                return get(root);
            } catch (ConnectException notYet) {
                never.await(BETWEEN_LOOKS);
            }
        }
        return "";
    }

    private static String get(URI address) throws IOException {
        try (InputStream in = address.toURL().openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
