package gazette.render;

import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Rendering;
import gazette.edition.TemplateText;
import gazette.edition.Variant;
import gazette.edition.VariantKey;
import gazette.mail.Format;
import gazette.subscriber.Readership;
import gazette.subscriber.Wish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Runs a template folder over an edition. Safe to use from many threads. */
public final class Renderer {
    /** Which fields are absent, taken together: so many patterns are rendered with the edition, the rest when met. */
    private static final int PATTERNS = 16;

    private final Path templates;
    private final OnlineAddress online;
    private final RenderLimits limits;
    private final Engines engines = new Engines();
    private final Benches benches;
    private final Set<String> prepared = ConcurrentHashMap.newKeySet();

    /** One whose editions cannot be read on the web. */
    public Renderer(Path templates) {
        this(templates, OnlineAddress.NONE);
    }

    /**
     * @param templates the workspace's folder of templates; what is not there is taken from the built-in ones
     * @param online what the editions say of where they can be read on the web
     */
    public Renderer(Path templates, OnlineAddress online) {
        this(templates, online, RenderLimits.USUAL);
    }

    Renderer(Path templates, OnlineAddress online, RenderLimits limits) {
        this.templates = templates;
        this.online = online;
        this.limits = limits;
        this.benches = new Benches(limits, engines, online);
    }

    /** Where those who get {@code edition} in {@code language} can read it on the web, if they can. */
    public Optional<String> online(Edition edition, Locale language) {
        return online.of(edition, language);
    }

    /**
     * Begins to read and parse a template, on a thread of its own, for whoever renders it a moment later; once for each
     * template. Who is quicker waits for the file that is being parsed. What is wrong with it is told by {@link #render}.
     */
    public void prepare(String template) {
        if (prepared.add(template)) {
            Thread thread = new Thread(() -> parse(template), "gazette-template");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((itself, failure) -> {}); // who renders it meets the same
            thread.start();
        }
    }

    private void parse(String template) {
        Snapshot folder = Snapshot.of(TemplateFolder.of(templates, template));
        Engine engine = engines.of(folder);
        try {
            new TimeBox(limits).run(() -> {
                engine.parse(folder.files());
                return engine;
            });
        } catch (Overrun | ExecutionException whoRendersItMeetsTheSame) {
            return;
        }
    }

    /**
     * The edition in one variant for each key in the audience, and what it takes to make them again.
     *
     * @throws TemplateProblem when the template is missing, fails, or does not end
     */
    public Rendering render(Edition edition, Illustrations pictures, Readership readers) {
        Snapshot folder = Snapshot.of(TemplateFolder.of(templates, edition.template()));
        Typesetter typesetter = new Typesetter(workshop(edition, pictures, folder, online));
        Map<VariantKey, Optional<Typesetter.Made>> made = new HashMap<>();
        Set<String> fields = new TreeSet<>();
        Set<VariantKey> keys = Set.of(VariantKeys.first(edition));
        while (!made.keySet().containsAll(keys)) {
            keys.forEach(key -> made.computeIfAbsent(key, each -> made(typesetter, each)));
            made.values().stream().flatMap(Optional::stream).forEach(each -> fields.addAll(each.fields()));
            keys = keys(edition, folder, readers.wishes(fields)); // a variant may read what the first does not
        }
        List<Variant> variants = keys.stream()
                .flatMap(key -> made.getOrDefault(key, Optional.empty()).stream())
                .map(Typesetter.Made::variant)
                .toList();
        return new Rendering(folder.frozen(), pictures, fields, variants);
    }

    private Workshop workshop(Edition edition, Illustrations pictures, Snapshot folder, OnlineAddress at) {
        return new Workshop(edition, pictures, folder, engines.of(folder), limits, at);
    }

    /** A template that fails for readers who lack a field, and for no other, fails when their messages are made. */
    private static Optional<Typesetter.Made> made(Typesetter typesetter, VariantKey key) {
        try {
            return Optional.of(typesetter.make(key));
        } catch (TemplateProblem problem) {
            if (key.absent().isEmpty()) {
                throw problem;
            }
            return Optional.empty();
        }
    }

    private static Set<VariantKey> keys(Edition edition, Snapshot folder, List<Wish> wishes) {
        VariantKeys readers = new VariantKeys(edition, folder);
        Set<VariantKey> keys = new LinkedHashSet<>(Set.of(VariantKeys.first(edition)));
        Set<Set<String>> patterns = new HashSet<>(Set.of(Set.of()));
        for (Wish wish : wishes) {
            if (patterns.contains(wish.absent()) || patterns.size() < PATTERNS) {
                patterns.add(wish.absent());
                readers.of(wish).ifPresent(keys::add);
            }
        }
        return keys;
    }

    /** The key of a reader with this wish; empty when none of the edition's stories is on a topic that they asked for. */
    public static Optional<VariantKey> key(Edition edition, TemplateText template, Wish wish) {
        return new VariantKeys(edition, Snapshot.of(template)).of(wish);
    }

    /**
     * A variant with this key, made of what was frozen: for a reader who changed their wish since.
     *
     * @throws TemplateProblem when the template fails
     */
    public Variant variant(Edition edition, Rendering frozen, VariantKey key) {
        Typesetter.Made made = benches.typesetter(edition, frozen).make(key);
        Set<String> unknown = new TreeSet<>(made.fields());
        unknown.removeAll(frozen.fields());
        return unknown.isEmpty() ? made.variant() : withLogic(made.variant(), unknown);
    }

    /** Whether a reader has those fields nobody knew to ask when the edition was frozen: the template must see them. */
    private static Variant withLogic(Variant variant, Set<String> unknown) {
        List<String> logic = new ArrayList<>(variant.logic());
        unknown.forEach(field -> logic.add("reader." + field + " is read in this variant and in none of the others"));
        return new Variant(variant.key(), variant.subject(), variant.html(), variant.text(), variant.inlines(), logic);
    }

    /**
     * A variant with one reader's values in it, no field left open: the template itself has seen them.
     *
     * @param values of the fields that the reader has, by name, {@code address} and {@code unsubscribe} among them
     * @throws TemplateProblem when the template fails
     */
    public Variant personal(Edition edition, Rendering frozen, VariantKey key, Map<String, String> values) {
        return benches.typesetter(edition, frozen).personal(key, values);
    }

    /**
     * An edition as anybody may read it: all its stories, and of no reader anything. What the template prints of one is
     * missing where it asks first whether it is there, and empty where it does not; a link that so leads nowhere is left
     * out.
     *
     * @param language wished for the words around the stories
     * @param pictures where those are that messages carry, each by its content id at the end
     * @throws TemplateProblem when the template fails without a reader
     */
    public Variant copy(Edition edition, Rendering frozen, Locale language, String pictures) {
        Snapshot folder = Snapshot.of(frozen.template());
        Workshop workshop = workshop(edition, frozen.illustrations(), folder, OnlineAddress.NONE);
        Wish wish = new Wish(Optional.of(language), List.of(), Format.HTML, Set.of());
        VariantKey key = new VariantKeys(edition, folder).of(wish).orElseThrow();
        return OnlineCopy.of(new Typesetter(workshop).personal(key, Map.of()), pictures);
    }

    /**
     * A variant traced to the places of the template that print it.
     *
     * @param open as {@link #render} or {@link #variant} made it, its fields open
     * @throws TemplateProblem when the template fails
     */
    public Traced traced(Edition edition, Rendering frozen, Variant open) {
        return benches.typesetter(edition, frozen).trace(open);
    }

    /**
     * What a template sees of a variant: names such as {@code edition.number} with their values as they would be printed,
     * and of lists how long they are. What is the reader's own is not among them.
     */
    public Map<String, String> variables(Edition edition, Rendering frozen, VariantKey key) {
        Map<String, String> flat = new TreeMap<>();
        workshop(edition, frozen.illustrations(), Snapshot.of(frozen.template()), online)
                .data(key)
                .forEach((name, value) -> flatten(name, value, flat));
        return flat;
    }

    private static void flatten(String name, @Nullable Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(name + "." + key, inner, flat));
        } else if (value instanceof List<?> list) {
            flat.put(name, "× " + list.size());
        } else if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            flat.put(name, value.toString());
        }
    }

    /**
     * Where a person finds a file of the edition's template now.
     *
     * @param file its path inside the template, as a {@link Place} has it
     * @throws TemplateProblem when the template is gone
     */
    public String whereabouts(Edition edition, String file) {
        return TemplateFolder.of(templates, edition.template()).place(file);
    }
}
