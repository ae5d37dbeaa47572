package gazette.dkim;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the DNS has to say of a key: a TXT record (RFC 6376 section 3.6.1).
 *
 * @param name {@code selector._domainkey.domain}, without a dot at the end
 * @param value as a web form takes it, on one line
 */
public record KeyRecord(String name, String value) {
    /** Most octets of one string of a TXT record (RFC 1035 section 3.3). */
    private static final int STRING = 255;

    /** Octets of a public key of Ed25519, the last ones of its encoding (RFC 8410 section 4). */
    private static final int ED25519_OCTETS = 32;

    static KeyRecord of(String selector, String domain, SigningKey key) {
        String open = Base64.getEncoder().encodeToString(published(key.kind(), key.open()));
        return new KeyRecord(
                selector + "._domainkey." + domain, "v=DKIM1; k=" + key.kind().tag() + "; p=" + open);
    }

    /** RSA as ASN.1 has it, Ed25519 bare (RFC 8463 section 4.2). */
    private static byte[] published(KeyKind kind, PublicKey open) {
        byte[] encoded = open.getEncoded();
        return kind == KeyKind.RSA
                ? encoded
                : Arrays.copyOfRange(encoded, encoded.length - ED25519_OCTETS, encoded.length);
    }

    /** The value cut into strings that a TXT record can hold; a reader of the record joins them without a blank. */
    public List<String> strings() {
        List<String> strings = new ArrayList<>();
        for (int from = 0; from < value.length(); from += STRING) {
            strings.add(value.substring(from, Math.min(value.length(), from + STRING)));
        }
        return strings;
    }

    /** The record as a line of a zone file. */
    public String zoneLine() {
        String quoted = strings().stream().map(string -> '"' + string + '"').collect(Collectors.joining(" "));
        return name + ". IN TXT (" + quoted + ")";
    }
}
