package gazette.cli;

import gazette.article.FirstRun;
import gazette.config.SourceWords;
import gazette.config.SourceWords.Read;
import java.util.Optional;

/** What a person decides about a new source. */
final class Choices {
    /** Of a feed that is new here; as the settings' own default. */
    private static final int USUAL = 10;

    private Choices() {}

    /** The value of an option, or a refusal that names the option. */
    static <T> T fit(String option, Read<T> read) {
        return read.value().orElseThrow(() -> new Refusal(ExitCode.USAGE, option + ": " + read.remedy() + "."));
    }

    /** How many of {@code there} articles count as new; empty when there is nobody to ask, or nothing to ask about. */
    static Optional<FirstRun> first(Gazette gazette, int there) {
        if (!gazette.mayAsk() || there == 0) {
            return Optional.empty();
        }
        for (int tries = 0; tries < 3; tries++) {
            gazette.screen()
                    .ask("How many of the " + Count.of(there, "article")
                            + " that are there count as new: a number, all," + " or none? [" + Math.min(USUAL, there)
                            + "] ");
            String answer = gazette.surroundings().answer();
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            Read<FirstRun> read = SourceWords.first(answer);
            if (read.value().isPresent()) {
                return read.value();
            }
            gazette.screen().problem("«" + answer + "»: " + read.remedy() + ".");
        }
        throw new Refusal(ExitCode.USAGE, "Nothing was changed.");
    }

    static String inWords(FirstRun first) {
        return first.equals(FirstRun.ALL) ? "all" : first.taken() == 0 ? "none" : String.valueOf(first.taken());
    }
}
