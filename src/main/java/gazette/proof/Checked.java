package gazette.proof;

import gazette.check.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * What looking at one newsletter, or at one message from a file, came to.
 *
 * @param key the newsletter's in the settings, or the file's name
 * @param title what people call it
 * @param others findings that are no matter of one message: on sources, articles and templates
 */
public record Checked(String key, String title, List<Finding> others, List<CheckedMessages> messages) {
    public Checked {
        others = List.copyOf(others);
        messages = List.copyOf(messages);
    }

    /** All, the worst first. */
    public List<Finding> findings() {
        return Finding.sorted(Finding.merged(
                Stream.concat(others.stream(), messages.stream().flatMap(each -> each.findings().stream()))
                        .toList()));
    }
}
