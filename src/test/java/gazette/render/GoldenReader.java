package gazette.render;

import gazette.mail.EmailAddress;
import gazette.subscriber.Subscriber;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Somebody for whom an edition is looked at whole; what differs is what templates must bear. */
enum GoldenReader {
    NAMED(1, "Lectrice 1", "reader-1@example.org"),
    /** No name, no day of consent. */
    UNKNOWN(2, "", "reader-2@example.org"),
    LONG_NAME(
            3, "Lectrice " + "très-".repeat(24) + "longuement nommée d’Exemple & Cie <Paris>", "reader-3@example.org"),
    RIGHT_TO_LEFT(4, "קוראת 4 (قارئة)", "reader-4@example.org"),
    ORANGE(5, "Lecteur 5", "reader-5@orange.fr"),
    TEXT_ALONE(6, "Lectrice 6", "reader-6@example.org"),
    IN_ENGLISH(7, "Reader 7", "reader-7@example.org"),
    ONE_TOPIC(8, "Lecteur 8", "reader-8@example.org");

    private final long id;
    private final String name;
    private final String address;

    GoldenReader(long id, String name, String address) {
        this.id = id;
        this.name = name;
        this.address = address;
    }

    Subscriber subscriber() {
        return new Subscriber(
                id,
                EmailAddress.of(address),
                name,
                this == IN_ENGLISH ? Optional.of(Locale.ENGLISH) : Optional.empty(),
                this == UNKNOWN ? Optional.empty() : Optional.of(LocalDate.of(2025, 1, 1)),
                this == ONE_TOPIC ? List.of("transports") : List.of(),
                this == TEXT_ALONE ? Map.of("format", "text") : Map.of());
    }

    /** Part of a file's name. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
