package gazette.pickup;

import java.util.List;

/** What is known of the sources (port). Safe to use from many threads. */
public interface Sources {
    /** The health of the sources with these keys, in the same order; {@link Health#unknown} where nothing is known. */
    List<Health> health(List<String> keys);

    /** Stores what is now known of these sources, in one commit. */
    void keep(List<Health> health);
}
