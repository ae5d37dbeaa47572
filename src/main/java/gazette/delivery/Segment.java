package gazette.delivery;

/** A stretch of a message: the same octets for every reader, or made for each. Immutable. */
@FunctionalInterface
interface Segment {
    /**
     * The octets for {@code reader}; not to be changed.
     *
     * @throws IllegalArgumentException when a value cannot stand there
     */
    byte[] octets(Addressee reader);

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

        int length() {
            return octets.length;
        }
    }
}
