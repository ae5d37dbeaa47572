package gazette.web;

import gazette.sink.CaughtMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** A caught message in words and numbers that a template can print. */
final class MessageWords {
    private static final int SNIPPET_CHARACTERS = 140;

    private final ZoneId zone;
    private final Locale language;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time;

    MessageWords(ZoneId zone, Locale language) {
        boolean french = language.getLanguage().equals("fr");
        this.zone = zone;
        this.language = language;
        this.day = DateTimeFormatter.ofPattern(french ? "d MMMM uuuu" : "MMMM d, uuuu", language);
        this.time = DateTimeFormatter.ofPattern(french ? "HH'\u00a0h\u00a0'mm" : "HH:mm", language);
    }

    Map<String, Object> row(CaughtMessage message) {
        return Map.of(
                "id", message.id(),
                "to", message.to(),
                "from", message.from(),
                "subject", message.subject(),
                "snippet", snippet(message.text()),
                "instant", message.received().toString(),
                "day", day.format(message.received().atZone(zone)),
                "time", time.format(message.received().atZone(zone)),
                "size", size(message.octets()));
    }

    Map<String, Object> whole(CaughtMessage message) {
        return Map.of(
                "message", row(message),
                "text", message.text(),
                "source", new String(message.raw().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
                "headers",
                        message.headers().stream()
                                .map(header -> Map.of("name", header.name(), "value", header.value()))
                                .toList());
    }

    private static String snippet(String text) {
        String line = text.replaceAll("[\\s\\h=_*#-]{2,}", " ").strip();
        return line.length() <= SNIPPET_CHARACTERS
                ? line
                : line.substring(
                                0,
                                line.offsetByCodePoints(
                                        0, Math.min(SNIPPET_CHARACTERS, line.codePointCount(0, line.length()))))
                        + "…";
    }

    private String size(int octets) {
        boolean french = language.getLanguage().equals("fr");
        return String.format(language, "%.1f", octets / 1000.0) + (french ? "\u00a0ko" : "\u00a0kB");
    }
}
