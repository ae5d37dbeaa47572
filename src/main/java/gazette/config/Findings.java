package gazette.config;

import gazette.mail.HeaderText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** What one reading of the settings has found so far: problems, and values in force. One thread. */
final class Findings {
    private static final int LONGEST_SHOWN = 60;
    private static final Pattern LOG_IN = Pattern.compile("//[^/\\s]*@");

    private final List<SettingsProblem> problems = new ArrayList<>();
    private final List<SettingValue> values = new ArrayList<>();

    void problem(Spot spot, String path, String what, String remedy) {
        problems.add(spot.problem(path, what, remedy));
    }

    void value(String path, String text, SettingValue.Origin origin) {
        values.add(new SettingValue(path, text, origin));
    }

    /** Whether there is no problem so far. */
    boolean isSound() {
        return problems.isEmpty();
    }

    /** The same for the keys below {@code path}. */
    boolean isSoundBelow(String path) {
        return problems.stream().noneMatch(problem -> problem.path().startsWith(path + "."));
    }

    /** In the order of the file; those without a line last. */
    List<SettingsProblem> problems() {
        return problems.stream()
                .sorted(Comparator.comparing((SettingsProblem p) -> p.line() == 0)
                        .thenComparing(SettingsProblem::line)
                        .thenComparing(SettingsProblem::column))
                .toList();
    }

    List<SettingValue> values() {
        return values;
    }

    /** A value as a message cites it: on one line, cut when it is long, without the log-in of an address of the web. */
    static String cited(String text) {
        String line = LOG_IN.matcher(HeaderText.onOneLine(text)).replaceAll("//…@");
        int end = Math.min(line.length(), LONGEST_SHOWN);
        return "'" + (line.length() > end ? line.substring(0, end) + "…" : line) + "'";
    }
}
