package gazette.studio;

import gazette.check.Finding;
import gazette.sink.CaughtMessage;
import gazette.sink.HeaderLine;
import gazette.sink.MimePart;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page prints of a caught message's octets, a view at a time. */
final class MessageViews {
    /** In characters: more than a person reads on a page; all of it can be downloaded. */
    private static final int MOST_CHARACTERS = 200_000;

    private final CaughtMessage message;
    private final Appraiser appraiser;
    private final FindingGroups groups;
    private final Address page;

    /** @param page that shows them */
    MessageViews(CaughtMessage message, Appraiser appraiser, FindingGroups groups, Address page) {
        this.message = message;
        this.appraiser = appraiser;
        this.groups = groups;
        this.page = page;
    }

    /** What there is to see, the usual one first. */
    static List<View> offered(CaughtMessage message) {
        List<View> all = List.of(View.values());
        return message.html().isEmpty() ? all.subList(all.indexOf(View.TEXT), all.size()) : all;
    }

    /** What {@code view} prints; nothing for one that is a frame. */
    Map<String, Object> of(View view) {
        return switch (view) {
            case PHONE, DESKTOP, BOTH -> Map.of();
            case TEXT -> cut("text", message.text());
            case HEADERS -> headers();
            case LINKS -> links();
            case MIME -> parts();
            case SOURCE -> cut("source", utf8(message.raw()));
            case CHECKS -> checks();
        };
    }

    private static Map<String, Object> cut(String name, String words) {
        return words.length() <= MOST_CHARACTERS
                ? Map.of(name, words, "isCut", false)
                : Map.of(name, words.substring(0, MOST_CHARACTERS), "isCut", true);
    }

    /** One character per octet, read as what it most probably is. */
    private static String utf8(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private Map<String, Object> headers() {
        Map<String, Object> model = new HashMap<>(cut("rawHeader", utf8(message.rawHeader())));
        model.put(
                "headers", message.headers().stream().map(MessageViews::header).toList());
        return model;
    }

    private static Map<String, Object> header(HeaderLine line) {
        String words = line.words();
        return Map.of(
                "name", line.name(), "words", words, "written", line.value(), "isEncoded", !words.equals(line.value()));
    }

    private Map<String, Object> links() {
        return Map.of(
                "inHtml",
                        MessageLinks.inHtml(message).stream()
                                .map(MessageViews::link)
                                .toList(),
                "inText",
                        MessageLinks.inText(message).stream()
                                .map(MessageViews::link)
                                .toList());
    }

    private static Map<String, Object> link(MessageLinks.Link link) {
        return Map.of(
                "address", link.address(),
                "words", link.words(),
                "times", link.times(),
                "leaves", link.leaves(),
                "scheme", link.scheme(),
                "isPage", link.isPage() && !link.leaves());
    }

    private Map<String, Object> parts() {
        return Map.of(
                "isWhole",
                message.isWhole(),
                "parts",
                message.parts().stream().map(this::part).toList());
    }

    private Map<String, Object> part(MimePart part) {
        Map<String, Object> model = new HashMap<>();
        model.put("number", part.number());
        model.put("depth", part.depth());
        model.put("mediaType", part.mediaType());
        model.put("charset", part.charset());
        model.put("encoding", part.encoding());
        model.put("octets", part.octets());
        model.put("name", part.name());
        model.put("contentId", part.contentId());
        model.put("isAttachment", part.isAttachment());
        model.put("isMultipart", part.isMultipart());
        model.put("isPicture", MessageParts.isHarmlessPicture(part));
        return model;
    }

    private Map<String, Object> checks() {
        Optional<List<Finding>> findings = appraiser.findings(message);
        return Map.of(
                "isLookedAt",
                findings.isPresent(),
                "found",
                groups.page(findings.orElse(List.of()), page, FindingSheets.WHOLE),
                "isSound",
                findings.orElse(List.of()).isEmpty());
    }
}
