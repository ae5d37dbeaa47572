package gazette.delivery;

import gazette.dkim.Draft;
import java.util.Optional;
import java.util.function.Supplier;

/** What goes into a letter. Safe to use from many threads. */
sealed interface Enclosure {
    /** How many octets it has; told without signing. */
    int size();

    /** The message. */
    Spliced octets();

    /** A message as it is. */
    final class Open implements Enclosure {
        private final Spliced octets;

        Open(Spliced octets) {
            this.octets = octets;
        }

        @Override
        public int size() {
            return octets.length();
        }

        @Override
        public Spliced octets() {
            return octets;
        }
    }

    /** A message that is signed when its octets are first asked for, and then keeps its signature. */
    final class Signed implements Enclosure {
        private final Spliced unsigned;
        private final Draft draft;
        private final Supplier<byte[]> bodyHash;
        private Optional<Spliced> signed = Optional.empty();

        Signed(Spliced unsigned, Draft draft, Supplier<byte[]> bodyHash) {
            this.unsigned = unsigned;
            this.draft = draft;
            this.bodyHash = bodyHash;
        }

        @Override
        public int size() {
            return draft.length() + unsigned.length();
        }

        @Override
        public synchronized Spliced octets() {
            if (signed.isEmpty()) {
                signed = Optional.of(Spliced.of(draft.fields(bodyHash.get())).and(unsigned));
            }
            return signed.get();
        }
    }
}
