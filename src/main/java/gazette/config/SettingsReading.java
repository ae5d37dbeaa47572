package gazette.config;

import java.util.List;
import java.util.Optional;

/**
 * What reading the settings gave.
 *
 * @param settings empty when there is a problem
 * @param problems all of them, in the order of the file, those of the environment last
 * @param values every value in force; with problems, those that could be read
 */
public record SettingsReading(Optional<Settings> settings, List<SettingsProblem> problems, List<SettingValue> values) {
    public SettingsReading {
        problems = List.copyOf(problems);
        values = List.copyOf(values);
    }
}
