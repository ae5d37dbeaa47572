package gazette.studio;

import gazette.article.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Where the studio shows an article.
 *
 * @param id made of its origin alone: the same for as long as the article is known by it, and no path of a file
 */
record ArticleAddress(String id) {
    /** Octets of SHA-256 that an id shows: among a million articles, two alike are as good as impossible. */
    private static final int OCTETS = 12;

    static ArticleAddress of(Origin origin) {
        String known = origin.source() + "\0" + origin.name();
        byte[] digest = sha256(known.getBytes(StandardCharsets.UTF_8));
        return new ArticleAddress(
                Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, OCTETS)));
    }

    /** The article's page. */
    String path() {
        return Room.ARTICLES.path() + "/" + id;
    }

    /** The same, with a line of its text marked; 0 marks none. */
    String path(int line) {
        return line == 0 ? path() : path() + "?line=" + line + "#line-" + line;
    }

    private static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }
}
