package gazette.render;

import java.io.Writer;

/** Keeps what is written, up to a number of characters. For one thread. */
class CappedWriter extends Writer {
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
    public final void flush() {}

    @Override
    public final void close() {}

    /** How many characters were written. */
    final int length() {
        return written.length();
    }

    @Override
    public final String toString() {
        return written.toString();
    }
}
