package gazette.edition;

import java.util.Map;

/**
 * The files of a template as they were when an edition was rendered.
 *
 * @param name of its folder
 * @param files text by name, such as {@code html.ftlh}: all that it can use, what it shares with other templates included
 */
public record TemplateText(String name, Map<String, String> files) {
    public TemplateText {
        files = Map.copyOf(files);
    }
}
