package gazette.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The keys of one group as the file has them, with their values and where they stand. One thread. */
final class Keys {
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Spot> spots = new LinkedHashMap<>();
    private final boolean isUnreadable;

    private Keys(boolean isUnreadable) {
        this.isUnreadable = isUnreadable;
    }

    static Keys none() {
        return new Keys(false);
    }

    /** Of something that was refused as a whole: nobody need say what is missing in it. */
    static Keys unreadable() {
        return new Keys(true);
    }

    /** The keys of {@code node}; what is no group of keys, or is set twice, goes to the findings. */
    static Keys of(Findings findings, String file, String path, Node node) {
        if (node instanceof MappingNode mapping) {
            Keys keys = none();
            mapping.getValue().forEach(tuple -> keys.take(findings, file, path, tuple));
            return keys;
        }
        if (isNothing(node)) {
            return none();
        }
        String called = path.isEmpty() ? "the file" : path;
        findings.problem(
                Spot.of(file, node.getStartMark()),
                path,
                called + " is " + described(node),
                "give it keys, each on a line of its own");
        return unreadable();
    }

    private void take(Findings findings, String file, String path, NodeTuple tuple) {
        Spot at = Spot.of(file, tuple.getKeyNode().getStartMark());
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            findings.problem(at, path, "a key is " + described(tuple.getKeyNode()), "a key is one word");
            return;
        }
        String key = scalar.getValue();
        Spot first = spots.putIfAbsent(key, at);
        if (first != null) {
            String whole = path.isEmpty() ? key : path + "." + key;
            findings.problem(at, whole, whole + " is set twice, first in line " + first.line(), "keep one");
            return;
        }
        nodes.put(key, tuple.getValueNode());
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(nodes.get(key));
    }

    /** Where {@code key} stands, or else {@code otherwise}. */
    Spot spot(String key, Spot otherwise) {
        return spots.getOrDefault(key, otherwise);
    }

    /** In the order of the file. */
    List<String> names() {
        return List.copyOf(nodes.keySet());
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    boolean isUnreadable() {
        return isUnreadable;
    }

    /** Forgets the key; whether it was there. */
    boolean remove(String key) {
        return nodes.remove(key) != null;
    }

    static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    /** What stands there, in a message's words. */
    static String described(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Findings.cited(scalar.getValue());
        }
        return node instanceof SequenceNode ? "a list" : "a group of keys";
    }
}
