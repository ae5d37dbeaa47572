package gazette.studio;

import gazette.edition.EditionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the studio tells the log. */
final class StudioLog {
    private static final Logger LOG = LoggerFactory.getLogger("gazette.studio");

    private StudioLog() {}

    /** An edition went although checks found errors; {@code why} is a person's reason. */
    static void sentDespite(EditionId edition, String why) {
        LOG.warn("{} was sent by hand despite errors, because: {}", edition, why.replaceAll("\\s+", " "));
    }
}
