package gazette.check;

import gazette.check.Finding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Words in place of each picture, for whoever does not see it. */
final class AltRules implements Rule {
    /** Alt texts are read out in one breath; in characters. */
    private static final int LONGEST_ALT = 150;

    private static final Pattern FILE = Pattern.compile(
            "(?i)[^\\s]*\\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?)|(?:img|dsc|dscn|image|photo|picture)[-_]?\\d+");

    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        specimen.html()
                .ifPresent(part -> part.document().select("img").forEach(image -> words(specimen, image, findings)));
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
                    Sentence.of("a picture is a link and has no words: who does not see it cannot know where it goes"),
                    Sentence.of("write alt=\"…\" that says where the link goes")));
        } else if (!image.hasAttr("alt")) {
            findings.add(specimen.atHtml(
                    image,
                    "",
                    Level.WARN,
                    "alt-missing",
                    Sentence.of("a picture has no alt: a screen reader reads out the name of its file"),
                    Sentence.of("write alt=\"…\" with what it shows, or alt=\"\" when it only decorates")));
        } else if (FILE.matcher(alt).matches()) {
            findings.add(specimen.atHtml(
                    image,
                    alt,
                    Level.WARN,
                    "alt-is-a-file-name",
                    Sentence.of("where the picture is not shown readers see {0}", Quote.of(alt)),
                    Sentence.of("say in words what it shows: image-alt in the front matter, or alt in the feed")));
        } else if (alt.codePointCount(0, alt.length()) > LONGEST_ALT) {
            findings.add(specimen.atHtml(
                    image,
                    alt,
                    Level.INFO,
                    "alt-long",
                    Sentence.of(
                            "the alt text {0} has more than {1} characters, read out in one breath",
                            Quote.of(alt), LONGEST_ALT),
                    Sentence.of("say it shorter, and the rest in the caption")));
        }
    }
}
