package gazette.dkim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The signature of a message whose body was not hashed yet. Immutable. */
public final class Draft {
    private static final String CANONICAL_NAME = "dkim-signature";

    private final byte[] head;
    private final List<Part> parts;

    /** One field of it, up to the body's hash. */
    record Part(SignaturePool key, String opening) {
        int length() {
            return SignatureField.length(opening, key.key().key());
        }
    }

    /** @param head the fields that are signed, in canonical form */
    Draft(byte[] head, List<Part> parts) {
        this.head = head;
        this.parts = parts;
    }

    /** How many octets {@link #fields} will give. */
    public int length() {
        return parts.stream().mapToInt(Part::length).sum();
    }

    /** The signature fields, to stand before the message; the costly part. */
    public byte[] fields(byte[] bodyHash) {
        String hash = Base64.getEncoder().encodeToString(bodyHash);
        ByteArrayOutputStream fields = new ByteArrayOutputStream(length());
        parts.forEach(part -> fields.writeBytes(field(part, hash)));
        return fields.toByteArray();
    }

    private byte[] field(Part part, String bodyHash) {
        String unsigned = SignatureField.unsigned(part.opening(), bodyHash);
        byte[] octets = unsigned.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream signed = new ByteArrayOutputStream(head.length + octets.length);
        signed.writeBytes(head);
        HeadField.relax(CANONICAL_NAME, octets, SignatureField.NAME.length() + 1, octets.length, signed);
        String signature = Base64.getEncoder().encodeToString(part.key().sign(signed.toByteArray()));
        return SignatureField.signed(unsigned, signature).getBytes(StandardCharsets.US_ASCII);
    }
}
