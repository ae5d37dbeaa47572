package gazette.text;

/** Why a text file was left as it is. */
public enum Objection {
    /** The file was changed, or is gone, since it was looked at. */
    CHANGED,
    /** Nothing is on that line, or what is there is no text of the article. */
    NO_TEXT,
    /** There is no day on that line, or in what was given for one. */
    NO_DATE,
    /** The file is not read as it is: what is wrong with it must be mended first, by hand. */
    UNREAD,
    /** It can be said, and the reading would not be what was asked for. */
    IN_VAIN,
    /** There is nothing of the kind to take back. */
    NOTHING_SAID,
    /** The file cannot be written: its permissions, or the disk. */
    UNWRITABLE
}
