package gazette.config;

import java.net.URI;

/**
 * Where the web pages are.
 *
 * @param host to listen on, an IPv6 address without its brackets
 * @param port to listen on; 0 for one that the system chooses
 * @param url what readers' links begin with, without a slash at the end
 */
public record WebSettings(String host, int port, URI url) {}
