package gazette.dkim;

import java.security.MessageDigest;

/** SHA-256 of a body in relaxed canonical form, taken in piece by piece. One thread. */
public final class BodyHash {
    private final MessageDigest digest;
    private final RelaxedBody body;

    BodyHash(MessageDigest digest) {
        this.digest = digest;
        this.body = new RelaxedBody(sink(digest));
    }

    private BodyHash(MessageDigest digest, RelaxedBody other) {
        this.digest = digest;
        this.body = other.copy(sink(digest));
    }

    private static RelaxedBody.Sink sink(MessageDigest digest) {
        return (octets, from, to) -> digest.update(octets, from, to - from);
    }

    /** Takes in some octets, wherever they are cut. */
    public BodyHash add(byte[] octets, int from, int to) {
        body.add(octets, from, to);
        return this;
    }

    /** Takes in a stretch, more quickly than its octets. */
    public BodyHash add(Stretch stretch) {
        stretch.addTo(body);
        return this;
    }

    /** One that has taken in the same so far, and goes its own way from here. */
    public BodyHash copy() {
        try {
            return new BodyHash((MessageDigest) digest.clone(), body);
        } catch (CloneNotSupportedException everyEngineCan) {
            throw new AssertionError(everyEngineCan);
        }
    }

    /** The hash of all that was taken in; the last call. */
    public byte[] hash() {
        body.end();
        return digest.digest();
    }
}
