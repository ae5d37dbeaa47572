package gazette.render;

import freemarker.template.TemplateException;

/**
 * A place in a template's text.
 *
 * @param file its path inside the template, such as {@code html.ftlh}; one that templates share looks the same
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {
    /** Where FreeMarker was when {@code failed} was made; the start of {@code file} when it does not know. */
    static Place of(TemplateException failed, String file) {
        String name = failed.getTemplateSourceName();
        Integer line = failed.getLineNumber();
        Integer column = failed.getColumnNumber();
        return name == null || line == null || column == null ? new Place(file, 1, 1) : new Place(name, line, column);
    }
}
