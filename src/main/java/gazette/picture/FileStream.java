package gazette.picture;

import javax.imageio.stream.ImageInputStreamImpl;

/** A file in memory as the JDK's readers want it; that of the JDK itself would hold it a second time. */
final class FileStream extends ImageInputStreamImpl {
    private final byte[] file;

    FileStream(byte[] file) {
        this.file = file;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < file.length ? file[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        bitOffset = 0;
        if (streamPos >= file.length) {
            return -1;
        }
        int count = (int) Math.min(length, file.length - streamPos);
        System.arraycopy(file, (int) streamPos, into, from, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return file.length;
    }
}
