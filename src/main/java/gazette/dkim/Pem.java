package gazette.dkim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key as text: base64 between two lines (RFC 7468 section 10). */
final class Pem {
    private static final String LABEL = "PRIVATE KEY";
    private static final Pattern BLOCK =
            Pattern.compile("(?s)-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----(.*?)-----END \\1-----");
    private static final String REMEDY = "make one with `gazette dkim keygen`, or turn yours into PKCS#8 without a"
            + " password: openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW";

    /** {@code INTEGER 0, SEQUENCE { rsaEncryption, NULL }}: what PKCS#8 puts before an RSA key (RFC 5208 section 5). */
    private static final byte[] OF_RSA = {
        2, 1, 0, 0x30, 13, 6, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 13, 1, 1, 1, 5, 0
    };

    private static final byte SEQUENCE = 0x30;
    private static final byte OCTET_STRING = 4;

    private Pem() {}

    /** The PKCS#8 octets of the first private key in {@code text}. */
    static byte[] read(String text) {
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new KeyUnusable("holds no private key: there is no line -----BEGIN " + LABEL + "-----", REMEDY);
        }
        String label = block.group(1);
        if (!label.equals(LABEL) && !label.equals("RSA " + LABEL)) {
            throw new KeyUnusable("holds a key of the kind " + label, REMEDY);
        }
        byte[] octets = decoded(block.group(2));
        return label.equals(LABEL) ? octets : wrapped(octets);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new KeyUnusable("holds a damaged key", REMEDY, notBase64);
        }
    }

    /** An RSA key as OpenSSL wrote it before version 3 (PKCS#1), as PKCS#8. */
    private static byte[] wrapped(byte[] rsa) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream(rsa.length + 40);
        inner.writeBytes(OF_RSA);
        inner.writeBytes(element(OCTET_STRING, rsa));
        return element(SEQUENCE, inner.toByteArray());
    }

    private static byte[] element(byte tag, byte[] value) {
        ByteArrayOutputStream element = new ByteArrayOutputStream(value.length + 5);
        element.write(tag);
        element.write(0x82); // the length follows in two octets: no key to sign with is shorter or longer
        element.write(value.length >> 8);
        element.write(value.length);
        element.writeBytes(value);
        return element.toByteArray();
    }

    /** The text of a key's PKCS#8 octets. */
    static String of(byte[] octets) {
        byte[] lineEnd = {'\n'};
        String base64 = new String(Base64.getMimeEncoder(64, lineEnd).encode(octets), StandardCharsets.US_ASCII);
        return "-----BEGIN " + LABEL + "-----\n" + base64 + "\n-----END " + LABEL + "-----\n";
    }
}
