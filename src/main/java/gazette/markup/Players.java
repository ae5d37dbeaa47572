package gazette.markup;

import gazette.article.Prose;
import gazette.article.Span;
import gazette.article.Span.Look;
import gazette.article.WebAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Films, sounds and frames, which no mail shows. What stands for one is a link to it, since the text beside often speaks of
 * it; its words are its own title or its host, which are right in any language.
 */
final class Players {
    private static final Set<String> NAMES = Set.of("iframe", "video", "audio");

    private Players() {}

    static boolean isOne(Element element) {
        return NAMES.contains(element.normalName());
    }

    /** Empty when it is hidden, too small to be seen, or has no address with https. */
    static Optional<Prose> link(Element player, URI base) {
        if (Pictures.isUnseen(player)) {
            return Optional.empty();
        }
        return address(player)
                .flatMap(reference -> WebAddress.resolve(base, reference))
                .filter(address -> "https".equals(address.getScheme()) && address.getHost() != null)
                .map(WebAddress::clean)
                .map(address -> {
                    String title = Markup.line(player.attr("title"));
                    String words = title.isEmpty() ? address.getHost().replaceFirst("^www\\.", "") : title;
                    return new Prose(List.of(new Span(words, Look.PLAIN, Optional.of(address))));
                });
    }

    private static Optional<String> address(Element player) {
        for (String name : List.of("src", "data-src", "data-lazy-src")) {
            String address = player.attr(name);
            if (!address.isBlank() && !address.startsWith("about:")) {
                return Optional.of(address);
            }
        }
        return Optional.ofNullable(player.selectFirst("source[src]")).map(source -> source.attr("src"));
    }
}
