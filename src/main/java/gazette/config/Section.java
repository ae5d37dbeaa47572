package gazette.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The keys below one key of the settings file. Ask for each key that there can be, then {@link #close}: a key that was
 * not asked for is unknown. What is wrong goes to the findings, and the answer is then empty or the default. One thread.
 */
final class Section {
    private final Findings findings;
    private final Environment environment;
    private final String path;
    private final Spot spot;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Spot> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private boolean isUnreadable;

    private Section(Findings findings, Environment environment, String path, Spot spot) {
        this.findings = findings;
        this.environment = environment;
        this.path = path;
        this.spot = spot;
    }

    /** The whole file. */
    static Section root(Findings findings, Environment environment, String file, Optional<Node> root) {
        Section section = new Section(findings, environment, "", new Spot(file, 1, 1));
        root.ifPresent(section::take);
        return section;
    }

    private Section below(String key, Environment theirs, Optional<Node> node) {
        Section section = new Section(findings, theirs, pathOf(key), keys.getOrDefault(key, spot));
        section.isUnreadable = isUnreadable;
        node.ifPresent(section::take);
        return section;
    }

    private void take(Node node) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::take);
        } else if (!isNothing(node)) {
            isUnreadable = true;
            String name = path.isEmpty() ? "the file" : path;
            findings.problem(
                    at(node), path, name + " is " + described(node), "give it keys, each on a line of its own");
        }
    }

    private void take(NodeTuple tuple) {
        Spot at = at(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            findings.problem(at, path, "a key is " + described(tuple.getKeyNode()), "a key is one word");
            return;
        }
        String key = scalar.getValue();
        Spot first = keys.putIfAbsent(key, at);
        if (first != null) {
            findings.problem(at, pathOf(key), pathOf(key) + " is set twice, first in line " + first.line(), "keep one");
            return;
        }
        nodes.put(key, tuple.getValueNode());
    }

    /** Its name: the last part of its path. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
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
        if (!isUnreadable) {
            findings.problem(spot, pathOf(key), pathOf(key) + " is missing", "add it");
        }
    }

    /** The value of a key that there may be. */
    <T> Optional<T> optional(String key, Fit.Kind<T> kind) {
        asked.add(key);
        Optional<String> variable = environment.value(pathOf(key));
        if (variable.isPresent()) {
            String name = Environment.variable(pathOf(key));
            SettingValue.Origin origin = new SettingValue.Origin(SettingValue.Kind.ENVIRONMENT, name, 0);
            return read(key, variable.get(), kind, Spot.variable(name), origin);
        }
        return Optional.ofNullable(nodes.get(key))
                .flatMap(node -> text(key, node).flatMap(text -> {
                    Spot at = at(node);
                    return read(
                            key, text, kind, at, new SettingValue.Origin(SettingValue.Kind.FILE, at.file(), at.line()));
                }));
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
        Fit<T> fit = kind.read(text);
        if (fit.value().isEmpty()) {
            findings.problem(at, pathOf(key), pathOf(key) + " is " + Findings.cited(text), fit.remedy());
        } else {
            findings.value(pathOf(key), text, origin);
        }
        return fit.value();
    }

    private Optional<String> text(String key, Node node) {
        if (isNothing(node)) {
            findings.problem(at(node), pathOf(key), pathOf(key) + " has no value", "give it one, or remove the key");
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        findings.problem(at(node), pathOf(key), pathOf(key) + " is " + described(node), "give it one value");
        return Optional.empty();
    }

    /** The keys below {@code key}; without the key, a section without keys. */
    Section section(String key) {
        asked.add(key);
        return below(key, environment, Optional.ofNullable(nodes.get(key)));
    }

    /**
     * The sections below {@code key} whose names are the operator's own, in their order; there has to be one. The
     * environment has no say.
     */
    List<Section> named(String key) {
        asked.add(key);
        Section names = below(key, Environment.none(), Optional.ofNullable(nodes.get(key)));
        if (names.nodes.isEmpty() && !names.isUnreadable) {
            missing(key);
        }
        return names.nodes.entrySet().stream()
                .map(e -> names.below(e.getKey(), Environment.none(), Optional.of(e.getValue())))
                .toList();
    }

    /** The sections of the list at {@code key}, in their order; there has to be one. */
    List<Section> list(String key) {
        asked.add(key);
        Node node = nodes.get(key);
        if (node == null || isNothing(node)) {
            missing(key);
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            String what = node instanceof SequenceNode ? "an empty list" : described(node);
            findings.problem(at(node), pathOf(key), pathOf(key) + " is " + what, "give a list, each item after a dash");
            return List.of();
        }
        List<Section> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            Section section = new Section(findings, environment, pathOf(key) + "[" + items.size() + "]", at(item));
            section.take(item);
            items.add(section);
        }
        return items;
    }

    /** Whether the file or the environment has something for {@code key}. */
    boolean isSet(String key) {
        return nodes.containsKey(key) || environment.value(pathOf(key)).isPresent();
    }

    /** Says what is wrong with {@code key} as it is set, or with the section when it is not. */
    void object(String key, String what, String remedy) {
        Spot at = environment.value(pathOf(key)).isPresent()
                ? Spot.variable(Environment.variable(pathOf(key)))
                : Optional.ofNullable(nodes.get(key)).map(this::at).orElse(spot);
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
        if (nodes.remove(key) != null) {
            findings.problem(keys.getOrDefault(key, spot), pathOf(key), pathOf(key) + " " + what, remedy);
        }
    }

    /** Reports every key that was not asked for. */
    void close() {
        nodes.keySet().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> findings.problem(
                        keys.getOrDefault(key, spot),
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

    private static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static String described(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Findings.cited(scalar.getValue());
        }
        return node instanceof SequenceNode ? "a list" : "a group of keys";
    }
}
