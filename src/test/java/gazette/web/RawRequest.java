package gazette.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Requests as no HTTP client would send them. */
public final class RawRequest {
    private RawRequest() {}

    /** What came back, up to its end. */
    public record Answer(int status, String head, String body) {}

    public static Answer to(int port, String request) {
        return to(InetAddress.getLoopbackAddress(), port, request);
    }

    public static Answer to(InetAddress address, int port, String request) {
        try (Socket socket = new Socket(address, port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            return new Answer(Integer.parseInt(all.substring(9, 12)), all.substring(0, end), all.substring(end + 4));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A connection on which only {@code beginning} was said. */
    public static Socket open(int port, String beginning) throws IOException {
        return new Visitor(port).open(beginning);
    }

    /** An address of this machine by which others reach it, if it has one. */
    public static Optional<InetAddress> otherAddress() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .findFirst();
        } catch (SocketException noNetwork) {
            return Optional.empty();
        }
    }
}
