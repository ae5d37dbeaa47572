package gazette.check;

/** A stretch of what is said, of one kind. */
public record Run(String words, Kind kind) {
    /** What a page sets apart. */
    public enum Kind {
        /** In the language of the whole. */
        PROSE,
        /** The same in every language. */
        NAME,
        /** To be typed as it is. */
        CODE,
        /** Words of others, in English for the most part. */
        SAID
    }
}
