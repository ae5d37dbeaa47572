package gazette.delivery;

import gazette.dkim.Stretch;
import java.util.Optional;

/** A stretch of a message: the same octets for every reader, or made for each. Immutable. */
@FunctionalInterface
interface Segment {
    /**
     * The octets for {@code reader}; not to be changed.
     *
     * @throws IllegalArgumentException when a value cannot stand there
     */
    byte[] octets(Addressee reader);

    /** What a signature makes of it when it is the same for every reader; else empty. */
    default Optional<Stretch> stretch() {
        return Optional.empty();
    }

    /** What it keeps in memory by itself, roughly, in octets. */
    default long kept() {
        return 200;
    }

    /** The same for every reader. */
    final class Constant implements Segment {
        private final byte[] octets;
        private final boolean shared;

        private Constant(byte[] octets, boolean shared) {
            this.octets = octets;
            this.shared = shared;
        }

        /** @param octets kept, not copied */
        static Constant of(byte[] octets) {
            return new Constant(octets, false);
        }

        /** @param octets which others keep, too, because other variants have them */
        static Constant shared(byte[] octets) {
            return new Constant(octets, true);
        }

        @Override
        public byte[] octets(Addressee reader) {
            return octets;
        }

        @Override
        public Optional<Stretch> stretch() {
            return Optional.of(Stretch.of(octets));
        }

        @Override
        public long kept() {
            return shared ? 0 : octets.length;
        }
    }
}
