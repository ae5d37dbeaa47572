package gazette.sink;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Says octets to an SMTP server as they are: what a library would never send. */
public final class RawMail {
    private RawMail() {}

    /** The reply to a message, with dots doubled and its end added. */
    public static String send(int port, List<String> recipients, byte[] message) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20_000);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = socket.getOutputStream();
            in.readLine();
            say(out, in, "HELO localhost");
            say(out, in, "MAIL FROM:<lettre@example.org>");
            for (String recipient : recipients) {
                say(out, in, "RCPT TO:<" + recipient + ">");
            }
            say(out, in, "DATA");
            out.write(stuffed(message));
            String reply = say(out, in, ".");
            say(out, in, "QUIT");
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same to one reader, of text whose lines end in LF. */
    public static String send(int port, String message) {
        return send(
                port,
                List.of("reader-1@example.org"),
                message.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String say(OutputStream out, BufferedReader in, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return String.valueOf(in.readLine());
    }

    private static byte[] stuffed(byte[] message) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(message.length + 100);
        boolean isLineBeginning = true;
        for (byte octet : message) {
            if (isLineBeginning && octet == '.') {
                lines.write('.');
            }
            lines.write(octet);
            isLineBeginning = octet == '\n';
        }
        int size = message.length;
        boolean isEnded = size > 1 && message[size - 2] == '\r' && message[size - 1] == '\n';
        if (!isEnded) {
            lines.writeBytes(new byte[] {'\r', '\n'});
        }
        return lines.toByteArray();
    }
}
