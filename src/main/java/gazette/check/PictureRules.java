package gazette.check;

import gazette.check.Finding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Pictures that every mail program can show. */
final class PictureRules implements Rule {

    /** In pixels: the width of the letter. */
    private static final int WIDEST = 600;

    private static final int MANY = 25;

    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        specimen.html().ifPresent(part -> {
            List<Element> images = part.document().select("img");
            images.forEach(image -> {
                size(specimen, image, findings);
                source(specimen, image, findings);
            });
            many(specimen, images.size(), findings);
        });
        return findings;
    }

    private static void size(Specimen specimen, Element image, List<Finding> findings) {
        String style = image.attr("style").toLowerCase(Locale.ROOT);
        int width = number(image.attr("width"));
        if (width == 0) {
            findings.add(specimen.atHtml(
                    image,
                    image.attr("alt"),
                    Level.WARN,
                    "picture-without-width",
                    Sentence.of(
                            "it has no width in pixels: Outlook shows it in its own size, perhaps wider than the screen"),
                    Sentence.of("write width=\"…\" in pixels")));
        } else if (width > WIDEST) {
            findings.add(specimen.atHtml(
                    image,
                    image.attr("alt"),
                    Level.WARN,
                    "picture-wide",
                    Sentence.of("it is {0} pixels wide, more than the letter's {1}", width, WIDEST),
                    Sentence.of("write width=\"{0}\" or less; the file may be wider", WIDEST)));
        } else if (width > 320
                && !style.contains("max-width")
                && !style.contains("width:100%")
                && !style.contains("width: 100%")) {
            findings.add(specimen.atHtml(
                    image,
                    image.attr("alt"),
                    Level.WARN,
                    "picture-fixed",
                    Sentence.of("it does not shrink: on a phone readers must scroll sideways"),
                    Sentence.of("add style=\"width:100%;max-width:{0}px;height:auto\"", width)));
        }
    }

    private static int number(String attribute) {
        return attribute.matches("\\d{1,5}(?:px)?") ? Integer.parseInt(attribute.replace("px", "")) : 0;
    }

    private static void source(Specimen specimen, Element image, List<Finding> findings) {
        String source = image.attr("src").strip();
        String lower = source.toLowerCase(Locale.ROOT);
        if (lower.startsWith("cid:") && !hasPart(specimen, source.substring(4))) {
            findings.add(specimen.atHtml(
                    image,
                    image.attr("alt"),
                    Level.ERROR,
                    "picture-part-missing",
                    Sentence.of("{0} names a part that the message does not have: readers see an empty frame", source),
                    Sentence.of("print ${picture.source} as it is")));
        } else if (lower.startsWith("data:")) {
            findings.add(specimen.atHtml(
                    image,
                    image.attr("alt"),
                    Level.WARN,
                    "picture-as-data",
                    Sentence.of("Gmail and Outlook do not show pictures that are written into the HTML"),
                    Sentence.of("put the picture on the web or into the message as a part")));
        } else if (lower.startsWith("http:")) {
            findings.add(specimen.atHtml(
                    image,
                    image.attr("alt"),
                    Level.WARN,
                    "picture-without-https",
                    Sentence.of("{0} is plain http: webmails do not show it, or warn", Quote.of(source)),
                    Sentence.of("write https://")));
        } else if (!lower.matches("(?:https?|cid):.*")) {
            findings.add(specimen.atHtml(
                    image,
                    image.attr("alt"),
                    Level.ERROR,
                    "picture-nowhere",
                    Sentence.of("{0} is no address that a reader's mail program can ask", Quote.of(source)),
                    Sentence.of("print ${picture.source} as it is")));
        }
        if (lower.matches("[^?#]*\\.(?:webp|svgz?|avif|heic|bmp|tiff?)(?:[?#].*)?")) {
            findings.add(specimen.atHtml(
                    image,
                    image.attr("alt"),
                    Level.WARN,
                    "picture-format",
                    Sentence.of("{0} is of a kind that Outlook on Windows does not draw", Quote.of(source)),
                    Sentence.of("use JPEG, PNG or GIF")));
        }
    }

    private static boolean hasPart(Specimen specimen, String id) {
        Matcher part = Pattern.compile("(?im)^Content-ID:\\s*<" + Pattern.quote(id) + ">")
                .matcher(specimen.raw());
        return part.find();
    }

    private static void many(Specimen specimen, int count, List<Finding> findings) {
        if (count > MANY) {
            findings.add(specimen.atHtml(
                    0,
                    "",
                    Level.INFO,
                    "pictures-many",
                    Sentence.of("there are {0} pictures, each fetched by each reader", count),
                    Sentence.of("print fewer articles whole: articles.whole in gazette.yaml")));
        }
    }
}
