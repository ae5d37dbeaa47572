package gazette.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The environment variables that stand for settings: {@code GAZETTE_SMTP_HOST} for {@code smtp.host}. One that is blank
 * counts as not set. Remembers which were asked for, so that a mistyped one is found. One thread.
 */
final class Environment {
    private static final String PREFIX = "GAZETTE_";

    /** The launcher's own: options for the Java machine, and libraries beside the program. */
    private static final Set<String> LAUNCHERS = Set.of("GAZETTE_JAVA_OPTS", "GAZETTE_CLASSPATH");

    private final Map<String, String> variables;
    private final Set<String> known = new TreeSet<>();

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /** For sections that the environment has no say in. */
    static Environment none() {
        return new Environment(Map.of());
    }

    /** What is set for the key at {@code path}. */
    Optional<String> value(String path) {
        String name = variable(path);
        known.add(name);
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    static String variable(String path) {
        return PREFIX + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Reports each variable with Gazette's prefix that no key was looked up by. */
    void reportUnknown(Findings findings) {
        for (String name : new TreeSet<>(variables.keySet())) {
            if (name.startsWith(PREFIX) && !LAUNCHERS.contains(name) && !known.contains(name)) {
                findings.problem(Spot.variable(name), "", name + " stands for no setting", remedy(name));
            }
        }
    }

    private String remedy(String name) {
        if (name.startsWith(PREFIX + "NEWSLETTERS")) {
            return "newsletters are described in gazette.yaml only; unset it";
        }
        if (name.equals(variable("smtp.password"))) {
            return "put the password in a file and its path in " + variable("smtp.password-file");
        }
        return Nearest.of(name, known).map(near -> "did you mean " + near + "?").orElse("unset it");
    }
}
