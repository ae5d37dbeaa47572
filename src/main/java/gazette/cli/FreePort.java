package gazette.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port for the demo, which has to know its own address before it serves it. */
final class FreePort {
    private FreePort() {}

    /** {@code wanted} if it is free, else another that is; 0 for any. */
    static int near(String host, int wanted) throws IOException {
        return wanted != 0 && isFree(host, wanted) ? wanted : any(host);
    }

    private static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int any(String host) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return socket.getLocalPort();
        }
    }
}
