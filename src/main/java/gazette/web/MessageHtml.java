package gazette.web;

import gazette.sink.CaughtMessage;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A caught message's HTML, so that it shows in a frame. */
final class MessageHtml {
    /** {@code cid:} as a link's beginning in an attribute or in a style (RFC 2392 section 2). */
    private static final Pattern CID = Pattern.compile("(?i)(?<=[\"'(=])cid:([^\"'()\\s<>]+)");

    private static final Pattern HEAD = Pattern.compile("(?i)<head(?:\\s[^>]*)?>");

    private MessageHtml() {}

    /** Pictures inside the message come from its parts, links open beside it. */
    static String forFrame(CaughtMessage message) {
        String html = CID.matcher(message.html())
                .replaceAll(cid ->
                        Matcher.quoteReplacement("/messages/" + message.id() + "/parts/" + pathSegment(cid.group(1))));
        return HEAD.matcher(html).replaceFirst("$0<base target=\"_blank\">");
    }

    private static String pathSegment(String cid) {
        String plain = cid;
        try {
            plain = URLDecoder.decode(cid.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return URLEncoder.encode(cid, StandardCharsets.UTF_8);
        }
        return URLEncoder.encode(plain, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
