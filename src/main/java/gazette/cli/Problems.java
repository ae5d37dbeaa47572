package gazette.cli;

import gazette.config.SettingsProblem;
import java.util.List;
import java.util.stream.Collectors;

/** Problems of the settings, for the person who wrote them. */
final class Problems {
    private Problems() {}

    /** One a paragraph, and how many. */
    static String inWords(List<SettingsProblem> problems) {
        String count =
                problems.size() == 1 ? "1 problem in the settings:" : problems.size() + " problems in the settings:";
        return count + problems.stream().map(p -> "\n  " + p).collect(Collectors.joining());
    }
}
