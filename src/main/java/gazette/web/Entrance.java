package gazette.web;

import io.javalin.http.Context;

/**
 * Where a server listens, and for whom.
 *
 * @param host the address, an IPv6 one without its brackets
 * @param port 0 for any that is free
 * @param guests who is let in there
 */
public record Entrance(String host, int port, Guests guests) {
    /** Who comes in by an entrance. */
    public enum Guests {
        /** Those who got a letter: a proxy may lead them here from anywhere. */
        READERS,
        /** Those who make the letters, at this machine. */
        STAFF,
        /** Both, told apart by where they come from. */
        ALL;

        private static final String ATTRIBUTE = "gazette.guests";

        /** By which entrance this request came. */
        public static Guests of(Context context) {
            Guests guests = context.attribute(ATTRIBUTE);
            return guests == null ? READERS : guests;
        }
    }

    /** The name that a request carries its guests by. */
    static String attribute() {
        return Guests.ATTRIBUTE;
    }

    /** The setting that says where it is. */
    String setting() {
        return guests == Guests.STAFF ? "web.studio" : "web.listen";
    }
}
