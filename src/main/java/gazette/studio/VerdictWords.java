package gazette.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why an article is in or out, for a page in any language: {@code key} with its three {@code values}, or else
 * {@code said} as it was put.
 */
final class VerdictWords {
    private static final int VALUES = 3;

    private static final List<Known> KNOWN = List.of(
            Known.of("left_out", "left out by the editor"),
            Known.of("left_out_of", "left out of n° (\\d+) by the editor"),
            Known.of("put_back", "put back by the editor"),
            Known.of("leads", "leads by rule"),
            Known.of("leads_told", "leads: told by (\\d+) sources"),
            Known.of("edited", "edited since n° (\\d+)"),
            Known.of("edited_out", "edited since it went out"),
            Known.of("waits_copy", "same story as «(.*)» from (.*?) \\((.*?)\\), which waits: .*"),
            Known.of("told", "same story as «(.*)» in n° (\\d+) \\((.*)\\)"),
            Known.of("copy", "same story as «(.*)» from (.*) \\((.*)\\)"),
            Known.of("min", "articles\\.min asks for (\\d+)"),
            Known.of("max", "(?:news leaves it no room: )?articles\\.max is (\\d+)"),
            Known.of("source_max", "its source has at most (\\d+) in an edition"),
            Known.of("correction", "a correction waits for an edition with news"),
            Known.of("not_of_source", "fits nothing that its source includes"),
            Known.of("not_of_newsletter", "fits nothing that the newsletter includes"),
            Known.of("excluded", "(?:its source|the newsletter) excludes the \\w+ (.*)"),
            Known.of("old_days", "(?:published|edited) on (\\S+), more than (\\d+) days? before the edition"),
            Known.of("old_hours", "(?:published|edited) on (\\S+), more than (\\d+) hours? before the edition"),
            Known.of("old_minutes", "(?:published|edited) on (\\S+), more than (\\d+) min before the edition"),
            Known.of("before", "was there before the source was added \\(first: (.*)\\)"));

    /** A reason that the choice gives. */
    private record Known(String key, Pattern pattern) {
        static Known of(String key, String pattern) {
            return new Known("next_why_" + key, Pattern.compile(pattern, Pattern.DOTALL));
        }
    }

    private VerdictWords() {}

    /** The words for {@code why}. */
    static Map<String, Object> model(String why) {
        for (Known known : KNOWN) {
            Matcher found = known.pattern().matcher(why);
            if (found.matches()) {
                return Map.of("key", known.key(), "values", values(found), "said", "");
            }
        }
        return Map.of("key", "", "values", List.of(), "said", why);
    }

    private static List<String> values(Matcher found) {
        List<String> values = new ArrayList<>();
        for (int group = 1; group <= VALUES; group++) {
            String value = group <= found.groupCount() ? found.group(group) : null;
            values.add(value == null ? "" : value);
        }
        return values;
    }
}
