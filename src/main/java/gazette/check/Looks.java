package gazette.check;

import gazette.check.Look.Dye;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Computes how texts look in one appearance: what an element says of itself, and what it takes from those around it. */
final class Looks {
    private static final Set<String> BOLD = Set.of("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th");
    private static final Set<String> UNSEEN = Set.of("style", "script", "head", "title", "template", "noscript");

    /** What browsers give a link that nobody coloured. */
    private static final Colour LINK = new Colour(0, 0, 0xee, 1);

    private static final Colour LINK_ON_DARK = new Colour(0x9e, 0x9e, 0xff, 1);

    /** What browsers lay below a page that is for dark screens too, and says nothing of its ground. */
    private static final Colour DARK_CANVAS = new Colour(0x12, 0x12, 0x12, 1);

    private final ColourReader colours;
    private final Cascade cascade;
    private final Appearance appearance;
    private final boolean darkCanvas;

    Looks(ColourReader colours, Cascade cascade, Appearance appearance, boolean darkCanvas) {
        this.colours = colours;
        this.cascade = cascade;
        this.appearance = appearance;
        this.darkCanvas = darkCanvas;
    }

    /** Below everything. */
    Look canvas() {
        Colour ground = darkCanvas ? DARK_CANVAS : appearance.ground(Colour.WHITE);
        Colour ink = darkCanvas ? Colour.WHITE : appearance.ink(Colour.BLACK);
        return new Look(ink, ground, FontSize.USUAL, false, false, Dye.UNWRITTEN, Dye.UNWRITTEN);
    }

    /** Of {@code element}, which stands in one that looks like {@code around}. */
    Look of(Element element, Look around) {
        Dyed ink = ink(element, around);
        Dyed ground = ground(element, around);
        return new Look(
                ink.colour(),
                ground.colour(),
                size(element, around.size()),
                isBold(element, around.isBold()),
                around.isHidden() || isHidden(element),
                ink.from(),
                ground.from());
    }

    private record Dyed(Colour colour, Dye from) {}

    private Dyed ink(Element element, Look around) {
        Optional<Dyed> own = cascade.of(element, "color")
                .map(Declaration::value)
                .or(() -> Optional.of(element.attr("color")))
                .flatMap(written -> colours.read(written)
                        .map(colour -> new Dyed(
                                appearance.ink(colour).over(around.ground()), dye(element, "color", written))));
        boolean inherits = cascade.of(element, "color").isPresent();
        if (own.isEmpty() && !inherits && element.normalName().equals("a") && element.hasAttr("href")) {
            return new Dyed(darkCanvas ? LINK_ON_DARK : appearance.ink(LINK), Dye.UNWRITTEN);
        }
        return own.orElseGet(() -> new Dyed(around.ink(), around.from()));
    }

    private Dyed ground(Element element, Look around) {
        return cascade.of(element, "background-color", "background")
                .map(Declaration::value)
                .or(() -> Optional.of(element.attr("bgcolor")))
                .flatMap(written -> colours.first(written)
                        .filter(colour -> colour.alpha() > 0)
                        .map(colour -> new Dyed(
                                appearance.ground(colour).over(around.ground()),
                                dye(element, "background-color", written))))
                .orElseGet(() -> new Dyed(around.ground(), around.below()));
    }

    private static Dye dye(Element element, String property, String written) {
        return new Dye(element.className(), property, written);
    }

    private double size(Element element, double around) {
        return cascade.of(element, "font-size", "font")
                .map(written -> FontSize.read(written.value(), around))
                .filter(size -> size.isPresent())
                .map(size -> size.getAsDouble())
                .orElseGet(() -> FontSize.ofElement(element.normalName(), around));
    }

    private boolean isBold(Element element, boolean around) {
        return cascade.of(element, "font-weight", "font")
                .map(written -> written.value().matches("(?i).*\\b(bold|bolder|[6-9]00)\\b.*"))
                .orElseGet(() -> around || BOLD.contains(element.normalName()));
    }

    private boolean isHidden(Element element) {
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || cascade.of(element, "display")
                        .map(written -> written.value().equals("none"))
                        .orElse(false)
                || cascade.of(element, "visibility")
                        .map(written -> written.value().equals("hidden"))
                        .orElse(false);
    }
}
