package gazette.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The schema that editors read and the reader of the settings know the same keys, with the same defaults. */
final class SchemaTest {
    private static final Path CHECKOUT = Path.of("").toAbsolutePath();

    @Test
    void theSchemaNamesEveryKeyThatTheSampleSettingsHaveAndNoOther() throws IOException {
        SortedMap<String, Object> inSchema = new TreeMap<>();
        collect("", JSON.std.mapFrom(SettingsFile.schema()), inSchema);
        inSchema.keySet().removeAll(java.util.Set.of("smtp.user", "smtp.password-file", "smtp.window"));

        SortedMap<String, String> read = new TreeMap<>();
        SettingsFile.read(CHECKOUT, Map.of(), cron -> Optional.empty())
                .values()
                .forEach(value -> read.put(general(value.path()), value.value()));
        read.remove("smtp.window");

        assertThat(inSchema.keySet()).isEqualTo(read.keySet());
    }

    @Test
    void theDefaultsOfTheSchemaAreThoseOfTheReader() throws IOException {
        SortedMap<String, Object> inSchema = new TreeMap<>();
        collect("", JSON.std.mapFrom(SettingsFile.schema()), inSchema);

        SettingsFile.read(CHECKOUT, Map.of(), cron -> Optional.empty()).values().stream()
                .filter(value -> value.origin().kind() == SettingValue.Kind.DEFAULT)
                .forEach(value -> assertThat(String.valueOf(inSchema.get(general(value.path()))))
                        .as(value.path())
                        .isEqualTo(value.value()));
    }

    private static String general(String path) {
        return path.replaceAll("^newsletters\\.[^.]+", "newsletters.*")
                .replaceAll("cadences\\.[^.]+", "cadences.*")
                .replaceAll("\\[\\d+]", "[]");
    }

    private static void collect(String path, Map<?, ?> schema, Map<String, Object> into) {
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((key, value) -> collect(join(path, String.valueOf(key)), (Map<?, ?>) value, into));
        } else if (schema.get("additionalProperties") instanceof Map<?, ?> named) {
            collect(path + ".*", named, into);
        } else if (schema.get("items") instanceof Map<?, ?> items) {
            collect(path + "[]", items, into);
        } else {
            into.put(path, String.valueOf(schema.get("default")));
        }
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
