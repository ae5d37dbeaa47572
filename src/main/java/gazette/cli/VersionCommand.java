package gazette.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** {@code gazette version}. */
final class VersionCommand implements Command {
    /** The same for {@code -V}. */
    static final class Provider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {line()};
        }
    }

    private final Gazette gazette;

    VersionCommand(Gazette gazette) {
        this.gazette = gazette;
    }

    @Override
    public void describe(Syntax syntax) {}

    @Override
    public ExitCode call() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("gazette", number());
        document.put("java", Runtime.version().toString());
        gazette.screen().answer(document, List.of(line()));
        return ExitCode.DONE;
    }

    static String line() {
        return "Gazette " + number() + " · Java " + Runtime.version().feature();
    }

    static String number() {
        try (InputStream file = VersionCommand.class.getResourceAsStream("/gazette/version.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(file, "the jar holds its version"));
            return properties.getProperty("version");
        } catch (IOException cannotRead) {
            throw new UncheckedIOException("cannot read the version", cannotRead);
        }
    }
}
