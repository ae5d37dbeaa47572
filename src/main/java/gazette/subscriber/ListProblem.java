package gazette.subscriber;

/**
 * A row of the operator's list that is left out.
 *
 * @param line where it stands in the file, from 1
 * @param what what is wrong with it, and what to do
 */
public record ListProblem(long line, String what) {}
