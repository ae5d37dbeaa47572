package gazette.article;

/**
 * Something that could not be read.
 *
 * @param place the file or source, as a person names it
 * @param what what is wrong, and what to do
 */
public record Problem(String place, String what) {
    @Override
    public String toString() {
        return place + ": " + what;
    }
}
