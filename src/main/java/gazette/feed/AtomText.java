package gazette.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Text constructs of Atom 1.0 (RFC 4287 section 3.1), its content (RFC 4287 section 4.1.3), and those of Atom 0.3 with its {@code mode}. An
 * element that stands where text should is markup, whatever the type says.
 */
final class AtomText {
    private AtomText() {}

    /** A title or another line: text, unless its type says that it is HTML. */
    static Wording line(Element element, Place around) {
        return of(element, around, false);
    }

    /** A summary or content: where no type is given, HTML is told by its looks. */
    static Wording body(Element element, Place around) {
        return of(element, around, true);
    }

    private static Wording of(Element element, Place around, boolean isBody) {
        Place place = around.within(element);
        String type = type(element);
        String mode = element.attribute("mode").orElse("").strip().toLowerCase(Locale.ROOT);
        if (mode.equals("base64") || (mode.isEmpty() && isEncoded(type) && !hasElements(element))) {
            return decoded(element, type, place);
        }
        if (hasElements(element) && !mode.equals("escaped")) {
            return Wording.html(Html.inside(element, place), place.base());
        }
        if (isHtml(type)) {
            return html(element, type, mode, place);
        }
        return isBody && type.isEmpty()
                ? Wording.guessed(element, around)
                : Wording.plain(element.text(), place.base());
    }

    /** XHTML, and markup of {@code mode="xml"}, is not escaped: what looks like a tag there is a word. */
    private static Wording html(Element element, String type, String mode, Place place) {
        boolean literal = mode.equals("xml") || type.contains("xhtml");
        String text = element.text();
        return Wording.html(literal && !Wording.isMarkup(text) ? Html.escape(text) : text, place.base());
    }

    private static String type(Element element) {
        String written = element.attribute("type").orElse("").strip().toLowerCase(Locale.ROOT);
        int parameters = written.indexOf(';');
        return parameters < 0 ? written : written.substring(0, parameters).strip();
    }

    private static boolean hasElements(Element element) {
        return element.children().findAny().isPresent();
    }

    private static boolean isHtml(String type) {
        return type.equals("html")
                || type.equals("xhtml")
                || type.equals("text/html")
                || type.equals("application/xhtml+xml");
    }

    /** Media types that are neither text nor XML stand in base64. */
    private static boolean isEncoded(String type) {
        return type.indexOf('/') > 0 && !type.startsWith("text/") && !type.endsWith("+xml") && !type.endsWith("/xml");
    }

    /** What base64 stands for, when that is text; what is not base64 stands for itself. */
    private static Wording decoded(Element element, String type, Place place) {
        String written = element.text();
        try {
            byte[] octets = Base64.getMimeDecoder().decode(written.strip());
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            return isHtml(type) ? Wording.html(text, place.base()) : Wording.guessed(text, place.base());
        } catch (IllegalArgumentException notBase64) {
            return Wording.guessed(written, place.base());
        } catch (CharacterCodingException notText) {
            return Wording.plain("", place.base());
        }
    }
}
