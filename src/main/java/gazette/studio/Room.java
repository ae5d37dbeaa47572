package gazette.studio;

import java.util.Arrays;
import java.util.Optional;

/** The rooms of the studio, in the order of its rail. */
enum Room {
    /** The coming edition. */
    NEXT("/", 'n'),
    /** What the sink took. */
    INBOX("/inbox", 'i'),
    /** What went out. */
    EDITIONS("/editions", 'e'),
    /** What was picked up. */
    ARTICLES("/articles", 'a'),
    /** What editions are rendered by. */
    TEMPLATES("/templates", 't'),
    /** When editions go. */
    SCHEDULE("/schedule", 's');

    private final String path;
    private final char key;

    Room(String path, char key) {
        this.path = path;
        this.key = key;
    }

    String path() {
        return path;
    }

    /** The room that an address is in; empty for an address in none. */
    static Optional<Room> at(String address) {
        return Arrays.stream(values())
                .filter(room -> address.equals(room.path) || address.startsWith(room.path + "/"))
                .findFirst();
    }

    /** What is typed after {@code g} to go there. */
    char key() {
        return key;
    }
}
