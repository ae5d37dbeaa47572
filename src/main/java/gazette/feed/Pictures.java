package gazette.feed;

import gazette.article.Block;
import gazette.article.Figure;
import gazette.article.LinkedPicture;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The picture above an item whose body shows none. */
final class Pictures {
    /** In pixels: an edition is 600 wide, and screens may show two for one. */
    private static final int WANTED = 1_200;

    /** In pixels: what is smaller only counts readers. */
    private static final int SMALLEST = 48;

    private static final Pattern PICTURE_FILE = Pattern.compile("(?i)[^?#]+\\.(?:jpe?g|png|gif|webp|avif)(?:[?#].*)?");

    private Pictures() {}

    /** Media before enclosures before what iTunes shows; of several sizes the one that fits an edition best. */
    static Optional<LinkedPicture> of(Parts item, List<Block> body) {
        if (body.stream().anyMatch(Figure.class::isInstance)) {
            return Optional.empty();
        }
        return Stream.<Function<Parts, Stream<LinkedPicture>>>of(
                        Pictures::media, Pictures::thumbnails, Pictures::enclosures, Pictures::image)
                .map(kind -> best(kind.apply(item)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A picture at {@code written}, if that is an address. */
    static Optional<LinkedPicture> at(String written, URI base) {
        return Reference.of(written, base).map(address -> new LinkedPicture(address, "", Optional.empty()));
    }

    private static Optional<LinkedPicture> best(Stream<LinkedPicture> pictures) {
        return pictures.filter(picture -> picture.size()
                        .map(size -> size.width() >= SMALLEST && size.height() >= SMALLEST)
                        .orElse(true))
                .min(Comparator.comparingInt(Pictures::distance));
    }

    /** How badly a picture fits: too small is worse than too large, and unknown stands between. */
    private static int distance(LinkedPicture picture) {
        int width = picture.size().map(LinkedPicture.Size::width).orElse(0);
        if (width == 0) {
            return 100_000;
        }
        return width >= WANTED ? Math.min(width - WANTED, 99_999) : 100_000 + WANTED - width;
    }

    private static Stream<LinkedPicture> media(Parts item) {
        return media(item, "media:content").filter(Pictures::isPicture).flatMap(content -> picture(content, "url"));
    }

    private static Stream<LinkedPicture> thumbnails(Parts item) {
        Stream<Parts> inside = media(item, "media:content").flatMap(content -> content.inside("media:thumbnail"));
        return Stream.concat(media(item, "media:thumbnail"), inside).flatMap(thumbnail -> picture(thumbnail, "url"));
    }

    private static Stream<Parts> media(Parts item, String name) {
        return Stream.concat(item.inside(name), item.inside("media:group").flatMap(group -> group.inside(name)));
    }

    private static Stream<LinkedPicture> enclosures(Parts item) {
        Stream<Parts> ofRss = item.inside("enclosure").filter(Pictures::isPicture);
        Stream<Parts> ofAtom = Stream.concat(
                        Links.of(item, "enclosure", "link"), Links.of(item, "enclosure", "atom:link"))
                .map(item::in)
                .filter(Pictures::isPicture);
        return Stream.concat(
                ofRss.flatMap(enclosure -> picture(enclosure, "url")),
                ofAtom.flatMap(enclosure -> picture(enclosure, "href")));
    }

    private static Stream<LinkedPicture> image(Parts item) {
        Stream<LinkedPicture> ofITunes = item.inside("itunes:image").flatMap(image -> picture(image, "href"));
        Stream<LinkedPicture> ofRss = item.inside("image")
                .flatMap(image -> image.inside("url"))
                .flatMap(url -> at(url.element().text(), url.place().base()).stream());
        return Stream.concat(ofITunes, ofRss);
    }

    private static boolean isPicture(Parts media) {
        String type = media.element().attribute("type").orElse("").strip().toLowerCase(Locale.ROOT);
        String medium = media.element().attribute("medium").orElse("").strip().toLowerCase(Locale.ROOT);
        if (!type.isEmpty() || !medium.isEmpty()) {
            return type.startsWith("image") || medium.equals("image");
        }
        String address = media.element()
                .attribute("url")
                .or(() -> media.element().attribute("href"))
                .orElse("");
        return PICTURE_FILE.matcher(address.strip()).matches();
    }

    private static Stream<LinkedPicture> picture(Parts media, String attribute) {
        return media
                .element()
                .attribute(attribute)
                .flatMap(written -> Reference.of(written, media.place().base()))
                .stream()
                .map(address -> new LinkedPicture(address, alt(media), size(media.element())));
    }

    private static String alt(Parts media) {
        return media.first("media:description", "media:title")
                .map(words -> Wording.guessed(words, media.place()).words())
                .orElse("");
    }

    private static Optional<LinkedPicture.Size> size(Element media) {
        int width = pixels(media.attribute("width").orElse(""));
        int height = pixels(media.attribute("height").orElse(""));
        return width > 0 && height > 0 ? Optional.of(new LinkedPicture.Size(width, height)) : Optional.empty();
    }

    private static int pixels(String written) {
        String digits = written.strip().replaceFirst("(?i)(?:\\.\\d+)?(?:px)?$", "");
        return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
    }
}
