package gazette.subscriber;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A text file as it lies on the disk: how it is encoded, and a digest of its octets.
 *
 * @param digest SHA-256, in hexadecimal
 */
record ListFile(Path file, String digest, Charset charset) {
    /** What spreadsheets of Western Europe write when they are not asked for UTF-8. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Reads the file through once, in constant memory.
     *
     * @throws ListUnreadable when it is not there or may not be read
     */
    static ListFile examine(Path file) {
        try (InputStream octets = Files.newInputStream(file);
                DigestInputStream in = new DigestInputStream(octets, sha256())) {
            Charset charset =
                    isUtf8(in) ? StandardCharsets.UTF_8 : hasUtf16Mark(file) ? StandardCharsets.UTF_16 : WINDOWS;
            in.transferTo(OutputStream.nullOutputStream());
            return new ListFile(
                    file, HexFormat.of().formatHex(in.getMessageDigest().digest()), charset);
        } catch (NoSuchFileException missing) {
            throw new ListUnreadable(file, "there is no such file: create it, or take it out of the settings", missing);
        } catch (IOException unreadable) {
            throw new ListUnreadable(file, "it cannot be read (" + unreadable + ")", unreadable);
        }
    }

    private static boolean isUtf8(InputStream in) throws IOException {
        Reader strict = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        try {
            strict.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException someOtherEncoding) {
            return false;
        }
    }

    private static boolean hasUtf16Mark(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int mark = in.read() << 8 | in.read();
            return mark == 0xFEFF || mark == 0xFFFE;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasSha256) {
            throw new AssertionError(everyJavaHasSha256);
        }
    }

    /** The text from its beginning, without a byte order mark; the caller closes it. */
    BufferedReader open() throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }
}
