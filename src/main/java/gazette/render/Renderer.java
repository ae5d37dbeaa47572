package gazette.render;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import gazette.edition.Edition;
import gazette.edition.Variant;
import gazette.mail.HeaderText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs a template folder over an edition. Safe to use from many threads. */
public final class Renderer {
    private final Path templates;
    private final RenderLimits limits;

    /**
     * @param templates the workspace's folder of templates; {@code digest} is taken from the jar when it is not there
     */
    public Renderer(Path templates) {
        this(templates, RenderLimits.USUAL);
    }

    Renderer(Path templates, RenderLimits limits) {
        this.templates = templates;
        this.limits = limits;
    }

    /**
     * The edition in each of its variants; so far that is one, in the newsletter's language.
     *
     * @throws TemplateProblem when the template is missing, fails, or does not end
     */
    public List<Variant> variants(Edition edition) {
        TemplateFolder folder = TemplateFolder.of(templates, edition.template());
        Locale language = edition.masthead().language();
        EditionModel model = new EditionModel(edition, new Voices(folder, language));
        Map<String, Object> data = data(folder, language, model);
        String subject = subject(print(folder, "subject.ftl", language, data), folder);
        data.put("subject", subject);
        String html = print(folder, "html.ftlh", language, data);
        String text = print(folder, "text.ftl", language, data);
        return List.of(new Variant(
                language,
                subject,
                Html.tidy(html),
                TextPart.tidy(Typography.withoutNarrowSpaces(text)),
                model.inlines()));
    }

    private static Map<String, Object> data(TemplateFolder folder, Locale language, EditionModel model) {
        Stylesheet stylesheet = new Stylesheet(folder);
        Map<String, Object> data = new HashMap<>(model.map());
        data.put("words", Words.of(folder, language));
        data.put("css", stylesheet);
        data.put("styles", stylesheet.blocks());
        data.put("wrap", (TemplateMethodModelEx) Renderer::wrap);
        return data;
    }

    private String print(TemplateFolder folder, String file, Locale language, Map<String, Object> data) {
        ReaderFields reader = new ReaderFields(file);
        Map<String, Object> personal = new HashMap<>(data);
        personal.put("reader", reader);
        return reader.settled(new Engine(folder, limits).run(file, language, personal), folder);
    }

    private static String subject(String printed, TemplateFolder folder) {
        String subject = HeaderText.onOneLine(Typography.withoutNarrowSpaces(printed));
        if (subject.isEmpty()) {
            throw TemplateProblem.failed(folder.place("subject.ftl") + " prints nothing: a message needs a subject");
        }
        return subject;
    }

    /** {@code wrap(text)}, {@code wrap(text, first)} and {@code wrap(text, first, others)}, see {@link TextPart}. */
    @SuppressWarnings("rawtypes") // as FreeMarker declares it
    private static Object wrap(List arguments) throws TemplateModelException {
        if (arguments.isEmpty() || arguments.size() > 3) {
            throw new TemplateModelException(
                    "wrap takes a text, what stands before its first line, and before the others");
        }
        String text = words(arguments.get(0));
        String first = arguments.size() > 1 ? words(arguments.get(1)) : "";
        return arguments.size() > 2
                ? TextPart.wrapped(text, first, words(arguments.get(2)))
                : TextPart.wrapped(text, first);
    }

    private static String words(Object argument) throws TemplateModelException {
        if (argument instanceof TemplateScalarModel words) {
            return words.getAsString();
        }
        throw new TemplateModelException(
                "wrap takes words, not a " + argument.getClass().getSimpleName());
    }
}
