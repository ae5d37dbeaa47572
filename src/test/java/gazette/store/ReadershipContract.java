package gazette.store;

import static gazette.store.Samples.NEWSLETTER;
import static gazette.store.Samples.reader;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.mail.Format;
import gazette.subscriber.ListRow;
import gazette.subscriber.Readership;
import gazette.subscriber.Wish;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Readership} promises. */
abstract class ReadershipContract extends OutboxStage {
    private final List<ListRow> rows = new ArrayList<>();

    @Test
    void nobodyAsksForNothing() {
        assertThat(readership().wishes(Set.of("name"))).isEmpty();
        assertThat(readership().longest(Set.of("name", "address"))).isEmpty();
    }

    @Test
    void aWishIsThereOnceHoweverManyHaveIt() {
        for (int number = 1; number <= 50; number++) {
            row(Optional.of(number % 2 == 0 ? Locale.FRENCH : Locale.ENGLISH), List.of("ville"), "Lectrice", Map.of());
        }

        assertThat(readership().wishes(Set.of()))
                .containsExactlyInAnyOrder(
                        new Wish(Optional.of(Locale.FRENCH), List.of("ville"), Format.HTML, Set.of()),
                        new Wish(Optional.of(Locale.ENGLISH), List.of("ville"), Format.HTML, Set.of()));
    }

    @Test
    void readersWhoGetNoneOfItHaveNoSay() {
        row(Optional.empty(), List.of("ville"), "a", Map.of());
        row(Optional.empty(), List.of("sport"), "le nom le plus long", Map.of());
        row(Optional.empty(), List.of("mode"), "un nom plus long", Map.of());
        rows.add(Samples.row(4, "un nom aussi long", Optional.of("weekly")));
        Readership readers = readership();
        world().suppress(reader(2));
        world().subscribers().remove(NEWSLETTER, reader(3));

        assertThat(readers.wishes(Set.of()))
                .containsExactly(new Wish(Optional.empty(), List.of("ville"), Format.HTML, Set.of()));
        assertThat(readers.longest(Set.of("name"))).isEqualTo(Map.of("name", "a"));
        assertThat(world().outbox().readership("another", "daily").wishes(Set.of()))
                .isEmpty();
    }

    @Test
    void whatAReaderHasNothingInIsAbsentAndBlanksAreNothing() {
        row("Lectrice", Map.of("city", "Lyon", "format", "html"));
        row("  ", Map.of("city", " \t\u2003", "other", "x"));
        row("", Map.of());
        rows.add(new ListRow(
                9,
                reader(9),
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of("City", "x")));

        assertThat(readership().wishes(Set.of("name", "since", "city", "address", "unsubscribe")))
                .containsExactlyInAnyOrder(
                        wish(Format.HTML), wish(Format.HTML, "name", "city"), wish(Format.HTML, "name", "since"));
        assertThat(readership().wishes(Set.of("format")))
                .containsExactlyInAnyOrder(wish(Format.HTML), wish(Format.HTML, "format"));
        assertThat(readership().wishes(Set.of("address"))).containsExactly(Wish.NONE);
    }

    @Test
    void aWordForPlainTextInTheColumnFormatIsAWishForIt() {
        row("", Map.of("format", " Texte brut "));
        row("", Map.of("FORMAT", "TXT"));
        row("", Map.of("format", "html"));
        row("", Map.of("format", "text/html"));
        row("", Map.of("town", "text"));

        assertThat(readership().wishes(Set.of())).containsExactlyInAnyOrder(wish(Format.TEXT), wish(Format.HTML));
        assertThat(readership().wishes(Set.of("format", "town")))
                .containsExactlyInAnyOrder(
                        wish(Format.TEXT, "town"), wish(Format.HTML, "town"), wish(Format.HTML, "format"));
    }

    @Test
    void aWishIsWhatTheReaderOfADispatchAsksFor() {
        Set<String> fields = Set.of("name", "since", "city", "note", "format", "address");
        row("Lectrice", Map.of("city", "Lyon \"2\"", "note", " "));
        row("", Map.of("CITY", "x", "format", "plain"));
        rows.add(Samples.row(3));
        List<Wish> wishes = readership().wishes(fields);

        fill(Samples.rendered(world(), Samples.SLOT));

        assertThat(outbox().claim(enlist(), 9).stream()
                        .map(dispatch -> Wish.of(dispatch.subscriber(), fields))
                        .toList())
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(wishes);
    }

    @Test
    void theLongestValueOfEachFieldIsFoundAmongAllReaders() {
        row("Lectrice", Map.of("city", "Saint-Étienne", "note", " "));
        row("Une lectrice", Map.of("City", "Ville-d’Avray-la-Longue", "empty", ""));
        row("", Map.of("city", "Lyon"));

        assertThat(readership().longest(Set.of("name", "city", "note", "empty", "unsubscribe", "since", "address")))
                .isEqualTo(Map.of(
                        "name",
                        "Une lectrice",
                        "city",
                        "Ville-d’Avray-la-Longue",
                        "since",
                        "2025-01-02",
                        "address",
                        "reader-3@example.org"));
    }

    private static Wish wish(Format format, String... absent) {
        return new Wish(Optional.empty(), List.of(), format, Set.of(absent));
    }

    private void row(String name, Map<String, String> fields) {
        row(Optional.empty(), List.of(), name, fields);
    }

    private void row(Optional<Locale> language, List<String> topics, String name, Map<String, String> fields) {
        int number = rows.size() + 1;
        rows.add(new ListRow(
                number + 1L,
                reader(number),
                name,
                language,
                topics,
                Optional.empty(),
                Optional.of(LocalDate.of(2025, 1, 2)),
                fields));
    }

    private Readership readership() {
        if (!rows.isEmpty()) {
            world().subscribers().take(Samples.list("of " + rows.size(), List.copyOf(rows)));
        }
        return outbox().readership(NEWSLETTER, "daily");
    }
}
