package gazette.check;

import gazette.article.EmbeddedPicture;
import gazette.check.Finding.Level;
import gazette.edition.Inline;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Pictures that one can see through: what is dark in them is lost on a dark page. */
final class TransparentPictures {
    /** Of a PNG's head: the kind of its colours (PNG, 11.2.2). */
    private static final int COLOUR_TYPE = 25;

    private static final int WITH_ALPHA = 4;

    /** Farther in, a file is pixels. */
    private static final int HEAD = 4096;

    private TransparentPictures() {}

    static List<Finding> of(Specimen specimen) {
        List<Inline> inlines =
                specimen.making().map(made -> made.variant().inlines()).orElse(List.of());
        return inlines.stream()
                .filter(inline -> mayBeSeenThrough(inline.picture()))
                .flatMap(inline -> element(specimen, inline).stream())
                .map(image -> finding(specimen, image))
                .toList();
    }

    private static Optional<Element> element(Specimen specimen, Inline inline) {
        return specimen.html()
                .flatMap(part -> part.document().select("img[src]").stream()
                        .filter(image -> image.attr("src").equals("cid:" + inline.contentId()))
                        .findFirst());
    }

    private static Finding finding(Specimen specimen, Element image) {
        return specimen.atHtml(
                image,
                image.attr("alt"),
                Level.INFO,
                "picture-transparent",
                Sentence.of(
                        "the picture {0} can be seen through: what is dark in it is lost on a dark page",
                        new Quote(image.attr("alt"))),
                Sentence.of("give it a light outline or a ground of its own"));
    }

    private static boolean mayBeSeenThrough(EmbeddedPicture picture) {
        byte[] octets = picture.octets();
        if (!picture.mediaType().equals("image/png") || octets.length <= COLOUR_TYPE) {
            return false;
        }
        String head = new String(octets, 0, Math.min(HEAD, octets.length), StandardCharsets.ISO_8859_1);
        return (octets[COLOUR_TYPE] & WITH_ALPHA) != 0 || head.contains("tRNS");
    }
}
