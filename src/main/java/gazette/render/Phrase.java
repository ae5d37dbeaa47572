package gazette.render;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words with places for others, <code>{0}</code> to <code>{9}</code>.
 *
 * @param key what a template calls it by
 */
record Phrase(String key, String text) implements TemplateScalarModel, TemplateMethodModelEx {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])\\}");

    @Override
    public String getAsString() throws TemplateModelException {
        return filled(List.of());
    }

    @Override
    @SuppressWarnings("rawtypes") // as FreeMarker declares it
    public Object exec(List values) throws TemplateModelException {
        return filled(values);
    }

    String filled(List<?> values) throws TemplateModelException {
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            int index = Integer.parseInt(place.group(1));
            if (index >= values.size()) {
                throw new TemplateModelException(
                        "words." + key + " needs a value for " + place.group() + ", as in words." + key + "(…)");
            }
            place.appendReplacement(filled, Matcher.quoteReplacement(printed(values.get(index))));
        }
        return place.appendTail(filled).toString();
    }

    private String printed(Object value) throws TemplateModelException {
        if (value instanceof String words) {
            return words;
        }
        if (value instanceof TemplateScalarModel words) {
            return words.getAsString();
        }
        if (value instanceof TemplateNumberModel number) {
            return number.getAsNumber().toString();
        }
        throw new TemplateModelException("words." + key + " is filled with words and numbers alone");
    }
}
