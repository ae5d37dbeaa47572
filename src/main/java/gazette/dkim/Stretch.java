package gazette.dkim;

import java.util.Arrays;

/**
 * Octets that many bodies share, their canonical form worked out once.
 *
 * <p>From its first visible octet to its last, a stretch comes to the same whatever stands around it; only the blanks and
 * line ends at its borders depend on that. Immutable.
 */
public final class Stretch {
    private final byte[] octets;
    private final int first;
    private final int last;
    private final byte[] canonical;

    private Stretch(byte[] octets, int first, int last, byte[] canonical) {
        this.octets = octets;
        this.first = first;
        this.last = last;
        this.canonical = canonical;
    }

    /**
     * The stretch of {@code octets}.
     *
     * @param octets never changed afterwards; kept, not copied
     */
    public static Stretch of(byte[] octets) {
        int first = 0;
        while (first < octets.length && !Blanks.isVisible(octets[first])) {
            first++;
        }
        int last = octets.length;
        while (last > first && !Blanks.isVisible(octets[last - 1])) {
            last--;
        }
        byte[] canonical = RelaxedBody.within(octets, first, last);
        boolean same = Arrays.equals(octets, first, last, canonical, 0, canonical.length);
        return new Stretch(octets, first, last, same ? octets : canonical);
    }

    /** What it takes in memory beside the octets it was made of, in octets. */
    public long octets() {
        return canonical == octets ? 0 : canonical.length;
    }

    void addTo(RelaxedBody body) {
        body.add(octets, 0, first);
        if (canonical == octets && first < last) {
            body.addCanonical(octets, first, last);
        } else if (first < last) {
            body.addCanonical(canonical, 0, canonical.length);
        }
        body.add(octets, last, octets.length);
    }
}
