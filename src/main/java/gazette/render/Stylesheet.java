package gazette.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import gazette.edition.Style;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A template's {@code style.css}, made ready for mail programs. {@code css("a", "b")} in a template prints
 * the declarations of {@code .a} and {@code .b} as a {@code style} attribute, because many mail programs drop all
 * {@code <style>}, and those of the two as a {@code class} that a style block needs. What cannot be inlined goes into
 * three blocks, of which a mail program that chokes on one drops only that one.
 *
 * <p>{@code var(--x)} is replaced by what {@code :root} says: few mail programs know it.
 */
final class Stylesheet implements TemplateMethodModelEx {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern USE = Pattern.compile("var\\(--([\\w-]+)\\)");
    private static final Pattern CLASS = Pattern.compile("\\.([A-Za-z][\\w-]*)");
    private static final Pattern PLAIN_CLASS = Pattern.compile("\\.[\\w-]+");

    private final String place;
    private final Map<String, String> classes = new HashMap<>();
    private final Set<String> hooks = new HashSet<>();
    private final StringBuilder base = new StringBuilder();
    private final StringBuilder dark = new StringBuilder();
    private final StringBuilder outlook = new StringBuilder();

    /** As the template comes. */
    Stylesheet(TemplateFolder folder) {
        this(folder, Style.NONE);
    }

    /**
     * @param style what a newsletter puts in place of variables of {@code :root}
     * @throws TemplateProblem when the file uses a variable that it does not define, or holds {@code <}, or when
     *     {@code style} names a colour or a font that the file does not have
     */
    Stylesheet(TemplateFolder folder, Style style) {
        this.place = folder.place("style.css");
        String css = COMMENT.matcher(folder.text("style.css").orElse("")).replaceAll("");
        if (css.contains("<")) {
            throw TemplateProblem.failed(place + " holds a '<', which ends a style block in mail: take it out");
        }
        CssRule.of(resolved(css, new Variables(place, css).with(style))).forEach(this::take);
        Matcher named = CLASS.matcher(base.toString() + dark);
        while (named.find()) {
            hooks.add(named.group(1));
        }
    }

    private String resolved(String css, Map<String, String> variables) {
        return USE.matcher(css).replaceAll(use -> {
            String value = variables.get(use.group(1));
            if (value == null) {
                throw TemplateProblem.failed(
                        place + " uses " + use.group() + ": give --" + use.group(1) + " a value in :root");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private void take(CssRule rule) {
        List<String> selectors = rule.selectors();
        if (selectors.stream().allMatch(PLAIN_CLASS.asMatchPredicate())) {
            selectors.forEach(selector ->
                    classes.merge(selector.substring(1), rule.declarations(), (all, more) -> all + ";" + more));
        } else if (rule.prelude().startsWith("@media") && rule.prelude().contains("prefers-color-scheme")) {
            dark.append(rule.compact()).append('\n');
            CssRule.of(rule.body())
                    .forEach(inner -> outlook.append(inner.forOutlook()).append('\n'));
        } else if (!rule.prelude().equals(":root")) {
            base.append(rule.compact()).append('\n');
        }
    }

    /** The attributes of an element of these classes; what has a colon is a declaration of its own. */
    @Override
    @SuppressWarnings("rawtypes") // as FreeMarker declares it
    public Object exec(List names) throws TemplateModelException {
        StringBuilder joined = new StringBuilder();
        StringBuilder style = new StringBuilder();
        for (Object each : names) {
            String name = ((TemplateScalarModel) each).getAsString();
            String declarations = name.contains(":") ? name : classes.get(name);
            if (declarations == null) {
                throw new TemplateModelException("css(\"" + name + "\"): there is no ." + name + " in " + place);
            }
            if (hooks.contains(name)) {
                joined.append(joined.isEmpty() ? "" : " ").append(name);
            }
            style.append(style.isEmpty() || declarations.isEmpty() ? "" : ";").append(declarations);
        }
        return HTMLOutputFormat.INSTANCE.fromMarkup(
                Stream.of(attribute("class", joined.toString()), attribute("style", style.toString()))
                        .filter(attribute -> !attribute.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    private static String attribute(String name, String value) {
        return value.isEmpty() ? "" : name + "=\"" + Html.escaped(value) + "\"";
    }

    /** The three blocks, {@code base}, {@code dark} and {@code outlook}; a template prints them with {@code ?no_esc}. */
    Map<String, String> blocks() {
        return Map.of(
                "base", base.toString(),
                "dark", ":root{color-scheme:light dark}\n" + dark,
                "outlook", outlook.toString());
    }
}
