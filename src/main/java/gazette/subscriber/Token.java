package gazette.subscriber;

/**
 * What a signed link says: for this purpose, this newsletter, this subscriber or this edition.
 *
 * @param newsletter its id
 * @param number of what the purpose is about, from 0
 */
public record Token(Purpose purpose, String newsletter, long number) {
    /** What a link may do. A token for one purpose is none for another. */
    public enum Purpose {
        /** Ends a subscription; the number is the store's own of the subscriber. */
        UNSUBSCRIBE('u'),
        /** Shows an edition to whoever has the link; the number is the edition's. */
        READ('r');

        /** What stands for it in a token; never changed, and never used for another: links live for years. */
        private final char sign;

        Purpose(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }
    }

    public Token {
        if (number < 0) {
            throw new IllegalArgumentException("neither a subscriber nor an edition has the number " + number);
        }
    }
}
