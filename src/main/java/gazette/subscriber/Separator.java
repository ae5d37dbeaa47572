package gazette.subscriber;

import java.io.IOException;
import java.io.Reader;

/** What stands between the cells of a list: a comma, a semicolon (spreadsheets in French and others) or a tab. */
final class Separator {
    /** In characters: as much of the first line is looked at. */
    private static final int FAR_ENOUGH = 8_192;

    private Separator() {}

    /** The candidate that the first line has most of, outside quotation marks; a comma when it has none. Reads nothing off. */
    static char of(Reader text) throws IOException {
        char[] buffer = new char[FAR_ENOUGH];
        text.mark(FAR_ENOUGH);
        int length = 0;
        for (int n = 0; n >= 0 && length < FAR_ENOUGH; n = text.read(buffer, length, FAR_ENOUGH - length)) {
            length += n;
        }
        text.reset();
        return of(new String(buffer, 0, length));
    }

    static char of(String text) {
        int[] counts = new int[3];
        boolean isQuoted = false;
        for (char c : text.stripLeading().toCharArray()) {
            isQuoted ^= c == '"';
            if (!isQuoted && (c == '\n' || c == '\r')) {
                break;
            }
            int candidate = ",;\t".indexOf(c);
            if (!isQuoted && candidate >= 0) {
                counts[candidate]++;
            }
        }
        int most = counts[1] > counts[0] ? 1 : 0;
        return ",;\t".charAt(counts[2] > counts[most] ? 2 : most);
    }
}
