package gazette.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The list {@code sources} of one newsletter as it stands in the text of the settings. Every other line, and every comment
 * outside the item that is removed, stays as it is.
 */
final class SourceLines {
    private final List<String> lines;
    private final SequenceNode sources;
    private final int keyColumn;

    private SourceLines(List<String> lines, SequenceNode sources, int keyColumn) {
        this.lines = lines;
        this.sources = sources;
        this.keyColumn = keyColumn;
    }

    /** Empty when the newsletter has no such list. */
    static Optional<SourceLines> find(String text, Node root, String newsletter) {
        return tuple(root, "newsletters")
                .flatMap(tuple -> tuple(tuple.getValueNode(), newsletter))
                .flatMap(tuple -> tuple(tuple.getValueNode(), "sources"))
                .filter(tuple -> tuple.getValueNode() instanceof SequenceNode)
                .map(tuple -> new SourceLines(
                        Line.split(text),
                        (SequenceNode) tuple.getValueNode(),
                        mark(tuple.getKeyNode()).getColumn()));
    }

    private static Optional<NodeTuple> tuple(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(t -> t.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .findFirst()
                : Optional.empty();
    }

    /** How many there are. */
    int size() {
        return sources.getValue().size();
    }

    /** The line that the list begins in, from 1. */
    int line() {
        return start(sources).getLine() + 1;
    }

    /** The text with {@code more} after the last source. */
    String with(List<NewSource> more) {
        return isInBrackets() ? inBrackets(more) : inLines(more);
    }

    private String inBrackets(List<NewSource> more) {
        Mark end = end(last());
        StringBuilder added = new StringBuilder();
        more.forEach(source ->
                added.append(", {").append(String.join(", ", source.lines())).append('}'));
        Line line = Line.of(lines.get(end.getLine()));
        int at = line.text().offsetByCodePoints(0, end.getColumn());
        List<String> edited = new ArrayList<>(lines);
        edited.set(
                end.getLine(),
                line.text().substring(0, at) + added + line.text().substring(at) + line.end());
        return String.join("", edited);
    }

    private String inLines(List<NewSource> more) {
        int dash = dashColumn();
        int after = afterComments(lastLine(last()) + 1, dash);
        int gap = Math.max(2, start(last()).getColumn() - dash);
        String ending = lines.stream()
                .map(line -> Line.of(line).end())
                .findFirst()
                .filter(e -> !e.isEmpty())
                .orElse("\n");
        List<String> added = new ArrayList<>();
        for (NewSource source : more) {
            String indent = " ".repeat(dash) + "-" + " ".repeat(gap - 1);
            for (String line : source.lines()) {
                added.add(indent + line + ending);
                indent = " ".repeat(dash + gap);
            }
        }
        List<String> edited = new ArrayList<>(lines);
        Line before = Line.of(edited.get(after - 1));
        if (before.end().isEmpty()) {
            edited.set(after - 1, before.text() + ending);
            int newest = added.size() - 1;
            added.set(newest, Line.of(added.get(newest)).text());
        }
        edited.addAll(after, added);
        return String.join("", edited);
    }

    /** Past the comments that belong to the list: those that stand no further left than its dashes. */
    private int afterComments(int from, int dash) {
        int after = from;
        for (int i = from; dash > keyColumn && i < lines.size(); i++) {
            Line line = Line.of(lines.get(i));
            if (line.isComment() && line.indent() >= dash) {
                after = i + 1;
            } else if (!line.isBlank()) {
                break;
            }
        }
        return after;
    }

    /** The text without the source at {@code index}; empty when it stands in brackets together with comments or breaks. */
    Optional<String> without(int index) {
        return isInBrackets() ? withoutInBrackets(index) : Optional.of(withoutLines(index));
    }

    private Optional<String> withoutInBrackets(int index) {
        List<Node> items = sources.getValue();
        boolean isLast = index == items.size() - 1;
        Mark from = isLast && index > 0 ? end(items.get(index - 1)) : start(items.get(index));
        Mark to = isLast ? end(items.get(index)) : start(items.get(index + 1));
        if (from.getLine() != to.getLine()) {
            return Optional.empty();
        }
        Line line = Line.of(lines.get(from.getLine()));
        List<String> edited = new ArrayList<>(lines);
        String before = line.text().substring(0, line.text().offsetByCodePoints(0, from.getColumn()));
        String after = line.text().substring(line.text().offsetByCodePoints(0, to.getColumn()));
        edited.set(from.getLine(), before + after + line.end());
        return Optional.of(String.join("", edited));
    }

    private String withoutLines(int index) {
        Node item = sources.getValue().get(index);
        int dash = dashColumn();
        int from = dashLine(start(item).getLine(), dash);
        int to = lastLine(item) + 1;
        for (int i = to; i < lines.size(); i++) {
            Line line = Line.of(lines.get(i));
            if (line.isComment() && line.indent() > dash) {
                to = i + 1;
            } else if (!line.isBlank()) {
                break;
            }
        }
        List<String> edited = new ArrayList<>(lines);
        edited.subList(from, to).clear();
        if (to == lines.size() && from > 0 && Line.of(lines.get(to - 1)).end().isEmpty()) {
            edited.set(from - 1, Line.of(edited.get(from - 1)).text());
        }
        return String.join("", edited);
    }

    /** Where the dashes stand: before the first item, or in a line above it. */
    private int dashColumn() {
        Mark first = start(sources.getValue().get(0));
        int dash = lines.get(first.getLine()).substring(0, first.getColumn()).indexOf('-');
        for (int i = first.getLine() - 1; dash < 0; i--) {
            dash = Line.of(lines.get(i)).text().stripLeading().startsWith("-")
                    ? Line.of(lines.get(i)).indent()
                    : -1;
        }
        return dash;
    }

    /** An item may begin in a line below its dash. */
    private int dashLine(int line, int dash) {
        int at = line;
        while (at > 0
                && !(Line.of(lines.get(at)).indent() == dash && lines.get(at).charAt(dash) == '-')) {
            at--;
        }
        return at;
    }

    private boolean isInBrackets() {
        return sources.getFlowStyle() == FlowStyle.FLOW;
    }

    private Node last() {
        return sources.getValue().get(size() - 1);
    }

    /** The line of the last sign that belongs to {@code node}: the engine counts blanks and comments after a block in. */
    private int lastLine(Node node) {
        if (node instanceof MappingNode mapping && isBlock(mapping)) {
            return lastLine(
                    mapping.getValue().get(mapping.getValue().size() - 1).getValueNode());
        }
        if (node instanceof SequenceNode sequence && isBlock(sequence)) {
            return lastLine(sequence.getValue().get(sequence.getValue().size() - 1));
        }
        Mark end = end(node);
        boolean isAfterBreak =
                end.getColumn() == 0 && end.getLine() > start(node).getLine();
        int line = isAfterBreak ? end.getLine() - 1 : end.getLine();
        while (line > start(node).getLine() && Line.of(lines.get(line)).isBlank()) {
            line--;
        }
        return line;
    }

    private static boolean isBlock(CollectionNode<?> node) {
        return node.getFlowStyle() == FlowStyle.BLOCK && !node.getValue().isEmpty();
    }

    private static Mark start(Node node) {
        return mark(node);
    }

    private static Mark mark(Node node) {
        return node.getStartMark().orElseThrow();
    }

    private static Mark end(Node node) {
        return node.getEndMark().orElseThrow();
    }
}
