package gazette.cli;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import sun.misc.Signal;

/** Ctrl-C and SIGTERM: the first asks to stop, the second to drop everything. */
final class Signals {
    private Signals() {}

    /**
     * Calls {@code stop} with what the process shall exit with at the first signal, {@code drop} at each further one.
     * Both run on a thread of the virtual machine and must not block.
     */
    static void onStop(Consumer<ExitCode> stop, Runnable drop) {
        AtomicInteger heard = new AtomicInteger();
        for (String name : new String[] {"INT", "TERM"}) {
            Signal.handle(new Signal(name), signal -> {
                if (heard.getAndIncrement() == 0) {
                    stop.accept(signal.getName().equals("INT") ? ExitCode.INTERRUPTED : ExitCode.TERMINATED);
                } else {
                    drop.run();
                }
            });
        }
    }
}
