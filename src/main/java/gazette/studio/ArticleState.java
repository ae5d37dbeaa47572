package gazette.studio;

import java.util.Locale;

/** What becomes of an article, as lists show it. */
enum ArticleState {
    /** A file that nobody has picked up yet. */
    FRESH("plainpill"),
    /** In the coming edition, by itself or with another that tells the same. */
    IN("good"),
    /** For a later edition. */
    WAITING("warn"),
    /** In no edition, as things are. */
    OUT("plainpill"),
    /** In one that went out. */
    SENT("calm"),
    /** No candidate any more, and never sent. */
    PAST("plainpill"),
    /** A file that cannot be read. */
    UNREAD("bad");

    private final String look;

    ArticleState(String look) {
        this.look = look;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class of its pill. */
    String look() {
        return look;
    }
}
