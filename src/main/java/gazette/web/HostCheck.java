package gazette.web;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which names of this server a request may call it by. A web page somewhere can make its own name resolve to this
 * machine (DNS rebinding); its requests still say that name.
 */
final class HostCheck {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");
    private static final Pattern NAME_AND_PORT = Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::\\d{1,5})?");
    private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-f:.]+]|\\d{1,3}(?:\\.\\d{1,3}){3}");

    private final String listening;
    private final Optional<String> published;

    HostCheck(String listening, URI url) {
        this.listening = bracketed(lowerCase(listening));
        this.published = Optional.ofNullable(url.getHost()).map(HostCheck::lowerCase);
    }

    /** Whether the {@code Host} header names this server. Where it listens on every address, any address is ours. */
    boolean isOurs(String header) {
        Matcher parts = NAME_AND_PORT.matcher(lowerCase(header));
        if (!parts.matches()) {
            return false;
        }
        String name = parts.group(1);
        return THIS_MACHINE.contains(name)
                || name.equals(listening)
                || published.filter(name::equals).isPresent()
                || (EVERYWHERE.contains(listening) && ADDRESS.matcher(name).matches());
    }

    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
