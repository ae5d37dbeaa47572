package gazette.studio;

import gazette.check.Inversion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * A message's HTML part, made so that a sandboxed frame shows it as a mail program would. What mail programs drop is gone:
 * scripts, forms, frames, drawings, whatever loads or leads away by itself. Links open beside the studio. The headers of
 * its answer ({@link gazette.web.SafeHeaders#forMessage}) refuse what might get through.
 *
 * @param html a whole document
 * @param remote how many pictures it links to elsewhere, whether they are shown or not
 */
record MailFrame(String html, int remote) {
    /** What no mail program shows, with all that is in it. */
    private static final String UNSHOWN =
            "script, iframe, frame, frameset, object, embed, applet, base, link, svg, math,"
                    + " template, noembed, noframes, xmp, plaintext, meta[http-equiv], meta[name=referrer]";

    /** What no mail program runs, but whose content it shows. */
    private static final String UNWRAPPED = "form, audio, video, noscript, dialog, portal, marquee";

    private static final Set<String> LOADING = Set.of(
            "action",
            "formaction",
            "srcdoc",
            "ping",
            "autofocus",
            "xlink:href",
            "srcset",
            "data",
            "poster",
            "manifest",
            "cite",
            "longdesc",
            "lowsrc",
            "dynsrc",
            "target",
            "rel",
            "download",
            "http-equiv",
            "nonce");
    /** Attributes that colour texts, as old HTML has them. */
    private static final List<String> INKS = List.of("color", "text", "link", "vlink", "alink");

    private static final Pattern LINK = Pattern.compile("(?i)(?:https?://|mailto:|tel:|#).*");
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)(?:https?:)?//.*");
    private static final Pattern INLINE = Pattern.compile("(?i)cid:(.+)");
    private static final Pattern DRAWN = Pattern.compile("(?i)data:image/(?:png|jpe?g|gif|webp)[;,].*");

    /** Pictures that are not shown, as mail programs draw them: their words in a box. */
    private static final String UNSEEN_PICTURES = "img:not([src]){display:inline-block;box-sizing:border-box;"
            + "min-height:1.5em;padding:.3em .5em;border:1px solid #9a9a9a;background:rgba(128,128,128,.12)}";

    /**
     * Makes the frame of a message.
     *
     * @param html as it came
     * @param inlines where the picture is that {@code cid:} names, without the scheme (RFC 2392 section 2)
     */
    static MailFrame of(
            String html, Function<String, Optional<String>> inlines, Appearance look, PicturesShown pictures) {
        return new Making(inlines, look, pictures).frame(html);
    }

    /** One message on its way into a frame. */
    private static final class Making {
        private final Function<String, Optional<String>> inlines;
        private final Appearance look;
        private final PicturesShown pictures;
        private final MailStyles styles;
        private int remote;

        Making(Function<String, Optional<String>> inlines, Appearance look, PicturesShown pictures) {
            this.inlines = inlines;
            this.look = look;
            this.pictures = pictures;
            this.styles = new MailStyles(look, this::picture);
        }

        MailFrame frame(String html) {
            Document document = Jsoup.parse(html);
            document.outputSettings().prettyPrint(false);
            document.select(UNSHOWN).remove();
            document.select(UNWRAPPED).unwrap();
            document.forEachNode(Making::dropComment);
            document.select("meta[name~=(?i)color-scheme]").forEach(this::chooseScheme);
            document.select("style").forEach(this::style);
            document.getAllElements().forEach(this::element);
            document.head().prepend("<meta charset=\"utf-8\"><style>" + ours() + "</style>");
            return new MailFrame(document.outerHtml(), remote);
        }

        private String ours() {
            return UNSEEN_PICTURES
                    + styles.inversion().map(Making::invertedPage).orElse("");
        }

        /** What a page has whose message says nothing of it: the colours of a browser, inverted. */
        private static String invertedPage(Inversion inversion) {
            return ":root{color-scheme:only light}"
                    + ":where(body:not([bgcolor])){background:" + inversion.ground("#ffffff")
                    + "}:where(body:not([text])){color:" + inversion.ink("#000000")
                    + "}:where(body:not([link]) a[href]){color:" + inversion.ink("#0000ee") + "}";
        }

        private static void dropComment(Node node) {
            if (node instanceof Comment) {
                node.remove();
            }
        }

        private void chooseScheme(Element meta) {
            meta.attr("content", styles.chosen(meta.attr("content")).strip());
        }

        private void style(Element style) {
            if (look == Appearance.BARE) {
                style.remove();
                return;
            }
            String rewritten = styles.rewritten(style.data());
            style.empty().appendChild(new DataNode(rewritten));
        }

        private void element(Element element) {
            element.attributes().asList().stream()
                    .map(Attribute::getKey)
                    .filter(Making::isActive)
                    .forEach(element::removeAttr);
            rewrite(element, "style", styles::rewritten);
            rewrite(element, "media", styles::rewritten);
            rewrite(element, "src", this::picture);
            rewrite(element, "background", this::picture);
            rewrite(element, "href", Making::link);
            styles.inversion().ifPresent(inversion -> {
                rewrite(element, "bgcolor", inversion::ground);
                INKS.forEach(ink -> rewrite(element, ink, inversion::ink));
            });
            if (element.hasAttr("href") && !element.attr("href").startsWith("#")) {
                element.attr("target", "_blank").attr("rel", "noopener noreferrer");
            }
        }

        private static boolean isActive(String attribute) {
            String name = attribute.toLowerCase(Locale.ROOT);
            return name.startsWith("on") || LOADING.contains(name);
        }

        private static void rewrite(Element element, String attribute, Function<String, String> change) {
            if (element.hasAttr(attribute)) {
                String changed = change.apply(element.attr(attribute).strip());
                if (changed.isEmpty()) {
                    element.removeAttr(attribute);
                } else {
                    element.attr(attribute, changed);
                }
            }
        }

        private static String link(String written) {
            return LINK.matcher(written).matches() ? written : "";
        }

        /** The address that is loaded instead of {@code written}; empty for none. */
        private String picture(String written) {
            boolean elsewhere = ELSEWHERE.matcher(written).matches();
            remote += elsewhere ? 1 : 0;
            if (pictures == PicturesShown.OFF) {
                return "";
            }
            Matcher cid = INLINE.matcher(written);
            if (cid.matches()) {
                return inlines.apply(cid.group(1)).orElse("");
            }
            boolean isShown = elsewhere
                    ? pictures == PicturesShown.ALL
                    : DRAWN.matcher(written).matches();
            return isShown ? written : "";
        }
    }
}
