package gazette.render;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words that depend on how many there are: the first value, printed with its thousands apart.
 *
 * @param key what a template calls it by
 * @param one what is said of one
 * @param other what is said of any other number
 */
record Plural(String key, String one, String other, Locale language) implements TemplateMethodModelEx {
    /** Where nothing and one and a half are singular too, as in «0 minute». */
    private static final Set<String> ONE_BELOW_TWO = Set.of("fr", "pt");

    @Override
    @SuppressWarnings("rawtypes") // as FreeMarker declares it
    public Object exec(List values) throws TemplateModelException {
        if (values.isEmpty() || !(values.get(0) instanceof TemplateNumberModel count)) {
            throw new TemplateModelException(
                    "words." + key + " needs the number of what it counts, as in words." + key + "(3)");
        }
        List<Object> filled = new ArrayList<>((List<?>) values);
        filled.set(0, printed(count.getAsNumber()));
        return new Phrase(key, isOne(count.getAsNumber().doubleValue()) ? one : other).filled(filled);
    }

    private boolean isOne(double count) {
        double size = Math.abs(count);
        return size == 1 || (size < 2 && ONE_BELOW_TWO.contains(language.getLanguage()));
    }

    private String printed(Number count) {
        return count.doubleValue() == count.longValue()
                ? DateWords.of(language).number(count.longValue())
                : count.toString();
    }
}
