package gazette.cli;

import gazette.config.SettingValue;
import gazette.config.SettingsFile;
import gazette.config.SettingsProblem;
import gazette.config.SettingsReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code gazette config}. */
final class ConfigCommand {
    private ConfigCommand() {}

    /** {@code gazette config show}. */
    static final class Show implements Command {
        private final Gazette gazette;
        private boolean origin;

        Show(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("show", "The settings in force.");
            syntax.flag("--origin", "Say where each value is from.", value -> origin = value);
        }

        @Override
        public ExitCode call() {
            gazette.settings();
            Map<String, Object> document = new LinkedHashMap<>();
            List<String> lines = new ArrayList<>();
            for (SettingValue value : gazette.readSettings().values()) {
                document.put(
                        value.path(),
                        Map.of("value", value.value(), "origin", value.origin().toString()));
                lines.add(value.path() + ": " + value.value() + (origin ? "    # " + value.origin() : ""));
            }
            gazette.screen().answer(Map.of("settings", document), lines);
            return ExitCode.DONE;
        }
    }

    /** {@code gazette config validate}. */
    static final class Validate implements Command {
        private final Gazette gazette;

        Validate(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("validate", "Say all that is wrong with the settings.");
        }

        @Override
        public ExitCode call() {
            SettingsReading reading = gazette.readSettings();
            Screen screen = gazette.screen();
            if (screen.options().json()) {
                var problems =
                        reading.problems().stream().map(ConfigCommand::document).toList();
                screen.answer(Map.of("valid", problems.isEmpty(), "problems", problems), List.of());
            } else if (reading.problems().isEmpty()) {
                screen.answer(Map.of(), List.of(screen.tick() + " gazette.yaml has no problems"));
            } else {
                screen.problem(Problems.inWords(reading.problems()));
            }
            return reading.problems().isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
        }
    }

    /** {@code gazette config schema}. */
    static final class Schema implements Command {
        private final Gazette gazette;

        Schema(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("schema", "A JSON Schema of gazette.yaml, for editors that complete keys.");
        }

        @Override
        public ExitCode call() {
            gazette.screen().data(SettingsFile.schema());
            return ExitCode.DONE;
        }
    }

    private static Map<String, Object> document(SettingsProblem problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", problem.file());
        document.put("line", problem.line());
        document.put("column", problem.column());
        document.put("path", problem.path());
        document.put("what", problem.what());
        document.put("remedy", problem.remedy());
        return document;
    }
}
