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

    /** The same for every reader. */
    final class Constant implements Segment {
        private final byte[] octets;

        /** @param octets kept, not copied */
        Constant(byte[] octets) {
            this.octets = octets;
        }

        @Override
        public byte[] octets(Addressee reader) {
            return octets;
        }

        @Override
        public Optional<Stretch> stretch() {
            return Optional.of(Stretch.of(octets));
        }

        int length() {
            return octets.length;
        }
    }

    /** The same for every reader, and kept elsewhere, because other variants have it too. */
    final class Shared implements Segment {
        private final byte[] octets;

        /** @param octets kept, not copied */
        Shared(byte[] octets) {
            this.octets = octets;
        }

        @Override
        public byte[] octets(Addressee reader) {
            return octets;
        }

        @Override
        public Optional<Stretch> stretch() {
            return Optional.of(Stretch.of(octets));
        }
    }
}
