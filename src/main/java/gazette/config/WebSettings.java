package gazette.config;

import java.net.URI;
import java.util.Optional;

/**
 * Where the web pages are.
 *
 * @param host to listen on, an IPv6 address without its brackets
 * @param port to listen on; 0 for one that the system chooses
 * @param url what readers' links begin with, without a slash at the end
 * @param studio where the studio is, on this machine alone; empty when it is where the readers' pages are
 */
public record WebSettings(String host, int port, URI url, Optional<Place> studio) {
    /**
     * A place to listen on.
     *
     * @param host an IPv6 address without its brackets
     * @param port 0 for one that the system chooses
     */
    public record Place(String host, int port) {}
}
