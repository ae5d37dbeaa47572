package gazette.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reasons that the store keeps in English, for a page in any language: {@code key} with its {@code values} where they are
 * the program's own, and {@code said} where a person or a server said them.
 */
final class Reason {
    private static final Map<Pattern, String> OURS = Map.of(
            Pattern.compile("no new article()()()"),
            "edition_why_nothing",
            Pattern.compile("no new article that may be in()()()"),
            "edition_why_none_fits",
            Pattern.compile("no new article, and corrections alone make no edition()()()"),
            "edition_why_corrections",
            Pattern.compile("(\\d+) new articles?, and articles\\.min asks for (\\d+)()"),
            "edition_why_few",
            Pattern.compile("(\\d+) new articles?, of which the limits of their sources let in (\\d+), and"
                    + " articles\\.min asks for (\\d+)"),
            "edition_why_limits",
            Pattern.compile("a person asked()()()"),
            "edition_why_person",
            Pattern.compile("Ctrl-C()()()"),
            "edition_why_stopped",
            Pattern.compile("(\\d+) of the last (\\d+) were rejected for one reason, the last with: (.*)"),
            "edition_why_rejected");

    private Reason() {}

    static Map<String, Object> model(String reason) {
        for (Map.Entry<Pattern, String> ours : OURS.entrySet()) {
            Matcher found = ours.getKey().matcher(reason);
            if (found.matches()) {
                return model(ours.getValue(), values(found), "");
            }
        }
        return model("", List.of(), reason);
    }

    private static List<String> values(Matcher found) {
        List<String> values = new ArrayList<>();
        for (int group = 1; group <= found.groupCount(); group++) {
            values.add(found.group(group));
        }
        return values;
    }

    private static Map<String, Object> model(String key, List<String> values, String said) {
        Map<String, Object> model = new HashMap<>();
        model.put("key", key);
        model.put("values", values);
        model.put("said", said);
        return model;
    }
}
