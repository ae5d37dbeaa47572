package gazette.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address as people and programs write it, which is rarely as RFC 3986 section 4.1 has it. */
final class Reference {
    /** In characters; nothing that is longer is meant for people. */
    private static final int LONGEST = 8_192;

    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");

    /** Authority, path, query and fragment of what follows {@code https:}. */
    private static final Pattern PARTS = Pattern.compile("^([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?$", Pattern.DOTALL);

    /** What may stand in a path as it is, besides letters and digits: RFC 3986 section 3.3. */
    private static final String IN_PATH = "/-._~!$&'()*+,;=:@";

    /** And in a query or fragment: RFC 3986 section 3.4. */
    private static final String IN_QUERY = "/?-._~!$&()*+,;=:@";

    private Reference() {}

    static Optional<URI> read(URI base, String reference) {
        String text = trimmed(reference);
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.find()) {
            return isWeb(base) ? relative(base, text) : Optional.empty();
        }
        String rest = text.substring(scheme.end());
        return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
            case "mailto" -> mail(rest);
            case "http" -> web("http", base, rest);
            case "https" -> web("https", base, rest);
            default -> Optional.empty();
        };
    }

    /** Without blanks and controls at the ends, and without the line breaks and tabs that browsers skip anywhere. */
    private static String trimmed(String reference) {
        int from = 0;
        int to = reference.length();
        while (from < to && isSkipped(reference.charAt(from))) {
            from++;
        }
        while (to > from && isSkipped(reference.charAt(to - 1))) {
            to--;
        }
        return reference.substring(from, to).replaceAll("[\t\n\r]", "");
    }

    private static boolean isSkipped(char c) {
        return c <= ' ' || c == 0x7F || c == 0xFEFF || Character.isSpaceChar(c);
    }

    private static boolean isWeb(URI base) {
        return base.getRawAuthority() != null
                && ("http".equalsIgnoreCase(base.getScheme()) || "https".equalsIgnoreCase(base.getScheme()));
    }

    private static Optional<URI> mail(String rest) {
        String address = encoded(rest, IN_QUERY + "'");
        return address.isEmpty() ? Optional.empty() : parsed("mailto:" + address);
    }

    private static Optional<URI> web(String scheme, URI base, String rest) {
        boolean hasSlashes = rest.startsWith("/") || rest.startsWith("\\");
        if (!hasSlashes && isWeb(base) && scheme.equalsIgnoreCase(base.getScheme())) {
            return relative(base, rest);
        }
        return absolute(scheme, rest.replaceFirst("^[/\\\\]+", ""));
    }

    private static Optional<URI> relative(URI base, String text) {
        String scheme = base.getScheme().toLowerCase(Locale.ROOT);
        String slashed = slashed(text);
        if (slashed.startsWith("//")) {
            return absolute(scheme, slashed.replaceFirst("^/+", ""));
        }
        String authority = base.getRawAuthority();
        String path = base.getRawPath();
        if (slashed.startsWith("/")) {
            return absolute(scheme, authority + slashed);
        }
        if (slashed.startsWith("?") || slashed.startsWith("#") || slashed.isEmpty()) {
            String query = base.getRawQuery() == null || slashed.startsWith("?") ? "" : "?" + base.getRawQuery();
            return absolute(scheme, authority + path + query + slashed);
        }
        return absolute(
                scheme, authority + path.substring(0, path.lastIndexOf('/') + 1).replaceFirst("^$", "/") + slashed);
    }

    /** With slashes for backslashes, as far as the path goes. */
    private static String slashed(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        int end = parts.end(2);
        return text.substring(0, end).replace('\\', '/') + text.substring(end);
    }

    private static Optional<URI> absolute(String scheme, String rest) {
        Matcher parts = PARTS.matcher(slashed(rest));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String query = Optional.ofNullable(parts.group(3)).orElse("");
        String fragment = Optional.ofNullable(parts.group(4)).orElse("");
        String after = withoutDots(encoded(parts.group(2), IN_PATH))
                + (query.isEmpty() ? "" : "?" + encoded(query.substring(1), IN_QUERY))
                + (fragment.isEmpty() ? "" : "#" + encoded(fragment.substring(1), IN_QUERY));
        return Host.read(scheme, parts.group(1)).flatMap(host -> parsed(scheme + "://" + host + after));
    }

    private static Optional<URI> parsed(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Percent-encoded in UTF-8 but for letters, digits, {@code kept} and what is encoded already. */
    private static String encoded(String text, String kept) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || kept.indexOf(c) >= 0 || isEscape(text, i))) {
                out.append((char) c);
            } else {
                boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                for (byte octet : Character.toString(half ? 0xFFFD : c).getBytes(UTF_8)) {
                    out.append('%').append(String.format(Locale.ROOT, "%02X", octet));
                }
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static boolean isEscape(String text, int i) {
        return text.charAt(i) == '%'
                && i + 2 < text.length()
                && Character.digit(text.charAt(i + 1), 16) >= 0
                && Character.digit(text.charAt(i + 2), 16) >= 0
                && text.charAt(i + 1) < 0x80
                && text.charAt(i + 2) < 0x80;
    }

    /** With {@code .} and {@code ..} taken, however they are spelled: RFC 3986 section 5.2.4. */
    private static String withoutDots(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            switch (segments[i].toLowerCase(Locale.ROOT).replace("%2e", ".")) {
                case "." -> {
                    if (last) {
                        kept.addLast("");
                    }
                }
                case ".." -> {
                    kept.pollLast();
                    if (last) {
                        kept.addLast("");
                    }
                }
                default -> kept.addLast(segments[i]);
            }
        }
        StringBuilder out = new StringBuilder(path.length());
        for (Iterator<String> segment = kept.iterator(); segment.hasNext(); ) {
            out.append('/').append(segment.next());
        }
        return out.toString();
    }
}
