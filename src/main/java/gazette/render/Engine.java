package gazette.render;

import freemarker.cache.NullCacheStorage;
import freemarker.core.Environment;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.log.Logger;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * FreeMarker, fenced in: a template sees the maps, lists, words and numbers that it is given, the files of its own
 * folder, and nothing else. {@code .ftlh} files are escaped, {@code .ftl} files are not. Each file is read once. Safe to
 * use from many threads.
 */
final class Engine {
    static {
        // All that FreeMarker would log is thrown, too; left to itself, it loads a second way of logging.
        System.setProperty(Logger.SYSTEM_PROPERTY_NAME_LOGGER_LIBRARY, Logger.LIBRARY_NAME_NONE);
    }

    private static final Pattern TEMPLATE = Pattern.compile("\\.ftlh?$");

    private final TemplateFolder folder;
    private final Configuration freemarker;

    Engine(TemplateFolder folder) {
        this.folder = folder;
        this.freemarker = new Fenced();
        freemarker.setTemplateLoader(new FolderLoader(folder));
    }

    /**
     * Lets the template {@code file} print.
     *
     * @param model of maps, lists, strings, numbers, booleans and FreeMarker's own models
     * @throws TemplateProblem when it is missing
     */
    void print(String file, Locale language, Map<String, ?> model, Writer out) throws IOException, TemplateException {
        if (folder.text(file).isEmpty()) {
            throw TemplateProblem.missing("there is no " + folder.place(file)
                    + ": write it, or begin with a copy of the built-in template digest");
        }
        Environment run = freemarker.getTemplate(file, language).createProcessingEnvironment(model, out);
        run.setLocale(language);
        run.process();
    }

    /** Parses those of {@code files} that are templates, now and not when they are asked for; who asks is told why not. */
    void parse(Collection<String> files) {
        files.stream().filter(file -> TEMPLATE.matcher(file).find()).forEach(this::parse);
    }

    private void parse(String file) {
        try {
            freemarker.getTemplate(file, Locale.ROOT);
        } catch (IOException | TemplateProblem toBeMetAgain) {
            return;
        }
    }

    /** Every template that it hands out, the included ones too, looks in each loop whether it should stop. */
    private static final class Fenced extends Configuration {
        /** By name and whether it is taken as a template; it is run in the language of who asks. */
        private final Map<String, Template> read = new HashMap<>();

        Fenced() {
            super(VERSION_2_3_35);
            setDefaultEncoding(StandardCharsets.UTF_8.name());
            setCacheStorage(NullCacheStorage.INSTANCE); // a template must not get its checks twice
            setLocalizedLookup(false);
            setRecognizeStandardFileExtensions(true);
            setOutputFormat(PlainTextOutputFormat.INSTANCE);
            setInterpolationSyntax(DOLLAR_INTERPOLATION_SYNTAX);
            setNumberFormat("c");
            setArithmeticEngine(new StoppableArithmetic());
            setURLEscapingCharset(StandardCharsets.UTF_8.name());
            setObjectWrapper(new SimpleObjectWrapper(VERSION_2_3_35));
            setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
            setAPIBuiltinEnabled(false);
            setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
            setAttemptExceptionReporter((recovered, environment) -> {});
            setLogTemplateExceptions(false);
            setWrapUncheckedExceptions(true);
        }

        @Override
        public @Nullable Template getTemplate(
                String name,
                Locale locale,
                Object lookupCondition,
                String encoding,
                boolean parseAsFtl,
                boolean ignoreMissing)
                throws IOException {
            synchronized (read) {
                String wanted = name + '\n' + parseAsFtl;
                Template known = read.get(wanted);
                return known != null
                        ? known
                        : keep(
                                wanted,
                                super.getTemplate(name, locale, lookupCondition, encoding, parseAsFtl, ignoreMissing));
            }
        }

        private @Nullable Template keep(String wanted, @Nullable Template template) {
            if (template != null) {
                _CoreAPI.addThreadInterruptedChecks(template);
                read.put(wanted, template);
            }
            return template;
        }
    }
}
