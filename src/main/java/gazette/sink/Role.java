package gazette.sink;

/** How the header tells of whom a copy was delivered to (RFC 5322 section 3.6.3). */
public enum Role {
    /** In {@code To}. */
    TO,
    /** In {@code Cc}. */
    CC,
    /** In neither: a blind copy, or one by way of a list. */
    BCC
}
