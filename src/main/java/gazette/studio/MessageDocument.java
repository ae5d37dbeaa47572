package gazette.studio;

import gazette.sink.Arrival;
import gazette.sink.CaughtMessage;
import gazette.sink.MimePart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Caught messages for programs. A key that is there stays, and means the same; others may be added. */
final class MessageDocument {
    /** Of what is said here; another number when a program would have to change. */
    static final int VERSION = 1;

    private MessageDocument() {}

    /** As a line of a list. */
    static Map<String, Object> of(Arrival arrival) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", arrival.id());
        document.put("to", arrival.to());
        document.put("role", arrival.role().name().toLowerCase(Locale.ROOT));
        document.put("sender", arrival.sender());
        document.put("from", arrival.from());
        document.put("subject", arrival.subject());
        document.put("received", arrival.received().toString());
        document.put("octets", arrival.octets());
        return document;
    }

    /** All of it. */
    static Map<String, Object> of(CaughtMessage message) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", VERSION);
        document.putAll(of(message.arrival()));
        document.put("from", message.from());
        document.put("subject", message.subject());
        document.put(
                "headers",
                message.headers().stream()
                        .map(line -> Map.of("name", line.name(), "value", line.words(), "written", line.value()))
                        .toList());
        document.put("text", message.text());
        document.put("html", message.html());
        document.put("links", links(message));
        document.put(
                "parts", message.parts().stream().map(MessageDocument::part).toList());
        document.put("whole", message.isWhole());
        return document;
    }

    private static List<Map<String, Object>> links(CaughtMessage message) {
        return Stream.concat(
                        MessageLinks.inHtml(message).stream().map(each -> link("html", each)),
                        MessageLinks.inText(message).stream().map(each -> link("text", each)))
                .toList();
    }

    private static Map<String, Object> link(String part, MessageLinks.Link link) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("in", part);
        document.put("address", link.address());
        document.put("words", link.words());
        document.put("times", link.times());
        document.put("unsubscribes", link.leaves());
        return document;
    }

    private static Map<String, Object> part(MimePart part) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("number", part.number());
        document.put("type", part.mediaType());
        document.put("charset", part.charset());
        document.put("encoding", part.encoding());
        document.put("octets", part.octets());
        document.put("name", part.name());
        document.put("contentId", part.contentId());
        document.put("attachment", part.isAttachment());
        return document;
    }
}
