package gazette.render;

import freemarker.template.TemplateException;
import gazette.mail.HeaderText;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** One run of a template's files, within its limits. For one use. */
final class Run {
    static final String SUBJECT = "subject.ftl";
    static final String HTML = "html.ftlh";
    static final String TEXT = "text.ftl";

    private final TemplateFolder folder;
    private final Engine engine;
    private final TimeBox box;
    private final Locale language;
    private final Function<String, CappedWriter> paper;

    /** That is run now; read by the thread that waits for it to end. */
    private volatile String file = SUBJECT;

    /** @param paper that a file is printed on, by the file's name */
    Run(TemplateFolder folder, Engine engine, TimeBox box, Locale language, Function<String, CappedWriter> paper) {
        this.folder = folder;
        this.engine = engine;
        this.box = box;
        this.language = language;
        this.paper = paper;
    }

    /** On paper that keeps no more than the text. */
    Run(TemplateFolder folder, Engine engine, TimeBox box, Locale language) {
        this(
                folder,
                engine,
                box,
                language,
                file -> new CappedWriter(box.limits().characters()));
    }

    /**
     * What the three files print.
     *
     * @param data without {@code reader} and {@code subject}
     * @param hasHtml whether there is to be an HTML part
     * @throws TemplateProblem when one is missing, fails, or goes past the limits
     */
    Printed all(Map<String, Object> data, ReaderView reader, boolean hasHtml) {
        return boxed(() -> {
            Map<String, Object> personal = new HashMap<>(data);
            personal.put("reader", reader);
            String subject = subject(print(SUBJECT, personal));
            personal.put("subject", reader.again(subject));
            Optional<String> html = hasHtml ? Optional.of(print(HTML, personal)) : Optional.empty();
            return new Printed(subject, html, print(TEXT, personal));
        });
    }

    /**
     * What one file prints.
     *
     * @throws TemplateProblem when it is missing, fails, or goes past the limits
     */
    String one(String name, Map<String, Object> data) {
        return boxed(() -> print(name, data));
    }

    private interface Work<T> {
        T done() throws IOException, TemplateException;
    }

    private <T> T boxed(Work<T> work) {
        try {
            return box.run(work::done);
        } catch (Overrun overrun) {
            throw new Diagnosis(folder, file).of(overrun);
        } catch (ExecutionException failed) {
            throw new Diagnosis(folder, file).of(failed.getCause() == null ? failed : failed.getCause());
        }
    }

    private String print(String name, Map<String, Object> data) throws IOException, TemplateException {
        file = name;
        CappedWriter out = paper.apply(name);
        engine.print(name, language, data, out);
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException(name + " was stopped, and made up for it by <#recover>");
        }
        return out.toString();
    }

    private String subject(String printed) {
        String subject = HeaderText.onOneLine(Typography.withoutNarrowSpaces(printed));
        if (subject.isEmpty()) {
            throw TemplateProblem.failed(folder.place(SUBJECT) + " prints nothing: a message needs a subject");
        }
        return subject;
    }
}
