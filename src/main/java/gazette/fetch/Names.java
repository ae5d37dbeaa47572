package gazette.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host name; may take as long as it likes. Safe to use from many threads. */
@FunctionalInterface
interface Names {
    InetAddress[] addresses(String host) throws UnknownHostException;
}
