package gazette.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A front matter that is being changed. Keys of which nothing is said stay as they were written, comments as well. For one
 * change.
 */
final class FrontMatterDraft {
    private static final Pattern LINE = Pattern.compile("([^\\n\\x0B\\f\\r\\x85\\u2028\\u2029]*)(\\R?)");
    private static final Pattern COMMENT_OR_BLANK = Pattern.compile("\\h*(?:#.*)?");

    private final String lineEnd;
    private final IntPredicate canBeWritten;
    private final Optional<String> openingFence;
    private final Optional<String> closingFence;
    private final List<String> lines;

    /**
     * @param head the front matter with its fences and line ends; empty when there is none
     * @param lineEnd of the file
     * @param canBeWritten whether the file's charset has a code point
     */
    FrontMatterDraft(String head, String lineEnd, IntPredicate canBeWritten) {
        this.lineEnd = lineEnd;
        this.canBeWritten = canBeWritten;
        List<String> all = split(head);
        this.openingFence = all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
        this.closingFence = all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
        this.lines = new ArrayList<>(all.isEmpty() ? all : all.subList(1, all.size() - 1));
    }

    private static List<String> split(String head) {
        Matcher line = LINE.matcher(head);
        List<String> lines = new ArrayList<>();
        while (line.find() && !line.group().isEmpty()) {
            lines.add(line.group());
        }
        return lines;
    }

    /** What a key says now; empty when it is not there. */
    List<String> values(String key) {
        return entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .map(FrontMatterEntry::values)
                .orElse(List.of());
    }

    /** Says this of a key, and nothing else; nothing at all without values. */
    void set(String key, List<String> values) {
        List<FrontMatterEntry> entries = entries();
        int at = lines.size();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().equals(key)) {
                at = entries.get(i).line();
                int next = i + 1 < entries.size() ? entries.get(i + 1).line() : lines.size();
                lines.subList(at, end(at, next)).clear();
                break;
            }
        }
        if (!values.isEmpty()) {
            closeLastLine();
            lines.add(Math.min(at, lines.size()), key + ": " + yaml(values) + lineEnd);
        }
    }

    /** Says this as well. */
    void add(String key, String value) {
        List<String> values = new ArrayList<>(values(key));
        values.add(value);
        set(key, values);
    }

    /** Takes back what is said by a key; false when nothing of the kind is. */
    boolean takeBack(String key, Predicate<String> which) {
        List<String> values = values(key);
        List<String> kept = values.stream().filter(which.negate()).toList();
        if (kept.size() == values.size()) {
            return false;
        }
        set(key, kept);
        return true;
    }

    /** With its fences; empty when nothing is said any more. */
    String text() {
        return lines.stream().allMatch(line -> line.isBlank())
                ? ""
                : openingFence.orElse("---" + lineEnd) + String.join("", lines) + closingFence.orElse("---" + lineEnd);
    }

    private List<FrontMatterEntry> entries() {
        return FrontMatterYaml.parse(lines.stream().map(FrontMatterDraft::words).toList(), 0)
                .entries();
    }

    private static String words(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches() ? parts.group(1) : line;
    }

    /** Where what stands on line {@code from} ends: comments above the next key belong to that. */
    private int end(int from, int next) {
        int end = next;
        while (end > from + 1
                && COMMENT_OR_BLANK.matcher(words(lines.get(end - 1))).matches()) {
            end--;
        }
        return end;
    }

    private void closeLastLine() {
        int last = lines.size() - 1;
        if (last >= 0 && words(lines.get(last)).equals(lines.get(last))) {
            lines.set(last, lines.get(last) + lineEnd);
        }
    }

    private String yaml(List<String> values) {
        return values.size() == 1
                ? quoted(values.get(0))
                : values.stream().map(this::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.getType(c) == Character.FORMAT || !canBeWritten.test(c)) {
                quoted.append(c > 0xFFFF ? String.format("\\U%08X", c) : String.format("\\u%04X", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
