package gazette.render;

import java.io.Writer;

/** Keeps what is written, up to a number of characters. For one thread. */
final class CappedWriter extends Writer {
    private final StringBuilder written = new StringBuilder();
    private final int most;

    CappedWriter(int most) {
        this.most = most;
    }

    @Override
    public void write(char[] characters, int from, int length) throws Overrun {
        if (written.length() + length > most) {
            throw new Overrun("it printed more than " + most + " characters");
        }
        written.append(characters, from, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return written.toString();
    }
}
