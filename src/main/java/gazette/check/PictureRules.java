package gazette.check;

import gazette.article.Article;
import gazette.article.Figure;
import gazette.article.LinkedPicture;
import gazette.article.Picture;
import gazette.check.Finding.Level;
import gazette.edition.Illustrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Pictures that are shown everywhere, and words where they are not. */
final class PictureRules implements Rule {
    /** Alt texts are read out in one breath; in characters. */
    private static final int LONGEST_ALT = 150;

    /** In pixels: the width of the letter. */
    private static final int WIDEST = 600;

    private static final int MANY = 25;

    private static final Pattern FILE = Pattern.compile(
            "(?i)[^\\s]*\\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?)|(?:img|dsc|dscn|image|photo|picture)[-_]?\\d+");

    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        specimen.html().ifPresent(part -> {
            List<Element> images = part.document().select("img");
            images.forEach(image -> {
                words(specimen, image, findings);
                size(specimen, image, findings);
                source(specimen, image, findings);
            });
            many(specimen, images.size(), findings);
        });
        specimen.making().ifPresent(making -> leftOut(specimen, making, findings));
        return findings;
    }

    private static void words(Specimen specimen, Element image, List<Finding> findings) {
        Element link = image.closest("a[href]");
        String alt = image.attr("alt").strip();
        if (link != null && alt.isEmpty() && Names.of(link).isEmpty()) {
            findings.add(specimen.atHtml(
                    image,
                    "",
                    Level.ERROR,
                    "linked-picture-without-alt",
                    "a picture is a link and has no words: who does not see it cannot know where it goes",
                    "write alt=\"…\" that says where the link goes"));
        } else if (!image.hasAttr("alt")) {
            findings.add(specimen.atHtml(
                    image,
                    "",
                    Level.WARN,
                    "alt-missing",
                    "a picture has no alt: a screen reader reads out the name of its file",
                    "write alt=\"…\" with what it shows, or alt=\"\" when it only decorates"));
        } else if (FILE.matcher(alt).matches()) {
            findings.add(specimen.atHtml(
                    image,
                    alt,
                    Level.WARN,
                    "alt-is-a-file-name",
                    "where the picture is not shown readers see " + Quote.of(alt),
                    "say in words what it shows: image-alt in the front matter, or alt in the feed"));
        } else if (alt.codePointCount(0, alt.length()) > LONGEST_ALT) {
            findings.add(specimen.atHtml(
                    image,
                    alt,
                    Level.INFO,
                    "alt-long",
                    "the alt text " + Quote.of(alt) + " has more than " + LONGEST_ALT
                            + " characters, read out in one breath",
                    "say it shorter, and the rest in the caption"));
        }
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
                    "it has no width in pixels: Outlook shows it in its own size, perhaps wider than the screen",
                    "write width=\"…\" in pixels"));
        } else if (width > WIDEST) {
            findings.add(specimen.atHtml(
                    image,
                    image.attr("alt"),
                    Level.WARN,
                    "picture-wide",
                    "it is " + width + " pixels wide, more than the letter's " + WIDEST,
                    "write width=\"" + WIDEST + "\" or less; the file may be wider"));
        } else if (width > 320
                && !style.contains("max-width")
                && !style.contains("width:100%")
                && !style.contains("width: 100%")) {
            findings.add(specimen.atHtml(
                    image,
                    image.attr("alt"),
                    Level.WARN,
                    "picture-fixed",
                    "it does not shrink: on a phone readers must scroll sideways",
                    "add style=\"width:100%;max-width:" + width + "px;height:auto\""));
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
                    source + " names a part that the message does not have: readers see an empty frame",
                    "print ${picture.source} as it is"));
        } else if (lower.startsWith("data:")) {
            findings.add(specimen.atHtml(
                    image,
                    image.attr("alt"),
                    Level.WARN,
                    "picture-as-data",
                    "Gmail and Outlook do not show pictures that are written into the HTML",
                    "put the picture on the web or into the message as a part"));
        } else if (lower.startsWith("http:")) {
            findings.add(specimen.atHtml(
                    image,
                    image.attr("alt"),
                    Level.WARN,
                    "picture-without-https",
                    Quote.of(source) + " is plain http: webmails do not show it, or warn",
                    "write https://"));
        } else if (!lower.matches("(?:https?|cid):.*")) {
            findings.add(specimen.atHtml(
                    image,
                    image.attr("alt"),
                    Level.ERROR,
                    "picture-nowhere",
                    Quote.of(source) + " is no address that a reader's mail program can ask",
                    "print ${picture.source} as it is"));
        }
        if (lower.matches("[^?#]*\\.(?:webp|svgz?|avif|heic|bmp|tiff?)(?:[?#].*)?")) {
            findings.add(specimen.atHtml(
                    image,
                    image.attr("alt"),
                    Level.WARN,
                    "picture-format",
                    Quote.of(source) + " is of a kind that Outlook on Windows does not draw",
                    "use JPEG, PNG or GIF"));
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
                    "there are " + count + " pictures, each fetched by each reader",
                    "print fewer articles whole: articles.whole in gazette.yaml"));
        }
    }

    private static void leftOut(Specimen specimen, Making making, List<Finding> findings) {
        for (Article article : making.edition().articles()) {
            pictures(article).forEach(picture -> {
                Illustrations.Shown shown =
                        making.rendering().illustrations().shown().get(Illustrations.key(picture));
                if (shown != null && !shown.problem().isEmpty()) {
                    findings.add(problem(specimen, article, picture, shown));
                }
            });
            captions(specimen, article, findings);
        }
    }

    private static Stream<Picture> pictures(Article article) {
        return Stream.concat(
                article.picture().stream(),
                article.blocks().stream().filter(Figure.class::isInstance).map(block -> ((Figure) block).picture()));
    }

    private static Finding problem(Specimen specimen, Article article, Picture picture, Illustrations.Shown shown) {
        Optional<Finding.Spot> spot = Optional.of(specimen.origins().whole(article));
        String of = "the picture " + (name(picture).isBlank() ? "" : Quote.of(name(picture)) + " ") + "of "
                + Quote.of(article.title());
        return shown.picture().isEmpty()
                ? new Finding(
                        Level.WARN,
                        "picture-left-out",
                        "pictures",
                        Optional.empty(),
                        spot,
                        of + " is left out: " + shown.problem(),
                        "mend it there, or take it out of the article",
                        List.of(specimen.persona()))
                : new Finding(
                        Level.INFO,
                        "picture-odd",
                        "pictures",
                        Optional.empty(),
                        spot,
                        of + ": " + shown.problem(),
                        "look at it in gazette preview",
                        List.of(specimen.persona()));
    }

    private static String name(Picture picture) {
        return picture instanceof LinkedPicture linked ? linked.address().toString() : picture.alt();
    }

    private static void captions(Specimen specimen, Article article, List<Finding> findings) {
        article.blocks().stream()
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .filter(figure ->
                        figure.picture().alt().isBlank() && !figure.caption().isBlank())
                .forEach(figure -> findings.add(new Finding(
                        Level.INFO,
                        "alt-empty-above-caption",
                        "pictures",
                        Optional.empty(),
                        Optional.of(specimen.origins().whole(article)),
                        "the picture above " + Quote.of(figure.caption())
                                + " has no alt: who does not see it learns what it is called, not what it shows",
                        "write an alt that says what it shows",
                        List.of(specimen.persona()))));
    }
}
