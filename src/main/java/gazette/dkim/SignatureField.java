package gazette.dkim;

import java.util.Iterator;
import java.util.List;

/** The text of a {@code DKIM-Signature} field (RFC 6376 section 3.5), folded. One thread. */
final class SignatureField {
    static final String NAME = "DKIM-Signature";

    /** Where a line is folded when it can be, in octets (RFC 5322 section 2.1.1). */
    private static final int FOLD_AT = 78;

    /** Characters of a signature on a line. */
    private static final int SIGNATURE_LINE = 72;

    private static final String FOLD = "\r\n\t";

    /** Characters of a hash in base64. */
    private static final int HASH = 44;

    private final StringBuilder text = new StringBuilder(700).append(NAME).append(':');
    private int column = NAME.length() + 1;

    /** All up to the body's hash: the same for messages with the same fields that are signed at the same moment. */
    static String opening(String domain, SelectedKey key, List<String> names, long seconds) {
        SignatureField field = new SignatureField()
                .tag("v=1;")
                .tag("a=" + key.key().kind().algorithm() + ";")
                .tag("c=relaxed/relaxed;")
                .tag("d=" + domain + ";")
                .tag("s=" + key.selector() + ";")
                .tag("t=" + seconds + ";");
        field.names(names);
        return field.text.append(FOLD).append("bh=").toString();
    }

    private SignatureField tag(String tag) {
        if (column + 1 + tag.length() > FOLD_AT) {
            fold();
        } else {
            text.append(' ');
            column++;
        }
        return add(tag);
    }

    /** Between names there may be folds around the colon. */
    private void names(List<String> names) {
        Iterator<String> rest = names.iterator();
        tag("h=" + rest.next());
        while (rest.hasNext()) {
            String name = rest.next();
            add(":");
            if (column + name.length() + 1 > FOLD_AT) {
                fold();
            }
            add(name);
        }
        add(";");
    }

    private void fold() {
        text.append(FOLD);
        column = 1;
    }

    private SignatureField add(String part) {
        text.append(part);
        column += part.length();
        return this;
    }

    /** What is signed of the field itself: all but the signature. */
    static String unsigned(String opening, String bodyHash) {
        return opening + bodyHash + ";" + FOLD + "b=";
    }

    /** The whole field, its line end with it. */
    static String signed(String unsigned, String signature) {
        StringBuilder field = new StringBuilder(unsigned.length() + signature.length() + 20).append(unsigned);
        for (int from = 0; from < signature.length(); from += SIGNATURE_LINE) {
            field.append(from == 0 ? "" : FOLD)
                    .append(signature, from, Math.min(signature.length(), from + SIGNATURE_LINE));
        }
        return field.append("\r\n").toString();
    }

    /** How many octets the whole field will have. */
    static int length(String opening, SigningKey key) {
        int signature = (key.signatureOctets() + 2) / 3 * 4;
        int folds = (signature - 1) / SIGNATURE_LINE;
        return unsigned(opening, "").length() + HASH + signature + folds * FOLD.length() + 2;
    }
}
