package gazette.delivery;

import gazette.mail.EmailAddress;
import gazette.subscriber.Subscriber;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

/** Readers as lists have them, and as nobody would wish for; the same ones for the same seed. */
final class AnyReader {
    private static final List<String> PIECES = List.of(
            "Zoé",
            "Lefèvre",
            "d’Évry",
            "O'Neil",
            "\"la Plume\"",
            "R&D",
            "a<b>c",
            "&amp;",
            "&eacute;",
            "=3D",
            "=?UTF-8?Q?x?=",
            "${x}",
            "<#if>",
            ".",
            "..",
            ".hidden",
            "From",
            "From ",
            "--=_",
            "🌞",
            "👩‍👩‍👧",
            "e\u0301",
            "漢字",
            "שלום",
            "مرحبا بالعالم",
            "\u202Eabc",
            "\u00A0",
            "\u202F",
            " ",
            "  ",
            ",",
            ";!?",
            "%20",
            "a+b@c",
            "https://example.org/a?b=c&d=e",
            "\\",
            "$1",
            "x".repeat(80),
            "mot ".repeat(40),
            "é".repeat(500));

    private static final List<Optional<Locale>> LANGUAGES = List.of(
            Optional.empty(),
            Optional.empty(),
            Optional.of(Locale.FRENCH),
            Optional.of(Locale.ENGLISH),
            Optional.of(Locale.CANADA_FRENCH),
            Optional.of(Locale.forLanguageTag("ar")));

    private static final List<List<String>> TOPICS = List.of(
            List.of(), List.of(), List.of(), List.of("Énergie"), List.of("sport", "energie"), List.of("jardin"));

    private final Random chance;

    AnyReader(long seed) {
        this.chance = new Random(seed);
    }

    /** So many, numbered from 1. */
    List<Subscriber> many(int readers) {
        return LongStream.rangeClosed(1, readers).mapToObj(this::next).toList();
    }

    private Subscriber next(long id) {
        Map<String, String> columns = new HashMap<>();
        columns.put("Ville", words());
        columns.put("code", words());
        columns.put("format", chance.nextInt(5) == 0 ? "texte" : "");
        String local = chance.nextInt(20) == 0 ? "zoé-" : "reader-";
        return new Subscriber(
                id,
                EmailAddress.of(local + id + "@example.org"),
                words(),
                LANGUAGES.get(chance.nextInt(LANGUAGES.size())),
                chance.nextInt(3) == 0
                        ? Optional.empty()
                        : Optional.of(LocalDate.of(2020, 1, 1).plusDays(chance.nextInt(2000))),
                TOPICS.get(chance.nextInt(TOPICS.size())),
                columns);
    }

    /** Of a few pieces, glued or with blanks between them; of nothing, now and then. */
    private String words() {
        StringBuilder words = new StringBuilder();
        for (int i = chance.nextInt(6); i > 0; i--) {
            words.append(PIECES.get(chance.nextInt(PIECES.size()))).append(chance.nextBoolean() ? " " : "");
        }
        return words.toString();
    }
}
