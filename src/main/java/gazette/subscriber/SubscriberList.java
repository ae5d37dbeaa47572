package gazette.subscriber;

import gazette.subscriber.Subscribers.ListImport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * The operator's own list of subscribers: a CSV file. It is never written to.
 *
 * <p>Its first row has headings: {@code address} (or {@code email}, {@code e-mail}, {@code courriel}, {@code adresse}),
 * and as one likes {@code name}, {@code language}, {@code topics} (parted by {@code |} or {@code ;}), {@code cadence},
 * {@code since} (2024-12-30 or 30/12/2024), and fields of one's own, whose names become small letters without accents,
 * digits, {@code -} and {@code _}. Cells are parted by commas, semicolons or tabs; the text is UTF-8, UTF-16 with its
 * mark, or else Windows-1252. Breaks within a cell become spaces, but for an address, which may have none.
 */
public final class SubscriberList {
    private SubscriberList() {}

    /**
     * The file as something to import. Reads it through once for its version, which changes with its octets and with
     * {@code cadences}; its rows are read when they are asked for, in constant memory, and the file is closed after the
     * last. A bad row is a problem and the others are read.
     *
     * @param newsletter its id
     * @param cadences the newsletter's, at least one; the first is for rows that name none
     * @param confirmed whether many rows may vanish
     * @throws ListUnreadable when the file is missing or cannot be read; asking for the rows throws it for a file without
     *     headings, and for one in which a quotation mark is never closed
     */
    public static ListImport of(Path file, String newsletter, List<String> cadences, boolean confirmed) {
        ListFile examined = ListFile.examine(file);
        return new ListImport(
                newsletter,
                file.toString(),
                version(examined, cadences),
                cadences.get(0),
                problems -> new ListRows(examined, cadences, problems),
                confirmed);
    }

    /** The same rows mean something else when the cadences change: which is the first, and which there are. */
    private static String version(ListFile file, List<String> cadences) {
        byte[] names = String.join(",", cadences).getBytes(StandardCharsets.UTF_8);
        return file.digest() + "/" + HexFormat.of().formatHex(names);
    }
}
