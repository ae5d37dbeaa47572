package gazette.render;

import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Variant;
import gazette.edition.VariantKey;
import gazette.mail.Format;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A template at work on one edition: its files are parsed once, and what it sees of the edition is made once for a
 * variant. Safe to use from many threads.
 */
final class Workshop {
    /** Variants whose models are kept: more than an audience has at one time, and a few megabytes. */
    private static final int MODELS = 32;

    private final Edition edition;
    private final Illustrations pictures;
    private final Snapshot folder;
    private final TimeBox box;
    private final Engine engine;
    private final Stylesheet stylesheet;
    private final OnlineAddress online;
    private final Map<VariantKey, Model> models = new HashMap<>();

    /**
     * @param engine of {@code folder}
     * @param online where the edition can be read on the web
     */
    Workshop(
            Edition edition,
            Illustrations pictures,
            Snapshot folder,
            Engine engine,
            RenderLimits limits,
            OnlineAddress online) {
        this.edition = edition;
        this.pictures = pictures;
        this.folder = folder;
        this.box = new TimeBox(limits);
        this.engine = engine;
        this.stylesheet = new Stylesheet(folder, edition.masthead().style());
        this.online = online;
    }

    /** What a template sees of a variant, {@code reader} and {@code subject} left out. */
    private record Model(EditionModel edition, Map<String, Object> data) {}

    /** What a template sees of a variant, without the reader's own. */
    Map<String, Object> data(VariantKey key) {
        return model(key).edition().map();
    }

    Snapshot folder() {
        return folder;
    }

    /**
     * What the template prints for {@code key}.
     *
     * @throws TemplateProblem when it fails
     */
    Printed print(VariantKey key, ReaderView reader) {
        return print(key, reader, file -> new CappedWriter(box.limits().characters()));
    }

    /** As {@link #print(VariantKey, ReaderView)}, on paper that also knows which place printed what. */
    Printed trace(VariantKey key, ReaderView reader, Map<String, TracingWriter> paper) {
        return print(
                key,
                reader,
                file -> paper.computeIfAbsent(
                        file, name -> new TracingWriter(box.limits().characters(), folder, name)));
    }

    private Printed print(VariantKey key, ReaderView reader, Function<String, CappedWriter> paper) {
        return new Run(folder, engine, box, key.language(), paper)
                .all(model(key).data(), reader, hasHtml(key));
    }

    private boolean hasHtml(VariantKey key) {
        return key.format() == Format.HTML && folder.text(Run.HTML).isPresent();
    }

    /** The variant that was {@code printed}. */
    Variant variant(VariantKey key, Printed printed, List<String> logic) {
        String html = printed.html().map(Html::tidy).orElse("");
        return new Variant(
                key,
                printed.subject(),
                printed.html().map(there -> html),
                TextPart.tidy(Typography.withoutNarrowSpaces(printed.text())),
                model(key).edition().inlines(html),
                logic);
    }

    private Model model(VariantKey key) {
        synchronized (models) {
            if (models.size() >= MODELS && !models.containsKey(key)) {
                models.clear();
            }
            return models.computeIfAbsent(key, this::made);
        }
    }

    private Model made(VariantKey key) {
        Locale language = key.language();
        Voices voices = new Voices(folder, language);
        EditionModel model = new EditionModel(edition, key, pictures, voices, online.of(edition, language));
        Map<String, Object> data = new HashMap<>(model.map());
        data.put("words", voices.words(language));
        data.put("css", stylesheet);
        data.put("styles", stylesheet.blocks());
        data.put("wrap", new Wrapping());
        return new Model(model, Map.copyOf(data));
    }
}
