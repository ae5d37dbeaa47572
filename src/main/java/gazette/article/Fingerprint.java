package gazette.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A digest of what a reader sees of an article. */
final class Fingerprint {
    private final MessageDigest sha256;

    private Fingerprint(MessageDigest sha256) {
        this.sha256 = sha256;
    }

    /**
     * The SHA-256, in hexadecimal, of everything in {@code article} but its origin. Each part goes in behind its length,
     * so that no two articles run together into the same octets.
     */
    static String of(Article article) {
        try {
            Fingerprint fingerprint = new Fingerprint(MessageDigest.getInstance("SHA-256"));
            fingerprint.add(article);
            return HexFormat.of().formatHex(fingerprint.sha256.digest());
        } catch (NoSuchAlgorithmException everyJavaHasSha256) {
            throw new AssertionError(everyJavaHasSha256);
        }
    }

    private void add(Article article) {
        add(article.language().toLanguageTag());
        add(article.headline());
        count(article.blocks().size());
        for (Block block : article.blocks()) {
            add(block instanceof Intertitle ? "intertitle" : "paragraph");
            add(block.text());
        }
        add(article.published().map(Fingerprint::words));
        add(article.byline());
        add(article.credits());
        add(article.address().map(Object::toString));
        add(article.picture().map(Fingerprint::words));
        add(article.topics());
    }

    private static String words(Published published) {
        return published.date() + " " + published.time().map(Object::toString).orElse("-") + " " + published.zone();
    }

    private static String words(Picture picture) {
        if (picture instanceof EmbeddedPicture embedded) {
            return embedded.digest() + " " + embedded.alt();
        }
        return ((LinkedPicture) picture).address() + " " + picture.alt();
    }

    private void add(Optional<String> text) {
        add(text.map(List::of).orElse(List.of()));
    }

    private void add(List<String> texts) {
        count(texts.size());
        texts.forEach(this::add);
    }

    private void add(String text) {
        byte[] octets = text.getBytes(UTF_8);
        count(octets.length);
        sha256.update(octets);
    }

    private void count(int number) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
}
