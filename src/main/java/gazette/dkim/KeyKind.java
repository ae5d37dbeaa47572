package gazette.dkim;

/** What a key signs with. */
public enum KeyKind {
    /** RSA with SHA-256: every receiver knows it. */
    RSA("rsa", "SHA256withRSA"),
    /** Ed25519 with SHA-256 (RFC 8463 section 3): short and quick, and not known everywhere yet. */
    ED25519("ed25519", "Ed25519");

    private final String tag;
    private final String signature;

    KeyKind(String tag, String signature) {
        this.tag = tag;
        this.signature = signature;
    }

    /** As {@code k=} names it in a record. */
    public String tag() {
        return tag;
    }

    /** As {@code a=} names it in a signature. */
    String algorithm() {
        return tag + "-sha256";
    }

    /** As Java names its signatures. */
    String signature() {
        return signature;
    }

    /** As Java names its keys, and people do. */
    @Override
    public String toString() {
        return this == RSA ? "RSA" : "Ed25519";
    }
}
