package gazette.render;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code reader} in a template that is run for one reader: it sees the values themselves.
 *
 * @param values of the fields that the reader has something in, by name
 */
record ReaderValues(Map<String, String> values) implements ReaderView {
    @Override
    public @Nullable TemplateModel get(String name) {
        String value = values.get(name);
        if (value != null) {
            return new SimpleScalar(value);
        }
        return Use.isAskedForPresence() ? null : new SimpleScalar("");
    }

    @Override
    public String again(String subject) {
        return subject;
    }
}
