package gazette.edition;

/** How much of a story an edition prints. Columns hold the name. */
public enum Form {
    /** All of it. */
    LONG,
    /** Its title, picture and lead, and the way to the rest on the web. */
    SHORT,
    /** Its title among those under «also in brief», and the way to its page on the web. */
    BRIEF
}
