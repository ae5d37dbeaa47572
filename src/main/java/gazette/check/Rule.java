package gazette.check;

import java.util.List;

/** What may be the matter with a message. Rules keep nothing between two messages and may be used by many threads. */
@FunctionalInterface
public interface Rule {
    /** What is the matter, in the order of the message; nothing when all is well. */
    List<Finding> of(Specimen specimen);
}
