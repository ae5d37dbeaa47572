package gazette.delivery;

import java.util.List;

/** A variant encoded once: a message is made by splicing one reader's values between octets that all share. Immutable. */
final class CompiledVariant implements Plate {
    /** What a personal segment keeps in memory, roughly, in octets. */
    private static final long PERSONAL = 200;

    private final List<Segment> segments;
    private final List<Segment> html;

    /**
     * @param segments of the whole message
     * @param html those of the encoded HTML part
     */
    CompiledVariant(List<Segment> segments, List<Segment> html) {
        this.segments = List.copyOf(segments);
        this.html = List.copyOf(html);
    }

    /**
     * The message to {@code reader}: CRLF alone ends lines, none begins with a dot, the last one is ended.
     *
     * @throws IllegalArgumentException when a value cannot stand in a message
     */
    byte[] message(Addressee reader) {
        byte[][] parts = new byte[segments.size()][];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = segments.get(i).octets(reader);
            length += parts[i].length;
        }
        byte[] message = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, message, at, part.length);
            at += part.length;
        }
        return message;
    }

    /** What the HTML part of the message to {@code reader} weighs as encoded, in octets; 0 when there is none. */
    int htmlOctets(Addressee reader) {
        return html.stream().mapToInt(segment -> segment.octets(reader).length).sum();
    }

    @Override
    public CompiledVariant compiled(Addressee reader) {
        return this;
    }

    /** Less the pictures, which it shares with other variants. */
    @Override
    public long octets() {
        return segments.stream().mapToLong(CompiledVariant::octets).sum();
    }

    private static long octets(Segment segment) {
        return segment instanceof Segment.Constant constant ? constant.length() : PERSONAL;
    }
}
