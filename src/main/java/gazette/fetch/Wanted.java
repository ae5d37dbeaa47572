package gazette.fetch;

/** What one hopes to find at an address; servers that have several forms of it choose by this. */
public enum Wanted {
    FEED("application/rss+xml, application/atom+xml, application/feed+json,"
            + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.9, text/html;q=0.5, */*;q=0.1"),
    /** First the forms that every mail program shows. */
    PICTURE("image/jpeg, image/png, image/gif, image/*;q=0.2, */*;q=0.1"),
    /** Whether anything is there for a browser: it is not read. */
    PAGE("text/html, application/xhtml+xml, */*;q=0.8");

    private final String accept;

    Wanted(String accept) {
        this.accept = accept;
    }

    /** The value of {@code Accept} (RFC 9110 section 12.5.1). */
    String accept() {
        return accept;
    }
}
