package gazette.article;

import java.util.List;

/**
 * What one round over the sources found.
 *
 * @param fresh articles that were not known
 * @param edited articles whose text changed since
 * @param known articles that were there already
 * @param problems what could not be read; the rest was
 */
public record PickUpReport(int fresh, int edited, int known, List<Problem> problems) {
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

    public PickUpReport {
        problems = List.copyOf(problems);
    }
}
