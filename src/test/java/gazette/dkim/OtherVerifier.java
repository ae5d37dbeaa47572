package gazette.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second reader of signatures, written from RFC 6376 with regular expressions on whole texts and nothing of the
 * program's: two that are made so differently do not make the same mistake.
 */
public final class OtherVerifier {
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Map<String, String> records;

    /** @param records TXT records by name, without a dot at the end */
    public OtherVerifier(Map<String, String> records) {
        this.records = records;
    }

    /** A word for each signature, from the top: {@code pass}, or what is wrong. */
    public List<String> verdicts(byte[] message) throws GeneralSecurityException {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        List<String> fields = new ArrayList<>();
        Matcher each = Pattern.compile("[^\r\n]+(?:\r\n[ \t][^\r\n]*)*\r\n").matcher(text.substring(0, end + 2));
        while (each.find()) {
            fields.add(each.group());
        }
        List<String> verdicts = new ArrayList<>();
        for (String field : fields) {
            if (name(field).equals("dkim-signature")) {
                verdicts.add(verdict(field, fields, text.substring(end + 4)));
            }
        }
        return verdicts;
    }

    private String verdict(String own, List<String> fields, String body) throws GeneralSecurityException {
        Map<String, String> tags = tags(own.substring(own.indexOf(':') + 1));
        byte[] hash = sha256(body(body));
        if (!Base64.getEncoder().encodeToString(hash).equals(tags.getOrDefault("bh", ""))) {
            return "body";
        }
        StringBuilder signed = new StringBuilder();
        List<String> left = new ArrayList<>(fields);
        for (String name : tags.getOrDefault("h", "").toLowerCase(Locale.ROOT).split(":")) {
            for (int i = left.size() - 1; i >= 0; i--) {
                if (name(left.get(i)).equals(name)) {
                    signed.append(field(left.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        signed.append(field(own.replaceFirst("(?s)([;\\s]b\\s*=)[^;]*", "$1")));
        Map<String, String> record = tags(
                records.getOrDefault(tags.getOrDefault("s", "") + "._domainkey." + tags.getOrDefault("d", ""), "p="));
        return verifies(tags, record, signed.toString()) ? "pass" : "signature";
    }

    private static boolean verifies(Map<String, String> tags, Map<String, String> record, String signed)
            throws GeneralSecurityException {
        boolean rsa = tags.getOrDefault("a", "").equals("rsa-sha256");
        byte[] key = Base64.getDecoder().decode(record.getOrDefault("p", ""));
        byte[] encoded = rsa ? key : Arrays.copyOf(ED25519, ED25519.length + key.length);
        if (!rsa) {
            System.arraycopy(key, 0, encoded, ED25519.length, key.length);
        }
        PublicKey open =
                KeyFactory.getInstance(rsa ? "RSA" : "Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
        signature.initVerify(open);
        signature.update(rsa ? signed.getBytes(StandardCharsets.ISO_8859_1) : sha256(signed));
        return signature.verify(Base64.getDecoder().decode(tags.getOrDefault("b", "")));
    }

    private static Map<String, String> tags(String list) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : list.replaceAll("\\s", "").split(";")) {
            int equals = tag.indexOf('=');
            tags.put(tag.substring(0, equals), tag.substring(equals + 1));
        }
        return tags;
    }

    private static String name(String field) {
        return field.substring(0, field.indexOf(':')).strip().toLowerCase(Locale.ROOT);
    }

    /** RFC 6376, 3.4.2, without the last line end. */
    static String field(String field) {
        String value = field.substring(field.indexOf(':') + 1)
                .replace("\r\n", "")
                .replaceAll("[ \t]+", " ")
                .replaceAll("^ | $", "");
        return name(field) + ":" + value;
    }

    /** RFC 6376, 3.4.4. */
    static String body(String body) {
        String bare = body.replaceAll("[ \t]+(?=\r\n|\\z)", "")
                .replaceAll("[ \t]+", " ")
                .replaceAll("(\r\n)+\\z", "");
        return bare.isEmpty() ? "" : bare + "\r\n";
    }

    private static byte[] sha256(String text) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
