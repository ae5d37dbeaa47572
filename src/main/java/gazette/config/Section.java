package gazette.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The keys below one key of the settings file. Ask for each key that there can be, then {@link #close}: a key that was
 * not asked for is unknown. What is wrong goes to the findings, and the answer is then empty or the default. One thread.
 */
final class Section {
    private final Findings findings;
    private final Environment environment;
    private final String path;
    private final String name;
    private final Spot spot;
    private final Keys keys;
    private final Set<String> asked = new LinkedHashSet<>();

    private Section(Findings findings, Environment environment, String path, String name, Spot spot, Keys keys) {
        this.findings = findings;
        this.environment = environment;
        this.path = path;
        this.name = name;
        this.spot = spot;
        this.keys = keys;
    }

    /** The whole file. */
    static Section root(Findings findings, Environment environment, String file, Optional<Node> root) {
        Keys keys = root.map(node -> Keys.of(findings, file, "", node)).orElseGet(Keys::none);
        return new Section(findings, environment, "", "", new Spot(file, 1, 1), keys);
    }

    private Section below(String key, Environment theirs) {
        Keys below = keys.node(key)
                .map(node -> Keys.of(findings, spot.file(), pathOf(key), node))
                .orElseGet(() -> keys.isUnreadable() ? Keys.unreadable() : Keys.none());
        return new Section(findings, theirs, pathOf(key), key, keys.spot(key, spot), below);
    }

    /** The key that it stands at; with the number of an item, empty. */
    String name() {
        return name;
    }

    /** The value of a key that there has to be. */
    <T> Optional<T> required(String key, Fit.Kind<T> kind) {
        Optional<T> value = optional(key, kind);
        if (!isSet(key)) {
            missing(key);
        }
        return value;
    }

    /** Says that {@code key} has to be there, unless the section as a whole was refused. */
    void missing(String key) {
        if (isRead()) {
            findings.problem(spot, pathOf(key), pathOf(key) + " is missing", "add it");
        }
    }

    /** The value of a key that there may be. */
    <T> Optional<T> optional(String key, Fit.Kind<T> kind) {
        asked.add(key);
        Optional<String> variable = environment.value(pathOf(key));
        if (variable.isPresent()) {
            String called = Environment.variable(pathOf(key));
            SettingValue.Origin origin = new SettingValue.Origin(SettingValue.Kind.ENVIRONMENT, called, 0);
            return read(key, variable.get(), kind, Spot.variable(called), origin);
        }
        return keys.node(key)
                .flatMap(node -> text(key, node)
                        .flatMap(text -> read(key, text, kind, at(node), SettingValue.Origin.file(at(node)))));
    }

    /** The values of a key that may have one value or a list of them, without those that are wrong. */
    <T> List<T> several(String key, Fit.Kind<T> kind) {
        asked.add(key);
        return keys.node(key).map(node -> several(key, kind, node)).orElse(List.of());
    }

    private <T> List<T> several(String key, Fit.Kind<T> kind, Node node) {
        List<Node> items = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        List<T> values = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Node item : items) {
            text(key, item)
                    .ifPresent(text -> fit(key, text, kind, at(item)).value().ifPresent(value -> {
                        values.add(value);
                        texts.add(text);
                    }));
        }
        findings.value(pathOf(key), String.join(", ", texts), SettingValue.Origin.file(at(node)));
        return values;
    }

    /** The value of a key, or else what {@code byDefault} means; the default also stands in for a value that is wrong. */
    <T> T optional(String key, Fit.Kind<T> kind, String byDefault) {
        Optional<T> value = optional(key, kind);
        if (!isSet(key)) {
            findings.value(pathOf(key), byDefault, SettingValue.Origin.DEFAULT);
        }
        return value.orElseGet(() -> kind.read(byDefault).value().orElseThrow());
    }

    private <T> Optional<T> read(String key, String text, Fit.Kind<T> kind, Spot at, SettingValue.Origin origin) {
        Optional<T> value = fit(key, text, kind, at).value();
        value.ifPresent(v -> findings.value(pathOf(key), text, origin));
        return value;
    }

    private <T> Fit<T> fit(String key, String text, Fit.Kind<T> kind, Spot at) {
        Fit<T> fit = kind.read(text);
        fit.ifNot(remedy -> findings.problem(at, pathOf(key), pathOf(key) + " is " + Findings.cited(text), remedy));
        return fit;
    }

    private Optional<String> text(String key, Node node) {
        if (Keys.isNothing(node)) {
            findings.problem(at(node), pathOf(key), pathOf(key) + " has no value", "give it one, or remove the key");
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        findings.problem(at(node), pathOf(key), pathOf(key) + " is " + Keys.described(node), "give it one value");
        return Optional.empty();
    }

    /** The value of a key that there may be, with a remedy of its own for a key that has none. */
    <T> Optional<T> entry(String key, Fit.Kind<T> kind, String ifNothing) {
        Optional<Node> nothing = keys.node(key).filter(Keys::isNothing);
        if (nothing.isEmpty()) {
            return optional(key, kind);
        }
        asked.add(key);
        findings.problem(at(nothing.get()), pathOf(key), pathOf(key) + " has no value", ifNothing);
        return Optional.empty();
    }

    /**
     * The items of the list at {@code key}, each a section, or the value of its key {@code shorthand} alone; one item
     * alone is a list of one.
     */
    <T> List<T> items(String key, String shorthand, Fit.Kind<T> kind, Function<Section, Optional<T>> group) {
        asked.add(key);
        List<Node> nodes = keys.node(key)
                .map(node -> node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node))
                .orElse(List.of());
        List<T> items = new ArrayList<>();
        for (int number = 0; number < nodes.size(); number++) {
            Node node = nodes.get(number);
            String place = pathOf(key) + "[" + number + "]";
            Keys theirs = node instanceof MappingNode ? Keys.of(findings, spot.file(), place, node) : Keys.none();
            Section item = new Section(findings, environment, place, "", at(node), theirs);
            Optional<T> read = node instanceof MappingNode ? group.apply(item) : item.alone(shorthand, node, kind);
            read.ifPresent(items::add);
        }
        return items;
    }

    private <T> Optional<T> alone(String key, Node node, Fit.Kind<T> kind) {
        return text(key, node).flatMap(text -> read(key, text, kind, at(node), SettingValue.Origin.file(at(node))));
    }

    /** Its keys, in the order of the file. */
    List<String> names() {
        return keys.names();
    }

    /** The keys below {@code key}; without the key, a section without keys. */
    Section section(String key) {
        asked.add(key);
        return below(key, environment);
    }

    /**
     * The sections below {@code key} whose names are the operator's own, in their order; there has to be one. The
     * environment has no say.
     */
    List<Section> named(String key) {
        asked.add(key);
        Section names = below(key, Environment.none());
        if (names.keys.isEmpty() && !names.keys.isUnreadable()) {
            missing(key);
        }
        return names.all();
    }

    /** The same where there need be none. */
    List<Section> namedIfAny(String key) {
        asked.add(key);
        return below(key, Environment.none()).all();
    }

    private List<Section> all() {
        return keys.names().stream().map(key -> below(key, environment)).toList();
    }

    /** The sections of the list at {@code key}, in their order; there has to be one. */
    List<Section> list(String key) {
        asked.add(key);
        Optional<Node> given = keys.node(key).filter(node -> !Keys.isNothing(node));
        if (given.isEmpty()) {
            missing(key);
            return List.of();
        }
        Node node = given.get();
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            String what = node instanceof SequenceNode ? "an empty list" : Keys.described(node);
            findings.problem(at(node), pathOf(key), pathOf(key) + " is " + what, "give a list, each item after a dash");
            return List.of();
        }
        List<Section> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            String place = pathOf(key) + "[" + items.size() + "]";
            Keys theirs = Keys.of(findings, spot.file(), place, item);
            items.add(new Section(findings, environment, place, "", at(item), theirs));
        }
        return items;
    }

    /** Whether the file or the environment has something for {@code key}. */
    boolean isSet(String key) {
        return keys.node(key).isPresent() || environment.value(pathOf(key)).isPresent();
    }

    /** Whether it is a group of keys, or nothing at all. */
    boolean isRead() {
        return !keys.isUnreadable();
    }

    /** Whether nothing was found wrong with it or its keys so far. */
    boolean isSound() {
        return isRead() && findings.isSoundBelow(path);
    }

    /** Says what is wrong with {@code key} as it is set, or with the section when it is not. */
    void object(String key, String what, String remedy) {
        Spot at = environment.value(pathOf(key)).isPresent()
                ? Spot.variable(Environment.variable(pathOf(key)))
                : keys.node(key).map(this::at).orElse(spot);
        findings.problem(at, pathOf(key), pathOf(key) + " " + what, remedy);
    }

    /** Says what is wrong with the section itself. */
    void object(String what, String remedy) {
        findings.problem(spot, path, path + " " + what, remedy);
    }

    /** Refuses keys of features that are to come: ignored, they would be believed to work. */
    void notBuilt(String... later) {
        for (String key : later) {
            refuse(key, "is not built yet", "remove it");
        }
    }

    /** Refuses a key that people will try. */
    void refuse(String key, String what, String remedy) {
        if (keys.remove(key)) {
            findings.problem(keys.spot(key, spot), pathOf(key), pathOf(key) + " " + what, remedy);
        }
    }

    /** Reports every key that was not asked for. */
    void close() {
        keys.names().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> findings.problem(
                        keys.spot(key, spot),
                        pathOf(key),
                        Findings.cited(pathOf(key)) + " is no setting",
                        Nearest.of(key, asked)
                                .map(near -> "did you mean " + pathOf(near) + "?")
                                .orElse("remove it; here there can be " + String.join(", ", asked))));
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private Spot at(Node node) {
        return Spot.of(spot.file(), node.getStartMark());
    }
}
