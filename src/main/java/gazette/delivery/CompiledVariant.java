package gazette.delivery;

import gazette.dkim.Draft;
import gazette.dkim.Signer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A variant encoded once: a message is made by splicing one reader's values between octets that all share. Safe to use
 * from many threads.
 */
final class CompiledVariant implements Plate {
    /** What a personal segment keeps in memory, roughly, in octets. */
    private static final long PERSONAL = 200;

    private final List<Segment> head;
    private final List<Segment> body;
    private final List<Segment> html;
    private final AtomicReference<BodyPlan> plan = new AtomicReference<>();

    /**
     * @param head of the message, with the empty line
     * @param html those of the encoded HTML part
     */
    CompiledVariant(List<Segment> head, List<Segment> body, List<Segment> html) {
        this.head = List.copyOf(head);
        this.body = List.copyOf(body);
        this.html = List.copyOf(html);
    }

    /**
     * The message to {@code reader}: CRLF alone ends lines, none begins with a dot, the last one is ended.
     *
     * @throws IllegalArgumentException when a value cannot stand in a message
     */
    Enclosure message(Addressee reader) {
        byte[][] heads = parts(head, reader);
        byte[][] bodies = parts(body, reader);
        byte[] message = new byte[length(heads) + length(bodies)];
        put(bodies, message, put(heads, message, 0));
        return new Enclosure.Open(message);
    }

    /**
     * The same, signed when it is asked for.
     *
     * @param at what the signature says of its own age
     */
    Enclosure message(Addressee reader, Signer signer, Instant at) {
        byte[][] heads = parts(head, reader);
        byte[][] bodies = parts(body, reader);
        byte[] own = new byte[length(heads)];
        put(heads, own, 0);
        Draft draft = signer.draft(own, at);
        int room = draft.length();
        byte[] message = new byte[room + own.length + length(bodies)];
        System.arraycopy(own, 0, message, room, own.length);
        put(bodies, message, room + own.length);
        BodyPlan hashes = plan(signer);
        return new Enclosure.Signed(message, draft, () -> hashes.hash(bodies));
    }

    private static byte[][] parts(List<Segment> segments, Addressee reader) {
        byte[][] parts = new byte[segments.size()][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = segments.get(i).octets(reader);
        }
        return parts;
    }

    private static int length(byte[][] parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        return length;
    }

    private static int put(byte[][] parts, byte[] message, int from) {
        int at = from;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, message, at, part.length);
            at += part.length;
        }
        return at;
    }

    /** Two threads may make it at the same moment; it is the same. */
    private BodyPlan plan(Signer signer) {
        BodyPlan made = plan.get();
        if (made == null) {
            made = BodyPlan.of(body, signer);
            plan.set(made);
        }
        return made;
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
        BodyPlan hashes = plan.get();
        return octets(head) + octets(body) + (hashes == null ? 0 : hashes.octets());
    }

    private static long octets(List<Segment> segments) {
        return segments.stream()
                .mapToLong(segment -> segment instanceof Segment.Constant constant ? constant.length() : PERSONAL)
                .sum();
    }
}
