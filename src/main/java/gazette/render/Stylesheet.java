package gazette.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template's {@code style.css}, made ready for mail programs. {@code css("a", "b")} in a template prints
 * {@code class="a b"} with the declarations of {@code .a} and {@code .b} in a {@code style} attribute, because many mail
 * programs drop all {@code <style>}; what cannot be inlined goes into three blocks, of which a mail program that chokes
 * on one drops only that one.
 *
 * <p>{@code var(--x)} is replaced by what {@code :root} says: few mail programs know it.
 */
final class Stylesheet implements TemplateMethodModelEx {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("(--[\\w-]+)\\s*:\\s*([^;}]+)");
    private static final Pattern USE = Pattern.compile("var\\((--[\\w-]+)\\)");
    private static final Pattern PLAIN_CLASS = Pattern.compile("\\.([\\w-]+)");

    private final String place;
    private final Map<String, String> classes = new HashMap<>();
    private final StringBuilder base = new StringBuilder();
    private final StringBuilder dark = new StringBuilder();
    private final StringBuilder outlook = new StringBuilder();

    /** @throws TemplateProblem when the file uses a variable that it does not define, or holds {@code <} */
    Stylesheet(TemplateFolder folder) {
        this.place = folder.place("style.css");
        String css = COMMENT.matcher(folder.text("style.css").orElse("")).replaceAll("");
        if (css.contains("<")) {
            throw TemplateProblem.failed(place + " holds a '<', which ends a style block in mail: take it out");
        }
        CssRule.of(resolved(css)).forEach(this::take);
    }

    private String resolved(String css) {
        Map<String, String> variables = new HashMap<>();
        CssRule.of(css).stream()
                .filter(rule -> rule.prelude().equals(":root"))
                .forEach(root -> VARIABLE.matcher(root.body())
                        .results()
                        .forEach(found ->
                                variables.put(found.group(1), found.group(2).strip())));
        return USE.matcher(css).replaceAll(use -> {
            String value = variables.get(use.group(1));
            if (value == null) {
                throw TemplateProblem.failed(
                        place + " uses " + use.group() + ": give " + use.group(1) + " a value in :root");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private void take(CssRule rule) {
        Matcher plain = PLAIN_CLASS.matcher(rule.prelude());
        if (plain.matches()) {
            classes.merge(plain.group(1), rule.declarations(), (all, more) -> all + ";" + more);
        } else if (rule.prelude().startsWith("@media") && rule.prelude().contains("prefers-color-scheme")) {
            dark.append(rule.compact()).append('\n');
            CssRule.of(rule.body())
                    .forEach(inner -> outlook.append(inner.forOutlook()).append('\n'));
        } else if (!rule.prelude().equals(":root")) {
            base.append(rule.compact()).append('\n');
        }
    }

    /** The attributes of an element of these classes. */
    @Override
    @SuppressWarnings("rawtypes") // as FreeMarker declares it
    public Object exec(List names) throws TemplateModelException {
        StringBuilder joined = new StringBuilder();
        StringBuilder style = new StringBuilder();
        for (Object each : names) {
            String name = ((TemplateScalarModel) each).getAsString();
            String declarations = classes.get(name);
            if (declarations == null) {
                throw new TemplateModelException("css(\"" + name + "\"): there is no ." + name + " in " + place);
            }
            joined.append(joined.isEmpty() ? "" : " ").append(name);
            style.append(style.isEmpty() || declarations.isEmpty() ? "" : ";").append(declarations);
        }
        String attribute = style.isEmpty() ? "" : " style=\"" + Html.escaped(style.toString()) + "\"";
        return HTMLOutputFormat.INSTANCE.fromMarkup("class=\"" + joined + "\"" + attribute);
    }

    /** The three blocks, {@code base}, {@code dark} and {@code outlook}; a template prints them with {@code ?no_esc}. */
    Map<String, String> blocks() {
        return Map.of(
                "base", base.toString(),
                "dark", ":root{color-scheme:light dark}\n" + dark,
                "outlook", outlook.toString());
    }
}
