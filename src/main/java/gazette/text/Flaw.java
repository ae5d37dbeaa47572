package gazette.text;

import gazette.article.Problem;

/**
 * Something wrong in a text file.
 *
 * @param line counted from 1
 * @param what the value, the rule, the remedy
 */
record Flaw(int line, String what) {
    /** The same for people, who know the file as {@code place}. */
    Problem in(String place) {
        return new Problem(place + ":" + line, what);
    }
}
