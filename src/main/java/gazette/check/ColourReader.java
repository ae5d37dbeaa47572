package gazette.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads colours as CSS and old HTML write them. Immutable. */
final class ColourReader {
    private static final String FILE = "colours.txt";
    private static final Pattern HEX = Pattern.compile("#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})");
    private static final Pattern FUNCTION = Pattern.compile("(rgb|hsl)a?\\(([^()]*)\\)");
    private static final Colour TRANSPARENT = new Colour(0, 0, 0, 0);

    private final Map<String, Colour> names = new HashMap<>();

    ColourReader() {
        try (InputStream in = ColourReader.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program's own " + FILE + " is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(cells -> names.put(cells[0], hex(cells[1])));
        } catch (IOException brokenJar) {
            throw new UncheckedIOException("the program's own " + FILE + " cannot be read", brokenJar);
        }
    }

    /** The colour that {@code written} names; empty for anything else, {@code inherit} and {@code currentcolor} among it. */
    Optional<Colour> read(String written) {
        String plain = written.strip().toLowerCase(Locale.ROOT);
        if (plain.equals("transparent")) {
            return Optional.of(TRANSPARENT);
        }
        if (names.containsKey(plain)) {
            return Optional.of(names.get(plain));
        }
        Matcher hex = HEX.matcher(plain);
        if (hex.matches()) {
            return Optional.of(hex(hex.group(1)));
        }
        Matcher function = FUNCTION.matcher(plain);
        return function.matches() ? function(function.group(1), function.group(2)) : Optional.empty();
    }

    /** The first colour among the words of a shorthand such as {@code background}. */
    Optional<Colour> first(String written) {
        Matcher word = Pattern.compile("(?:rgb|hsl)a?\\([^()]*\\)|url\\([^)]*\\)|[^\\s,/]+")
                .matcher(written.toLowerCase(Locale.ROOT));
        while (word.find()) {
            Optional<Colour> colour = read(word.group());
            if (colour.isPresent()) {
                return colour;
            }
        }
        return Optional.empty();
    }

    private static Colour hex(String digits) {
        String six = digits.length() > 4 ? digits : digits.replaceAll("(.)", "$1$1");
        double alpha = six.length() == 8 ? Integer.parseInt(six.substring(6), 16) / 255.0 : 1;
        return new Colour(
                Integer.parseInt(six.substring(0, 2), 16),
                Integer.parseInt(six.substring(2, 4), 16),
                Integer.parseInt(six.substring(4, 6), 16),
                alpha);
    }

    private static Optional<Colour> function(String name, String arguments) {
        List<String> parts = Arrays.stream(arguments.split("[\\s,/]+"))
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() < 3) {
            return Optional.empty();
        }
        try {
            double alpha = parts.size() > 3 ? share(parts.get(3), 1) : 1;
            return Optional.of(
                    name.equals("hsl")
                            ? Colour.ofHsl(
                                    degrees(parts.get(0)), share(parts.get(1), 100), share(parts.get(2), 100), alpha)
                            : new Colour(octet(parts.get(0)), octet(parts.get(1)), octet(parts.get(2)), alpha));
        } catch (NumberFormatException notAColour) {
            return Optional.empty();
        }
    }

    private static int octet(String part) {
        return (int) Math.round(255 * share(part, 255));
    }

    private static double degrees(String part) {
        return Double.parseDouble(part.replace("deg", ""));
    }

    /** From 0 to 1, of a percentage or of a number out of {@code whole}. */
    private static double share(String part, double whole) {
        double share = part.endsWith("%")
                ? Double.parseDouble(part.substring(0, part.length() - 1)) / 100
                : Double.parseDouble(part) / whole;
        return Math.max(0, Math.min(1, share));
    }
}
