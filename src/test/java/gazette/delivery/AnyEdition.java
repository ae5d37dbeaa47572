package gazette.delivery;

import gazette.edition.Edition;
import gazette.edition.Variant;
import gazette.subscriber.Subscriber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Editions as templates make them, and as nobody would wish for; the same ones for the same seed. */
final class AnyEdition {
    private static final List<String> PIECES = List.of(
            "Le réseau tient. ",
            "« tout va bien »",
            " ",
            "   ",
            "\t",
            " \t ",
            "\n",
            "\n\n",
            " \n",
            "\t\n   \n",
            "\n.\n",
            "\n.\n.\n",
            "\nFrom la rédaction\n",
            ".",
            "=",
            "=20",
            "=\n",
            "é".repeat(90),
            "x".repeat(200),
            "mot ".repeat(60),
            "🌞",
            "漢字",
            "e\u0301",
            "<p>",
            "</p>\n",
            "&nbsp;",
            "--=_",
            "DKIM-Signature: v=1",
            "\u00A0",
            "\u0000",
            "\u000B");

    private static final List<String> FIELDS = List.of("name", "ville", "code", "since", "unsubscribe", "address");

    private final Random chance;

    AnyEdition(long seed) {
        this.chance = new Random(seed);
    }

    /** Any readers, but for their wishes: an edition has one variant. */
    static List<Subscriber> readers(long seed, int count) {
        return new AnyReader(seed)
                .many(count).stream()
                        .map(any -> new Subscriber(
                                any.id(), any.address(), any.name(), Optional.empty(), any.since(), words(any)))
                        .toList();
    }

    private static Map<String, String> words(Subscriber reader) {
        Map<String, String> words = new HashMap<>(reader.fields());
        words.remove("format");
        return words;
    }

    /** One moment later than the one before. */
    Edition edition(int number) {
        return Sample.edition(Sample.masthead("https://lettre.example.org"), Sample.COMPOSED.plusSeconds(number));
    }

    Variant variant() {
        Variant sample = Sample.variant(subject(), words(true), words(false));
        boolean plain = chance.nextInt(4) == 0;
        boolean bare = plain || chance.nextBoolean();
        return new Variant(
                sample.key(),
                sample.subject(),
                plain ? Optional.empty() : sample.html(),
                sample.text(),
                bare ? List.of() : sample.inlines(),
                List.of());
    }

    private String subject() {
        StringBuilder subject = new StringBuilder("n° ").append(chance.nextInt(1000));
        for (int i = chance.nextInt(8); i > 0; i--) {
            subject.append(chance.nextBoolean() ? " " : "  ")
                    .append(List.of("été", "L’édition", "mot", "🌞", "=?x", ":", "x".repeat(90))
                            .get(chance.nextInt(7)));
        }
        return subject.toString();
    }

    private String words(boolean html) {
        StringBuilder words = new StringBuilder();
        for (int i = chance.nextInt(40); i > 0; i--) {
            String field = FIELDS.get(chance.nextInt(FIELDS.size()));
            String piece = PIECES.get(chance.nextInt(PIECES.size()));
            words.append(
                    chance.nextInt(5) > 0 ? piece : html ? Sample.inHtml(field) : "\n" + Sample.field(field) + "\n");
        }
        return words.toString();
    }
}
