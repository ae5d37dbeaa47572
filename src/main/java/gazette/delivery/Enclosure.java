package gazette.delivery;

import gazette.dkim.Draft;
import java.util.function.Supplier;

/** What goes into a letter. Safe to use from many threads. */
sealed interface Enclosure {
    /** How many octets it has; told without signing. */
    int size();

    /** The message, the same array each time; not to be changed. */
    byte[] octets();

    /** A message as it is. */
    final class Open implements Enclosure {
        private final byte[] octets;

        /** @param octets kept, not copied */
        Open(byte[] octets) {
            this.octets = octets;
        }

        @Override
        public int size() {
            return octets.length;
        }

        @Override
        public byte[] octets() {
            return octets;
        }
    }

    /** A message that is signed when its octets are first asked for, and then keeps its signature. */
    final class Signed implements Enclosure {
        private final byte[] octets;
        private final Draft draft;
        private final Supplier<byte[]> bodyHash;
        private boolean isSigned;

        /** @param octets begin with room for the signature, as much as {@code draft} says */
        Signed(byte[] octets, Draft draft, Supplier<byte[]> bodyHash) {
            this.octets = octets;
            this.draft = draft;
            this.bodyHash = bodyHash;
        }

        @Override
        public int size() {
            return octets.length;
        }

        @Override
        public synchronized byte[] octets() {
            if (!isSigned) {
                byte[] signature = draft.fields(bodyHash.get());
                System.arraycopy(signature, 0, octets, 0, signature.length);
                isSigned = true;
            }
            return octets;
        }
    }
}
