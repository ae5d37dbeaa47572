package gazette.article;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses of articles on the web. */
public final class WebAddress {
    private static final Pattern INDEX = Pattern.compile("/index\\.(?:html?|php)$");
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

    private WebAddress() {}

    /**
     * The address that {@code reference} stands for on a page at {@code base}, read as browsers read it: blanks around it
     * and line breaks in it do not count, {@code \} is {@code /}, a host of any script becomes its A-labels, and what may
     * not stand in an address is percent-encoded. Names and passwords before a host are left out: they only ever serve to
     * disguise it.
     *
     * @return absolute and http, https or mailto; empty for anything else, and for what is longer than 8,192 characters
     */
    public static Optional<URI> resolve(URI base, String reference) {
        return Reference.read(base, reference);
    }

    /**
     * The same address without what only follows readers about: {@code utm_source} and its kind, in the query or alone in
     * the fragment. Everything else stays octet for octet.
     */
    public static URI clean(URI address) {
        if (address.isOpaque()) {
            return address;
        }
        String whole = address.toString();
        int hash = whole.indexOf('#');
        String page = hash < 0 ? whole : whole.substring(0, hash);
        String fragment = hash < 0 ? "" : whole.substring(hash);
        int mark = page.indexOf('?');
        if (mark >= 0) {
            String query = page.substring(mark + 1);
            String kept = untracked(query);
            page = kept.equals(query) ? page : page.substring(0, mark) + (kept.isEmpty() ? "" : "?" + kept);
        }
        if (fragment.length() > 1
                && untracked(fragment.replaceFirst("^#\\??", "")).isEmpty()) {
            fragment = "";
        }
        String cleaned = page + fragment;
        return cleaned.equals(whole) || page.isEmpty() ? address : URI.create(cleaned);
    }

    /**
     * What two spellings of one address have in common: without scheme, {@code www.}, trailing slash, {@code index.html},
     * fragment, default port and tracking, the rest of the query in order. Letters of the host are small, needless
     * percent-encoding is gone (RFC 3986 section 6.2.2). {@code m.} and {@code amp} stay: a repeat is found by its words
     * later, but two pages taken for one would lose an article. So does a fragment that is a page: {@code #!/12}.
     */
    public static String key(URI address) {
        URI cleaned = clean(address);
        String scheme = String.valueOf(cleaned.getScheme()).toLowerCase(Locale.ROOT);
        String authority = cleaned.getRawAuthority();
        if (authority == null || !(scheme.equals("http") || scheme.equals("https"))) {
            return cleaned.toString();
        }
        String host = authority
                .substring(authority.lastIndexOf('@') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceFirst(scheme.equals("http") ? ":(?:80)?$" : ":(?:443)?$", "")
                .replaceFirst("^www\\.(?=.*\\.)", "");
        String path = INDEX.matcher(plain(cleaned.getRawPath())).replaceFirst("/");
        String query = Optional.ofNullable(cleaned.getRawQuery()).orElse("");
        String fragment = Optional.ofNullable(cleaned.getRawFragment()).orElse("");
        return host
                + path.substring(0, endWithoutSlashes(path))
                + (query.isEmpty() ? "" : "?" + plain(query))
                + (fragment.startsWith("!") ? "#" + fragment : "");
    }

    private static int endWithoutSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return end;
    }

    private static String untracked(String parts) {
        return Arrays.stream(parts.split("&", -1))
                .filter(part -> !Tracking.isIn(part))
                .collect(Collectors.joining("&"));
    }

    /** Without escapes of characters that need none, the others with large letters. */
    private static String plain(String encoded) {
        return ESCAPE.matcher(encoded).replaceAll(escape -> {
            char c = (char) Integer.parseInt(escape.group(1), 16);
            boolean unreserved = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            return Matcher.quoteReplacement(
                    unreserved ? String.valueOf(c) : escape.group().toUpperCase(Locale.ROOT));
        });
    }
}
