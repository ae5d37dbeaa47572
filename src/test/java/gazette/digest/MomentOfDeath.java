package gazette.digest;

import gazette.subscriber.Readership;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Kills a run before or after one of its port calls. Every call through a watched port is two moments: just before it,
 * and just after its commit.
 */
public final class MomentOfDeath {
    /** The process is gone. An error, so that no code under test takes it for a failure that it can deal with. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final int fatal;
    private int passed;

    /**
     * @param fatal the moment that kills, from 1; 0 lets everything live
     */
    public MomentOfDeath(int fatal) {
        this.fatal = fatal;
    }

    /** {@code port} with a moment before and after each call, those of the readers that it knows too. */
    public <T> T watch(Class<T> type, T port) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            pass();
            Object answer;
            try {
                answer = method.invoke(port, args);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
            pass();
            return answer instanceof Readership readers ? watch(Readership.class, readers) : answer;
        }));
    }

    /** How many moments there were so far. */
    public int passed() {
        return passed;
    }

    private void pass() {
        passed++;
        if (passed == fatal) {
            throw new Killed();
        }
    }
}
