package gazette.delivery;

/**
 * How heavy a message is, as it goes out.
 *
 * @param message all of it, in octets
 * @param html its HTML part as encoded, in octets; 0 when there is none
 */
public record Weight(int message, int html) {
    static final Weight NONE = new Weight(0, 0);

    /** The larger of both, in each respect. */
    Weight larger(Weight other) {
        return new Weight(Math.max(message, other.message), Math.max(html, other.html));
    }
}
