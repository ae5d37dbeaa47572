package gazette.picture;

/** A picture that cannot be made smaller; its message says why. */
final class Undecodable extends Exception {
    private static final long serialVersionUID = 1;

    Undecodable(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
