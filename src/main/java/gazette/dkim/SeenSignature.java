package gazette.dkim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A {@code DKIM-Signature} field in a message, whoever made it (RFC 6376 section 3.5). Immutable. */
public final class SeenSignature {
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");

    /** The value of {@code b=}: no other tag ends in this letter behind a semicolon. */
    private static final Pattern OWN_VALUE = Pattern.compile("((?:^|;)[ \\t\\r\\n]*b[ \\t\\r\\n]*=)[^;]*");

    private final byte[] message;
    private final Head head;
    private final HeadField field;
    private final Map<String, String> tags;

    private SeenSignature(byte[] message, Head head, HeadField field) {
        this.message = message;
        this.head = head;
        this.field = field;
        this.tags = tags(field.content());
    }

    /** All of {@code message}, whose lines end in CRLF, from the top. */
    public static List<SeenSignature> in(byte[] message) {
        Head head = Head.of(message);
        return head.fields().stream()
                .filter(field -> field.name().equals("dkim-signature"))
                .map(field -> new SeenSignature(message, head, field))
                .toList();
    }

    /** A tag that is there twice makes a signature void (RFC 6376 section 3.2); so it is left out, and missed. */
    private static Map<String, String> tags(String content) {
        Map<String, String> tags = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (String tag : content.split(";")) {
            String[] parts = tag.split("=", 2);
            String name = BLANKS.matcher(parts[0]).replaceAll("");
            if (parts.length == 2 && tags.putIfAbsent(name, parts[1].strip()) != null) {
                twice.add(name);
            }
        }
        tags.keySet().removeAll(twice);
        return tags;
    }

    private String tag(String name) {
        return BLANKS.matcher(tags.getOrDefault(name, "")).replaceAll("");
    }

    /** Who signs, in small letters. */
    public String domain() {
        return tag("d").toLowerCase(Locale.ROOT);
    }

    public String selector() {
        return tag("s");
    }

    /** As {@code a=} has it, such as {@code rsa-sha256}. */
    public String algorithm() {
        return tag("a").toLowerCase(Locale.ROOT);
    }

    /** Whether it covers the beginning of the body alone, so that anybody can add to it. */
    public boolean isOfABeginning() {
        return tags.containsKey("l");
    }

    /** The names of the fields that it covers, in small letters, in its order. */
    public List<String> names() {
        return Arrays.stream(tag("h").toLowerCase(Locale.ROOT).split(":"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * Whether the message is still what {@code domain} signed; empty when the signature is not by one of its keys, or not
     * in the form that this program signs in.
     */
    public Optional<Boolean> verifiesBy(SigningDomain domain) {
        return domain.keys().stream()
                .filter(key -> domain.name().equals(domain()) && key.selector().equalsIgnoreCase(selector()))
                .filter(key -> key.key().kind().algorithm().equals(algorithm()))
                .filter(key -> tag("c").equals("relaxed/relaxed") && !isOfABeginning())
                .findFirst()
                .map(key -> verifies(key.key()));
    }

    private boolean verifies(SigningKey key) {
        try {
            boolean sameBody =
                    MessageDigest.isEqual(bodyHash(), Base64.getDecoder().decode(tag("bh")));
            Signature signature = Signature.getInstance(key.kind().signature());
            signature.initVerify(key.open());
            byte[] signed = signed();
            signature.update(
                    key.kind() == KeyKind.RSA
                            ? signed
                            : Engine.standard().sha256().digest(signed));
            return sameBody && signature.verify(Base64.getDecoder().decode(tag("b")));
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            return false;
        }
    }

    private byte[] bodyHash() {
        return new BodyHash(Engine.standard().sha256())
                .add(message, Head.bodyAt(message), message.length)
                .hash();
    }

    /** The header fields that it covers, and itself without the signature. */
    private byte[] signed() {
        byte[] fields = head.canonical(names());
        byte[] own = OWN_VALUE.matcher(field.content()).replaceFirst("$1").getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream signed = new ByteArrayOutputStream(fields.length + own.length + 20);
        signed.writeBytes(fields);
        HeadField.relax("dkim-signature", own, 0, own.length, signed);
        return signed.toByteArray();
    }
}
