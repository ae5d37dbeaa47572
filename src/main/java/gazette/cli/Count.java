package gazette.cli;

/** Numbers of things, in words. */
final class Count {
    private Count() {}

    /** {@code 1 article}, {@code 3 articles}. */
    static String of(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
