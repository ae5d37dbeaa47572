package gazette.sink;

/**
 * A part of a message, or the message itself.
 *
 * @param number as IMAP counts them (RFC 3501 section 6.4.5): {@code 1.2} is the second part of the first; {@code 0} for
 *     the message itself
 * @param depth 0 for the message
 * @param mediaType such as {@code text/html}, in lower case, without parameters; what the sender says, not what it is
 * @param charset as it is written; empty when nothing is
 * @param encoding for transfer, in lower case; empty when nothing is written
 * @param name of the file that it is to be; empty when it has none
 * @param contentId by which the HTML refers to it, without angle brackets (RFC 2392); empty when it has none
 * @param isAttachment whether it is meant to be kept rather than shown (RFC 2183 section 2.2)
 * @param begin of its content in the message, in octets
 * @param end of its content in the message, in octets
 */
public record MimePart(
        String number,
        int depth,
        String mediaType,
        String charset,
        String encoding,
        String name,
        String contentId,
        boolean isAttachment,
        int begin,
        int end) {
    /** The number of the message itself. */
    static final String WHOLE = "0";

    /** Its size as the message carries it. */
    public int octets() {
        return end - begin;
    }

    /** Whether it is made of parts. */
    public boolean isMultipart() {
        return mediaType.startsWith("multipart/");
    }

    /** Whether it is shown as the message's words, if no other part of the type comes before it. */
    boolean isBody(String type) {
        return mediaType.equals(type) && !isAttachment;
    }
}
