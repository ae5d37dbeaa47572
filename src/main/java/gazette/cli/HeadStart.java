package gazette.cli;

import gazette.render.Pages;
import gazette.store.Store;
import gazette.subscriber.Tokens;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * What every command with a workspace needs of others' libraries, loaded by a second core while the first reads the line
 * and the settings. Nobody touches the libraries of templates and of the store before both are there.
 */
final class HeadStart {
    /** No command that opens a workspace has to wait. */
    static final HeadStart NONE = new HeadStart(0);

    /** Those that open one. */
    private static final Set<String> WITH_A_WORKSPACE = Set.of(
            "demo",
            "run",
            "preview",
            "check",
            "test",
            "send",
            "editions",
            "articles",
            "sources",
            "subscribers",
            "templates",
            "schedule");

    private static final Set<String> HELP = Set.of("help", "--help", "-h");

    private final CountDownLatch isLogSettled = new CountDownLatch(1);
    private final CountDownLatch missing;
    private final Thread thread = new Thread(this::load, "head start");

    private HeadStart(int missing) {
        this.missing = new CountDownLatch(missing);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((itself, failure) -> {}); // who needs it meets the same, and says so
    }

    /** For a command line; begins at once if it is one of a command that opens a workspace. */
    static HeadStart of(List<String> words) {
        if (words.stream().noneMatch(WITH_A_WORKSPACE::contains)
                || words.stream().anyMatch(HELP::contains)) {
            return NONE;
        }
        HeadStart begun = new HeadStart(1);
        begun.thread.start();
        return begun;
    }

    private void load() {
        try {
            Pages.load();
            isLogSettled.await();
            Store.load();
        } catch (InterruptedException stopped) {
            return;
        } finally {
            missing.countDown();
        }
        Tokens.load(); // what it is made of is Java's own, which two may load at once
    }

    /** Says that no option of the line changes any more how much is logged; the driver of the store asks as it is loaded. */
    void logIsSettled() {
        isLogSettled.countDown();
    }

    /**
     * Waits until a workspace can be opened. Who is interrupted meanwhile stays so, and waits for the rest where it is
     * needed.
     */
    void await() {
        logIsSettled();
        try {
            missing.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
