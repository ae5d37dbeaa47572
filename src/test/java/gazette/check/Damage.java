package gazette.check;

import gazette.check.Finding.Level;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something done to a good message, and what must be found then.
 *
 * @param part whose words change: {@code head}, {@code html}, {@code text} or {@code raw}, the octets of all
 */
record Damage(Level level, String rule, String part, UnaryOperator<String> change) {
    /** One place of {@code found}, a regular expression, becomes {@code other}. */
    static Damage of(Level level, String rule, String part, String found, String other) {
        return new Damage(level, rule, part, words -> {
            Matcher place = Pattern.compile(found, Pattern.DOTALL).matcher(words);
            if (!place.find()) {
                throw new AssertionError("nothing to damage for " + rule + ": " + found);
            }
            return words.substring(0, place.start()) + other + words.substring(place.end());
        });
    }

    Specimen done(Specimen good) {
        String raw = good.raw();
        String damaged = switch (part) {
            case "raw" -> change.apply(raw);
            case "head" -> head(raw);
            default -> part(raw, part.equals("html") ? good.html().orElseThrow().source() : good.text());
        };
        if (damaged.equals(raw)) {
            throw new AssertionError("the damage for " + rule + " changes nothing");
        }
        return good.withOctets(damaged.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String head(String raw) {
        int end = raw.indexOf("\r\n\r\n");
        return change.apply(raw.substring(0, end + 2)) + raw.substring(end + 2);
    }

    private String part(String raw, String words) {
        int begin = raw.indexOf("Content-Type: text/" + (part.equals("html") ? "html" : "plain"));
        int content = raw.indexOf("\r\n\r\n", begin) + 4;
        int end = raw.indexOf("\r\n--=_", content);
        String encoded = Base64.getMimeEncoder()
                .encodeToString(change.apply(words).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        return raw.substring(0, begin)
                + raw.substring(begin, content).replace("quoted-printable", "base64")
                + encoded
                + raw.substring(end);
    }

    @Override
    public String toString() {
        return rule + " " + level + " in " + part;
    }
}
