package gazette.edition;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a newsletter lays its stories out.
 *
 * @param whole so many stories, from the first, are in {@link Form#LONG}
 * @param shortened so many after these are in {@link Form#SHORT}; what is left is in {@link Form#BRIEF}. A story that
 *     has no page on the web is in {@link Form#LONG} wherever it stands: its readers could read on nowhere
 * @param notes the folder of editors' notes, if there is one
 */
public record Presentation(Sections sections, int whole, int shortened, Pictures pictures, Optional<Path> notes) {
    /** By what stories are put together under a heading, below the first story. */
    public enum Sections {
        /** By nothing. */
        NONE,
        /** By the first topic that the newsletter gives them. */
        TOPIC,
        /** By the first who tells them. */
        SOURCE
    }

    /** Where the pictures of articles from the web are. */
    public enum Pictures {
        /** They stay where they are. */
        LINK,
        /** They go out inside the message. */
        EMBED
    }

    /** All stories in full, one after the other. */
    public static final Presentation PLAIN =
            new Presentation(Sections.NONE, Integer.MAX_VALUE, 0, Pictures.LINK, Optional.empty());

    /**
     * How much of a story is printed.
     *
     * @param place in the edition, from 0
     * @param page where the rest can be read; without one it is printed whole
     */
    public Form form(int place, Optional<URI> page) {
        if (place < whole || page.isEmpty()) {
            return Form.LONG;
        }
        return place - whole < shortened ? Form.SHORT : Form.BRIEF;
    }
}
