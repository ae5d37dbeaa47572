package gazette.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The outermost element of an SVG. It is looked at, and never taken apart: no entity of it is ever resolved. */
final class SvgHeader {
    /** Licences and notes of drawing programs stand before it. */
    private static final int MOST_OCTETS = 8192;
    /** What browsers take where it says nothing (CSS 2.2 section 10.3.2). */
    private static final int WIDTH = 300;

    private static final int HEIGHT = 150;
    private static final Pattern ROOT = Pattern.compile("<(?:[a-z]+:)?svg(?=[\\s>])([^>]*)>");
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,6})(?:\\.[0-9]*)?(?:px)?");

    private SvgHeader() {}

    static Optional<PictureHeader> read(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, MOST_OCTETS), UTF_8)
                .replaceFirst("^\\uFEFF", "")
                .stripLeading();
        Matcher root = ROOT.matcher(start);
        if (!start.startsWith("<") || start.regionMatches(true, 0, "<!doctype html", 0, 14) || !root.find()) {
            return Optional.empty();
        }
        return start.substring(0, root.start()).contains("<html") ? Optional.empty() : header(root.group(1));
    }

    private static Optional<PictureHeader> header(String attributes) {
        String[] box = value(attributes, "viewBox").strip().split("[\\s,]+");
        int boxWidth = box.length == 4 ? number(box[2]).orElse(WIDTH) : WIDTH;
        int boxHeight = box.length == 4 ? number(box[3]).orElse(HEIGHT) : HEIGHT;
        return PictureHeader.of(
                Kind.SVG,
                number(value(attributes, "width")).orElse(boxWidth),
                number(value(attributes, "height")).orElse(boxHeight),
                true);
    }

    private static String value(String attributes, String name) {
        Matcher value = Pattern.compile("(?:^|\\s)" + name + "\\s*=\\s*[\"']([^\"']*)[\"']")
                .matcher(attributes);
        return value.find() ? value.group(1) : "";
    }

    private static Optional<Integer> number(String text) {
        Matcher number = NUMBER.matcher(text.strip());
        return number.matches() ? Optional.of(Integer.parseInt(number.group(1))) : Optional.empty();
    }
}
