package gazette.sink;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** A client's connection, read through a {@link Meter}. */
final class MeteredSocket extends Socket {
    private final Socket client;
    private final Meter meter;

    MeteredSocket(Socket client, Meter meter) {
        this.client = client;
        this.meter = meter;
    }

    @Override
    public InputStream getInputStream() {
        return meter;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return client.getOutputStream();
    }

    @Override
    public InetAddress getInetAddress() {
        return client.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return client.getLocalAddress();
    }

    @Override
    public int getPort() {
        return client.getPort();
    }

    @Override
    public synchronized int getSoTimeout() throws SocketException {
        return client.getSoTimeout();
    }

    @Override
    public boolean isClosed() {
        return client.isClosed();
    }

    @Override
    public synchronized void close() throws IOException {
        client.close();
    }
}
