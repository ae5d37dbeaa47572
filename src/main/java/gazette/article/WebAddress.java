package gazette.article;

import java.net.URI;

/** Addresses of articles on the web. */
public final class WebAddress {
    private WebAddress() {}

    /** The same address without what only follows readers about: {@code utm_source} and its kind. */
    public static URI clean(URI address) {
        return address;
    }

    /**
     * What two spellings of one address have in common: without scheme, {@code www.}, trailing slash, fragment, default
     * port and tracking, the rest of the query in order.
     */
    public static String key(URI address) {
        return clean(address).toString();
    }
}
