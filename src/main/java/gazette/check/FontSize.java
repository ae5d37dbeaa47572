package gazette.check;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes of type in pixels, where the reader's own setting is the usual 16. */
final class FontSize {
    static final double USUAL = 16;

    private static final Map<String, Double> NAMES = Map.of(
            "xx-small",
            9.0,
            "x-small",
            10.0,
            "small",
            13.0,
            "medium",
            16.0,
            "large",
            18.0,
            "x-large",
            24.0,
            "xx-large",
            32.0);
    private static final Map<String, Double> HEADINGS =
            Map.of("h1", 2.0, "h2", 1.5, "h3", 1.17, "h4", 1.0, "h5", 0.83, "h6", 0.67, "small", 0.83);
    private static final Pattern LENGTH = Pattern.compile("([0-9]*\\.?[0-9]+)(px|rem|em|%|pt)");

    private FontSize() {}

    /** What an element of this name has by itself in one of {@code around} pixels. */
    static double ofElement(String name, double around) {
        return HEADINGS.getOrDefault(name, 1.0) * around;
    }

    /** Of a {@code font-size} or {@code font}; of {@code max(…)} the largest, of other functions the first length. */
    static OptionalDouble read(String written, double around) {
        String plain = written.strip().toLowerCase(Locale.ROOT);
        if (NAMES.containsKey(plain)) {
            return OptionalDouble.of(NAMES.get(plain));
        }
        Matcher length = LENGTH.matcher(plain);
        if (!length.find()) {
            return OptionalDouble.empty();
        }
        double size = pixels(length, around);
        while (plain.startsWith("max(") && length.find()) {
            size = Math.max(size, pixels(length, around));
        }
        return OptionalDouble.of(size);
    }

    private static double pixels(Matcher length, double around) {
        double number = Double.parseDouble(length.group(1));
        return switch (length.group(2)) {
            case "em" -> number * around;
            case "%" -> number / 100 * around;
            case "rem" -> number * USUAL;
            case "pt" -> number * 4 / 3;
            default -> number;
        };
    }
}
