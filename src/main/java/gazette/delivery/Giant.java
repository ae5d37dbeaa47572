package gazette.delivery;

import gazette.edition.Edition;
import gazette.mail.EmailAddress;
import gazette.render.ReaderWords;
import gazette.subscriber.Subscriber;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A reader whose every field is as long as anybody's. */
final class Giant {
    /** Any leap year will do: its days are written as long as any other's. */
    private static final Year YEAR = Year.of(2024);

    private Giant() {}

    /** With these values; with an address as long as the newsletter's own when there is none among them. */
    static Subscriber reader(Edition edition, Map<String, String> longest) {
        EmailAddress address = Optional.ofNullable(longest.get("address"))
                .map(EmailAddress::of)
                .orElse(edition.masthead().from().address());
        return new Subscriber(
                Long.MAX_VALUE, address, longest.getOrDefault("name", ""), Optional.empty(), Optional.empty(), longest);
    }

    /** {@code reader} with the day of consent that takes the most words. */
    static Subscriber since(Subscriber reader, Locale language) {
        LocalDate longest = Stream.of(Month.values())
                .map(month -> YEAR.atMonth(month).atEndOfMonth())
                .max(Comparator.comparing(day -> Utf8.length(ReaderWords.since(Optional.of(day), language))))
                .orElseThrow();
        return new Subscriber(
                reader.id(),
                reader.address(),
                reader.name(),
                reader.language(),
                Optional.of(longest),
                reader.topics(),
                reader.fields());
    }
}
