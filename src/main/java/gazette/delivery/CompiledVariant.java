package gazette.delivery;

import gazette.dkim.Signer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A variant encoded once: a message is made by splicing one reader's values between octets that all share. Safe to use
 * from many threads.
 */
final class CompiledVariant implements Plate {
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
        return new Enclosure.Open(Spliced.of(parts(head, reader)).and(Spliced.of(parts(body, reader))));
    }

    /**
     * The same, signed when it is asked for.
     *
     * @param at what the signature says of its own age
     */
    Enclosure message(Addressee reader, Signer signer, Instant at) {
        byte[] own = Spliced.of(parts(head, reader)).toByteArray();
        byte[][] bodies = parts(body, reader);
        BodyPlan hashes = plan(signer);
        return new Enclosure.Signed(
                Spliced.of(own).and(Spliced.of(bodies)), signer.draft(own, at), () -> hashes.hash(bodies));
    }

    private static byte[][] parts(List<Segment> segments, Addressee reader) {
        byte[][] parts = new byte[segments.size()][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = segments.get(i).octets(reader);
        }
        return parts;
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
        return segments.stream().mapToLong(Segment::kept).sum();
    }
}
