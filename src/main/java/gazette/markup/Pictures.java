package gazette.markup;

import gazette.article.LinkedPicture;
import gazette.article.LinkedPicture.Size;
import gazette.article.WebAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The picture that an {@code img} stands for, however its page means to load it. */
final class Pictures {
    /** Where scripts look for the sizes of a picture that is loaded late. */
    private static final List<String> LATE_SETS = List.of("data-srcset", "data-lazy-srcset", "srcset");

    /** Where they look for its address. What is in {@code src} then only holds its place. */
    private static final List<String> LATE = List.of("data-src", "data-lazy-src", "data-original", "data-lazy", "src");

    private static final Pattern PIXELS = Pattern.compile("\\s*([0-9]{1,5})(?:\\.[0-9]*)?\\s*(?:px)?\\s*");

    /** Kinds that mail programs do not show. */
    private static final Pattern UNSHOWN_TYPE = Pattern.compile("image/(?:webp|avif|svg\\+xml|jxl|heic).*");

    /** Of its candidates; a picture that has none among them was made to take time. */
    private static final int MOST_TRIED = 50;

    private Pictures() {}

    /** Empty when it has no address on the web, is a drawing in SVG, or is there to count readers and not to be seen. */
    static Optional<LinkedPicture> read(Element img, URI base) {
        if (isUnseen(img)) {
            return Optional.empty();
        }
        return Stream.of(
                        LATE_SETS.stream().flatMap(name -> SourceSet.inOrder(img.attr(name))),
                        LATE.stream().map(img::attr),
                        around(img))
                .flatMap(candidates -> candidates)
                .limit(MOST_TRIED)
                .flatMap(reference -> address(reference, base).stream())
                .findFirst()
                .map(address -> new LinkedPicture(address, alt(img), size(img)));
    }

    /** The sources of the {@code picture} that it stands in, of kinds that mail programs show. */
    private static Stream<String> around(Element img) {
        Element picture = img.parent();
        if (picture == null || !picture.normalName().equals("picture")) {
            return Stream.empty();
        }
        return IntStream.range(0, Math.min(MOST_TRIED, picture.childNodeSize()))
                .mapToObj(picture::childNode)
                .filter(child -> child.normalName().equals("source"))
                .filter(child -> !UNSHOWN_TYPE
                        .matcher(child.attr("type").toLowerCase(Locale.ROOT))
                        .matches())
                .flatMap(source -> Stream.of(source.attr("srcset"), source.attr("data-srcset")))
                .flatMap(SourceSet::inOrder);
    }

    private static Optional<URI> address(String reference, URI base) {
        if (reference.isBlank() || reference.startsWith("#")) {
            return Optional.empty();
        }
        return WebAddress.resolve(base, reference).filter(Pictures::isShown);
    }

    private static boolean isShown(URI address) {
        String path = address.getRawPath();
        return path != null && !path.toLowerCase(Locale.ROOT).matches(".*\\.svgz?");
    }

    private static String alt(Element img) {
        return Markup.line(img.attr("alt"));
    }

    /** Whether it is hidden, or so small that it is there for something else than being seen. */
    static boolean isUnseen(Element img) {
        return Styles.hides(img) || isPixel(img, "width") || isPixel(img, "height");
    }

    private static boolean isPixel(Element img, String side) {
        return pixels(img, side).filter(length -> length <= 1).isPresent();
    }

    private static Optional<Size> size(Element img) {
        return pixels(img, "width").flatMap(width -> pixels(img, "height").map(height -> new Size(width, height)));
    }

    private static Optional<Integer> pixels(Element img, String side) {
        Matcher number = PIXELS.matcher(img.attr(side));
        return number.matches() ? Optional.of(Integer.valueOf(number.group(1))) : Optional.empty();
    }
}
