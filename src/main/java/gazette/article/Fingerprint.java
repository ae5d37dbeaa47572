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
     * The SHA-256, in hexadecimal, of everything in {@code article} but its origin and its categories, which nobody is
     * shown. Each part goes in behind its length, so that no two articles run together into the same octets.
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
        article.blocks().forEach(this::add);
        add(article.published().map(Fingerprint::words));
        add(article.byline());
        add(article.credits());
        add(article.address().map(Object::toString));
        add(article.picture().map(Fingerprint::words));
        add(article.topics());
        if (!article.summary().isEmpty()) { // else as it was before there were any: stored fingerprints go on matching
            add(article.summary());
        }
    }

    private void add(Block block) {
        if (block instanceof ItemList list) {
            add(list.marker() == ItemList.Marker.NUMBER ? "numbers" : "bullets");
            count(list.items().size());
            for (ItemList.Item item : list.items()) {
                count(item.depth());
                add(item.prose());
            }
        } else if (block instanceof Quotation quotation) {
            add("quotation");
            count(quotation.paragraphs().size());
            quotation.paragraphs().forEach(this::add);
        } else if (block instanceof Figure figure) {
            add("figure");
            add(words(figure.picture()));
            add(figure.caption());
        } else if (block instanceof Paragraph paragraph && !paragraph.prose().isPlain()) {
            add("prose");
            add(paragraph.prose());
        } else {
            add(kind(block));
            add(block.text());
        }
    }

    private static String kind(Block block) {
        if (block instanceof Intertitle) {
            return "intertitle";
        }
        return block instanceof Preformatted ? "preformatted" : "paragraph";
    }

    private void add(Prose prose) {
        count(prose.spans().size());
        for (Span span : prose.spans()) {
            add(span.words());
            add(span.look().name());
            add(span.link().map(Object::toString));
        }
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
