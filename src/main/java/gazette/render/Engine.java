package gazette.render;

import freemarker.cache.NullCacheStorage;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * FreeMarker, fenced in: a template sees the maps, lists, words and numbers that it is given, the files of its own
 * folder, and nothing else. {@code .ftlh} files are escaped, {@code .ftl} files are not. Safe to use from many threads.
 */
final class Engine {
    private final TemplateFolder folder;
    private final RenderLimits limits;
    private final Configuration freemarker;

    Engine(TemplateFolder folder, RenderLimits limits) {
        this.folder = folder;
        this.limits = limits;
        this.freemarker = new Fenced();
        freemarker.setTemplateLoader(new FolderLoader(folder));
    }

    /**
     * What the template {@code file} prints.
     *
     * @param model of maps, lists, strings, numbers, booleans and FreeMarker's own models
     * @throws TemplateProblem when it is missing, fails, or goes past its limits
     */
    String run(String file, Locale language, Map<String, ?> model) {
        if (folder.text(file).isEmpty()) {
            throw TemplateProblem.missing("there is no " + folder.place(file)
                    + ": write it, or begin with a copy of the built-in template digest");
        }
        CappedWriter out = new CappedWriter(limits.characters());
        try {
            return new TimeBox(limits).run(() -> {
                freemarker.getTemplate(file, language).process(model, out);
                return out.toString();
            });
        } catch (Overrun overrun) {
            throw new Diagnosis(folder, file).of(overrun);
        } catch (ExecutionException failed) {
            throw new Diagnosis(folder, file).of(failed.getCause() == null ? failed : failed.getCause());
        }
    }

    /** Every template that it hands out, the included ones too, looks in each loop whether it should stop. */
    private static final class Fenced extends Configuration {
        Fenced() {
            super(VERSION_2_3_35);
            setDefaultEncoding(StandardCharsets.UTF_8.name());
            setCacheStorage(NullCacheStorage.INSTANCE); // a template must not get its checks twice
            setLocalizedLookup(false);
            setRecognizeStandardFileExtensions(true);
            setOutputFormat(PlainTextOutputFormat.INSTANCE);
            setInterpolationSyntax(DOLLAR_INTERPOLATION_SYNTAX);
            setNumberFormat("c");
            setObjectWrapper(new SimpleObjectWrapper(VERSION_2_3_35));
            setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
            setAPIBuiltinEnabled(false);
            setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
            setAttemptExceptionReporter((recovered, environment) -> {});
            setLogTemplateExceptions(false);
            setWrapUncheckedExceptions(true);
        }

        @Override
        public Template getTemplate(
                String name,
                Locale locale,
                Object lookupCondition,
                String encoding,
                boolean parseAsFtl,
                boolean ignoreMissing)
                throws IOException {
            Template template = super.getTemplate(name, locale, lookupCondition, encoding, parseAsFtl, ignoreMissing);
            if (template != null) {
                _CoreAPI.addThreadInterruptedChecks(template);
            }
            return template;
        }
    }
}
