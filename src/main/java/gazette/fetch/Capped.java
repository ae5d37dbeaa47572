package gazette.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once more than {@code most} octets came out of it. */
final class Capped extends FilterInputStream {
    private final int most;
    private final String what;
    private long read;

    /** Says {@code what} when there are more. */
    Capped(InputStream in, int most, String what) {
        super(in);
        this.most = most;
        this.what = what;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int more = super.read(into, from, length);
        count(Math.max(0, more));
        return more;
    }

    @Override
    public long skip(long octets) throws IOException {
        return read(new byte[(int) Math.min(octets, 8192)]);
    }

    private void count(int more) throws Refused {
        read += more;
        if (read > most) {
            throw new Refused(what);
        }
    }
}
