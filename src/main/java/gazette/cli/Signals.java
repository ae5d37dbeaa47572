package gazette.cli;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Ctrl-C and SIGTERM: the first asks to stop, the second to drop everything.
 *
 * <p>Only {@code sun.misc.Signal} hears a second signal: a shutdown hook runs once. It is reached by name because
 * compilers from JDK 25 on warn of any mention of it, and a warning fails the build.
 */
final class Signals {
    private Signals() {}

    /**
     * Calls {@code stop} with what the process shall exit with at the first signal, {@code drop} at each further one.
     * Both run on a thread of the virtual machine and must not block. A second call replaces the first.
     */
    static void onStop(Consumer<ExitCode> stop, Runnable drop) {
        AtomicInteger heard = new AtomicInteger();
        hear("INT", () -> first(heard, drop, () -> stop.accept(ExitCode.INTERRUPTED)));
        hear("TERM", () -> first(heard, drop, () -> stop.accept(ExitCode.TERMINATED)));
    }

    private static void first(AtomicInteger heard, Runnable drop, Runnable stop) {
        if (heard.getAndIncrement() == 0) {
            stop.run();
        } else {
            drop.run();
        }
    }

    private static void hear(String name, Runnable react) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ear = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (self, method, args) -> {
                        if (method.getName().equals("handle")) {
                            react.run();
                        }
                        return switch (method.getName()) {
                            case "equals" -> self == args[0];
                            case "hashCode" -> System.identityHashCode(self);
                            default -> name; // of handle, which is void, nobody looks at it
                        };
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), ear);
        } catch (ReflectiveOperationException notThisMachine) {
            throw new IllegalStateException("this Java cannot hear SIG" + name, notThisMachine);
        }
    }
}
