package gazette.render;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.List;

/**
 * {@code wrap(text)}, {@code wrap(text, first)} and {@code wrap(text, first, others)} in a template, see
 * {@link TextPart}. What holds a field is wrapped per reader, see {@link PersonalText}.
 */
final class Wrapping implements TemplateMethodModelEx {
    @Override
    @SuppressWarnings("rawtypes") // as FreeMarker declares it
    public Object exec(List arguments) throws TemplateModelException {
        if (arguments.isEmpty() || arguments.size() > 3) {
            throw new TemplateModelException(
                    "wrap takes a text, what stands before its first line, and before the others");
        }
        String text = words(arguments.get(0));
        String first = arguments.size() > 1 ? words(arguments.get(1)) : "";
        return arguments.size() > 2 ? wrapped(text, first, words(arguments.get(2))) : wrapped(text, first);
    }

    private static String wrapped(String text, String first) {
        return PersonalText.isOpen(text + first) ? PersonalText.paragraph(text, first) : TextPart.wrapped(text, first);
    }

    private static String wrapped(String text, String first, String others) {
        return PersonalText.isOpen(text + first + others)
                ? PersonalText.paragraph(text, first, others)
                : TextPart.wrapped(text, first, others);
    }

    private static String words(Object argument) throws TemplateModelException {
        if (argument instanceof TemplateScalarModel words) {
            return words.getAsString();
        }
        throw new TemplateModelException(
                "wrap takes words, not a " + argument.getClass().getSimpleName());
    }
}
