package gazette.render;

import freemarker.cache.TemplateLoader;
import java.io.Reader;
import java.io.StringReader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives FreeMarker the files of one folder, and none beside it: FreeMarker itself resolves every {@code ../}. */
final class FolderLoader implements TemplateLoader {
    /** Text that became a template at run time would have no interruption checks. */
    private static final Pattern INTERPRET = Pattern.compile("\\?\\s*interpret\\b");

    private final TemplateFolder folder;

    FolderLoader(TemplateFolder folder) {
        this.folder = folder;
    }

    private record Source(String name, String text) {}

    @Override
    public @Nullable Object findTemplateSource(String name) {
        return folder.text(name)
                .map(text -> new Source(name, checked(name, text)))
                .orElse(null);
    }

    @Override
    public long getLastModified(Object source) {
        return -1;
    }

    @Override
    public Reader getReader(Object source, String encoding) {
        return new StringReader(((Source) source).text());
    }

    @Override
    public void closeTemplateSource(Object source) {}

    private String checked(String name, String text) {
        if (INTERPRET.matcher(text).find()) {
            throw TemplateProblem.failed(
                    folder.place(name) + " uses ?interpret: text never becomes a template; write a macro");
        }
        return text;
    }
}
