package gazette.subscriber;

/**
 * What a signed link says: for this purpose, this newsletter, this subscriber.
 *
 * @param newsletter its id
 * @param subscriber the store's number, from 0
 */
public record Token(Purpose purpose, String newsletter, long subscriber) {
    /** What a link may do. A token for one purpose is none for another. */
    public enum Purpose {
        UNSUBSCRIBE('u');

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
        if (subscriber < 0) {
            throw new IllegalArgumentException("no subscriber has the number " + subscriber);
        }
    }
}
