package gazette.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema that editors read and the reader of the settings know the same keys, with the same defaults. */
final class SchemaTest {
    private static final Path CHECKOUT = Path.of("").toAbsolutePath();
    private static final Path GOLDEN = Path.of("src/test/resources/gazette/config");

    /** A newsletter with one feed and hardly anything said of it. */
    private static final String MINIMAL = """
            newsletters:
              letter:
                name: Letter
                from: letter@example.org
                language: en
                timezone: Europe/Paris
                postal-address: 1 Example Street, Paris
                sources: [{feed: "https://journal.example.org/rss.xml"}]
                cadences: {daily: {cron: "0 0 7 ? * MON-FRI"}}
            smtp: {host: localhost}
            """;

    @TempDir
    private Path temp;

    @Test
    void theSchemaNamesEveryKeyThatTheSampleSettingsHaveAndNoOther() throws IOException {
        SortedMap<String, Object> inSchema = new TreeMap<>();
        collect("", JSON.std.mapFrom(SettingsFile.schema()), inSchema);
        String file = Files.readString(CHECKOUT.resolve(SettingsFile.NAME), StandardCharsets.UTF_8);

        Set<String> read = new TreeSet<>();
        SettingsFile.read(CHECKOUT, Map.of(), cron -> Optional.empty())
                .values()
                .forEach(value -> read.add(general(value.path())));

        assertThat(inSchema.keySet()).containsAll(read);
        assertThat(inSchema.keySet())
                .allSatisfy(key -> assertThat(read.contains(key)
                                || isCommented(file, key.replace(".*", ""))
                                || key.startsWith("smtp.accounts."))
                        .as(key)
                        .isTrue());
    }

    /** Whether the sample shows the key, and what it stands in, without setting it. */
    private static boolean isCommented(String file, String key) {
        String name = key.substring(key.lastIndexOf('.') + 1);
        return Pattern.compile("(?m)^ *# .*\\b" + name + ": ").matcher(file).find();
    }

    @Test
    void everyKeyOfTheSchemaIsReadAndEveryKeyThatIsReadIsInTheSchema() throws IOException {
        SortedMap<String, Object> inSchema = new TreeMap<>();
        collect("", JSON.std.mapFrom(SettingsFile.schema()), inSchema);
        Set<String> read = new TreeSet<>();
        for (String name : SettingsGoldenTest.cases()) {
            byte[] yaml = Files.readAllBytes(GOLDEN.resolve(name + ".yaml"));
            new Workspace(temp)
                    .read(yaml, Map.of()).values().stream()
                            .filter(value -> !value.origin().name().startsWith("GAZETTE"))
                            .forEach(value -> read.add(general(value.path())));
        }

        assertThat(read).isEqualTo(inSchema.keySet());
    }

    @Test
    void theDefaultsOfTheSchemaAreThoseOfTheReader() throws IOException {
        SortedMap<String, Object> inSchema = new TreeMap<>();
        collect("", JSON.std.mapFrom(SettingsFile.schema()), inSchema);

        new Workspace(temp)
                .read(MINIMAL).values().stream()
                        .filter(value -> value.origin().kind() == SettingValue.Kind.DEFAULT)
                        .filter(value -> !Set.of("web.url", "web.studio", "newsletters.*.sources[].first")
                                .contains(general(value.path())))
                        .forEach(value -> assertThat(String.valueOf(inSchema.get(general(value.path()))))
                                .as(value.path())
                                .isEqualTo(value.value()));
    }

    private static String general(String path) {
        return path.replaceAll("^newsletters\\.[^.]+", "newsletters.*")
                .replaceAll("cadences\\.[^.]+", "cadences.*")
                .replaceAll("\\.(colours|fonts)\\.[^.]+", ".$1.*")
                .replaceAll("^smtp\\.accounts\\.[^.]+", "smtp.accounts.*")
                .replaceAll("\\.per-domain\\..+", ".per-domain.*")
                .replaceAll("\\.topics\\.[^:]+\\.", ".topics.*.")
                .replaceAll("\\[\\d+]", "[]");
    }

    private static void collect(String path, Map<?, ?> schema, Map<String, Object> into) {
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((key, value) -> collect(join(path, String.valueOf(key)), (Map<?, ?>) value, into));
        } else if (schema.get("additionalProperties") instanceof Map<?, ?> named) {
            collect(path + ".*", named, into);
        } else if (schema.get("items") instanceof Map<?, ?> items && items.containsKey("properties")) {
            collect(path + "[]", items, into);
        } else {
            into.put(path, String.valueOf(schema.get("default")));
        }
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
