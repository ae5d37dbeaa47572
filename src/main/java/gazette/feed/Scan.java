package gazette.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * An XML document as a tree, repaired where feeds are known to be broken.
 *
 * <p>What is well-formed is read by the JDK's parser, as XML says ({@link StrictXml}). Anything else is read as it was
 * meant ({@link LooseXml}). Nothing outside the document is ever looked at, and nothing here recurses.
 *
 * @param root empty when the document is refused
 * @param encoding the charset that it was read in
 * @param refusal why it cannot be read, and what to do; empty when it was
 */
record Scan(Optional<Element> root, String encoding, String refusal) {
    /** Longest run of blanks before the document that is passed over for the strict reader, in characters. */
    private static final int BLANKS = 4096;

    /**
     * Reads a document.
     *
     * @param contentType what the server said it is
     */
    static Scan of(byte[] octets, Optional<String> contentType) {
        Optional<String> refusal = NoFeed.atFirstSight(octets);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        Decoding decoding = Decoding.of(octets, contentType);
        String head = decoding.head();
        if (Beginning.isPage(head)) {
            return refused(NoFeed.PAGE);
        }
        Optional<Element> root = StrictXml.read(document(decoding)).or(() -> LooseXml.read(decoding.text()));
        return root.isPresent() ? new Scan(root, decoding.name(), "") : refused(NoFeed.inWords(head));
    }

    private static Scan refused(String why) {
        return new Scan(Optional.empty(), "", why);
    }

    /** The document from its first character on that is not blank. */
    private static Reader document(Decoding decoding) {
        BufferedReader reader = new BufferedReader(decoding.reader());
        try {
            reader.mark(BLANKS);
            int passed = 0;
            for (int c = reader.read(); passed < BLANKS - 1 && isBlank(c); c = reader.read()) {
                passed++;
            }
            reader.reset();
            reader.skip(passed);
            return reader;
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private static boolean isBlank(int c) {
        return (c >= 0 && c <= ' ') || c == 0xFEFF;
    }
}
