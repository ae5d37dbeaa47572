package gazette.studio;

import java.io.IOException;
import java.util.List;

/** Notices saved files. For one thread; closing may come from another. */
interface Saves extends AutoCloseable {
    /** Looks after {@code files} from now on, and after no others. */
    void follow(List<Watched> files) throws IOException;

    /**
     * What was touched since the last time; waits up to {@code millis} for it.
     *
     * @throws IOException when this way of noticing fails for good
     */
    Touched touched(long millis) throws IOException, InterruptedException;

    @Override
    void close();
}
