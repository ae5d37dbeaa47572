package gazette.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Documents made to hurt, by name, that would be too large for files. {@code hostile/expected.txt} says what becomes of each.
 */
final class Hostile {
    private static final int TEN_MB = 10 << 20;
    private static final String HEAD = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Fil</title>";
    private static final String TAIL = "</channel></rss>";
    private static final String ITEM = "<item><title>Un</title></item>";

    static final Map<String, Supplier<String>> MADE = Map.ofEntries(
            Map.entry(
                    "nested-100000",
                    () -> HEAD + "<a>".repeat(100_000) + "fond" + "</a>".repeat(100_000) + ITEM + TAIL),
            Map.entry("nested-never-closed", () -> HEAD + filled("<a>")),
            Map.entry("nested-items", () -> HEAD + filled("<item><title>")),
            Map.entry("title-of-50-mb", () -> HEAD + "<item><title>" + "x".repeat(50 << 20) + "</title></item>" + TAIL),
            Map.entry("title-of-10-mb", () -> HEAD + "<item><title>" + filled("mot ") + "</title></item>" + TAIL),
            Map.entry(
                    "cdata-of-10-mb",
                    () -> HEAD + "<item><title><![CDATA[" + filled("mot ") + "]]></title></item>" + TAIL),
            Map.entry("name-of-10-mb", () -> HEAD + "<" + filled("nom") + "/>" + ITEM + TAIL),
            Map.entry("attributes-million", () -> HEAD + "<item " + numbered(" a%d='1'", 600_000) + "/>" + ITEM + TAIL),
            Map.entry("attributes-same", () -> HEAD + "<item " + filled("a='1' ") + "/>" + ITEM + TAIL),
            Map.entry("attribute-of-10-mb", () -> HEAD + "<item a='" + filled("x") + "'/>" + ITEM + TAIL),
            Map.entry(
                    "namespaces-million",
                    () -> HEAD + "<item " + numbered(" xmlns:a%d='u'", 400_000) + "/>" + ITEM + TAIL),
            Map.entry("prefixes-nested", () -> HEAD + numbered("<a xmlns:p%d='u'>", 400_000)),
            Map.entry("elements-million", () -> HEAD + filled("<a/>") + ITEM + TAIL),
            Map.entry("elements-with-text", () -> HEAD + filled("<a>x</a> ") + ITEM + TAIL),
            Map.entry("items-million", () -> HEAD + filled("<item/>") + TAIL),
            Map.entry("comment-of-10-mb", () -> HEAD + "<!--" + filled("- ") + "-->" + ITEM + TAIL),
            Map.entry("comments-never-closed", () -> HEAD + filled("<!-- ")),
            Map.entry("comments-opened-and-text", () -> HEAD + filled("<!-- >") + ITEM + TAIL),
            Map.entry("cdata-never-closed", () -> HEAD + filled("<![CDATA[")),
            Map.entry(
                    "cdata-never-closed-in-items",
                    () -> HEAD + filled("<item><title><![CDATA[x</title></item>") + TAIL),
            Map.entry("cdata-closed-at-the-end", () -> HEAD + filled("<a><![CDATA[x") + "]]>" + TAIL),
            Map.entry("instructions-never-closed", () -> HEAD + filled("<?a ")),
            Map.entry("doctypes", () -> filled("<!DOCTYPE a [ ") + HEAD + ITEM + TAIL),
            Map.entry("doctypes-with-quotes", () -> filled("<!DOCTYPE a \"[ ' ") + HEAD + ITEM + TAIL),
            Map.entry("ampersands", () -> HEAD + "<item><title>" + filled("&") + "</title></item>" + TAIL),
            Map.entry(
                    "ampersand-names",
                    () -> HEAD + "<item><title>" + filled("&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
                            + "</title></item>" + TAIL),
            Map.entry("references", () -> HEAD + "<item><title>" + filled("&#233;") + "</title></item>" + TAIL),
            Map.entry("brackets", () -> HEAD + "<item><title>" + filled("<") + "</title></item>" + TAIL),
            Map.entry("brackets-and-names", () -> HEAD + filled("<a ")),
            Map.entry("brackets-and-quotes", () -> HEAD + filled("<a b=\"")),
            Map.entry("quotes-far-apart", () -> HEAD + filled("<a b='>" + "x".repeat(12_000))),
            Map.entry("equals-signs", () -> HEAD + "<item " + filled("=") + ITEM + TAIL),
            Map.entry("slashes", () -> HEAD + "<item " + filled("/ ") + ITEM + TAIL),
            Map.entry("end-tags", () -> HEAD + filled("</x>") + ITEM + TAIL),
            Map.entry("end-tags-never-closed", () -> HEAD + filled("</x ") + ITEM + TAIL),
            Map.entry("blanks", () -> filled(" ") + HEAD + ITEM + TAIL),
            Map.entry("zeros", () -> filled("\0")),
            Map.entry("roots", () -> filled("<rss")),
            Map.entry("junk-before-the-root", () -> filled("<b ") + HEAD + ITEM + TAIL),
            Map.entry(
                    "entity-used-often",
                    () -> "<!DOCTYPE rss [<!ENTITY a \"" + "x".repeat(1900) + "\">]>" + HEAD + "<item><title>"
                            + filled("&a;") + "</title></item>" + TAIL),
            Map.entry(
                    "entities-million",
                    () -> "<!DOCTYPE rss [" + numbered("<!ENTITY a%d 'x'>", 500_000) + "]>" + HEAD + ITEM + TAIL));

    private Hostile() {}

    static byte[] made(String name) {
        Supplier<String> text = MADE.get(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is made nowhere: give it a line in Hostile");
        }
        return text.get().getBytes(UTF_8);
    }

    /** As many of a piece as a document may hold beside the rest. */
    private static String filled(String piece) {
        return piece.repeat((TEN_MB - 5_000) / piece.length());
    }

    private static String numbered(String piece, int times) {
        StringBuilder all = new StringBuilder();
        int number = piece.indexOf("%d");
        for (int i = 0; i < times; i++) {
            all.append(piece, 0, number).append(i).append(piece, number + 2, piece.length());
        }
        return all.toString();
    }
}
