package gazette.markup;

import gazette.article.WebAddress;
import java.net.URI;
import java.util.Optional;

/** Where links of a page at one address lead. */
final class Links {
    private final URI base;
    private final String page;

    Links(URI base) {
        this.base = base;
        this.page = withoutFragment(base);
    }

    /** Without what follows readers about; empty for a place on the same page, and for what is no link for a mail. */
    Optional<URI> to(String reference) {
        if (reference.isBlank() || reference.stripLeading().startsWith("#")) {
            return Optional.empty();
        }
        return WebAddress.resolve(base, reference)
                .filter(address -> address.getRawFragment() == null
                        || !withoutFragment(address).equals(page))
                .map(WebAddress::clean);
    }

    static boolean isWeb(URI address) {
        return "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    }

    private static String withoutFragment(URI address) {
        String whole = address.toString();
        int hash = whole.indexOf('#');
        return hash < 0 ? whole : whole.substring(0, hash);
    }
}
