package gazette.store;

import static gazette.store.Samples.NEWSLETTER;
import static gazette.store.Samples.confirmed;
import static gazette.store.Samples.list;
import static gazette.store.Samples.reader;
import static gazette.store.Samples.readers;
import static gazette.store.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.mail.EmailAddress;
import gazette.subscriber.Beginning;
import gazette.subscriber.EndedBy;
import gazette.subscriber.ImportReport;
import gazette.subscriber.ImportReport.Verdict;
import gazette.subscriber.ListProblem;
import gazette.subscriber.ListRow;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Subscribers;
import gazette.subscriber.Subscribers.Removal;
import gazette.subscriber.SubscriptionState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Subscribers} promises. */
abstract class SubscribersContract {
    private World world;

    abstract World world(Clock clock);

    @BeforeEach
    void open() {
        world = world(new HandClock());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void rowsBecomeSubscriptionsWithAllThatTheySay() {
        ImportReport report = take(list("1", List.of(row(2), row(1, "Anne", Optional.of("weekly")))));

        assertThat(report).isEqualTo(new ImportReport(2, 2, 0, 0, 0, 0, List.of(), Verdict.TAKEN_OVER));
        assertThat(rows())
                .containsExactly(
                        new Subscribers.Row(
                                reader(1),
                                "Anne",
                                "fr",
                                List.of("ville"),
                                "weekly",
                                "2025-01-02",
                                SubscriptionState.CONFIRMED,
                                Optional.empty(),
                                row(1).fields()),
                        new Subscribers.Row(
                                reader(2),
                                "Lectrice 2",
                                "fr",
                                List.of("ville"),
                                "daily",
                                "2025-01-02",
                                SubscriptionState.CONFIRMED,
                                Optional.empty(),
                                row(2).fields()));
        assertThat(world.subscribers().count(NEWSLETTER))
                .isEqualTo(Map.of(
                        SubscriptionState.PENDING, 0L, SubscriptionState.CONFIRMED, 2L, SubscriptionState.ENDED, 0L));
        assertThat(world.subscribers().count("another")).containsEntry(SubscriptionState.CONFIRMED, 0L);
    }

    @Test
    void aListThatDidNotChangeIsNotReadAgainUnlessConfirmed() {
        take(readers(3, "1"));

        assertThat(take(list("1", false, problems -> {
                            throw new AssertionError("it was read");
                        }))
                        .verdict())
                .isEqualTo(Verdict.UNCHANGED);
        assertThat(take(confirmed("1", List.of(row(1), row(2), row(3)))))
                .isEqualTo(new ImportReport(3, 0, 0, 0, 0, 0, List.of(), Verdict.TAKEN_OVER));
    }

    @Test
    void changedRowsUpdateAndMissingRowsEnd() {
        take(readers(3, "1"));

        ImportReport report = take(list("2", List.of(row(1), row(2, "Béatrice", Optional.empty()), row(4))));

        assertThat(report).isEqualTo(new ImportReport(3, 1, 1, 1, 0, 0, List.of(), Verdict.TAKEN_OVER));
        assertThat(rows()).extracting(Subscribers.Row::name).contains("Béatrice");
        assertThat(rows().get(2).state()).isEqualTo(SubscriptionState.ENDED);
        assertThat(rows().get(2).endedBy()).contains(EndedBy.LIST);
    }

    @Test
    void whoeverTheListEndedMayComeBackByTheList() {
        take(readers(2, "1"));
        take(readers(1, "2"));

        ImportReport report = take(readers(2, "3"));

        assertThat(report.added()).isEqualTo(1);
        assertThat(rows()).extracting(Subscribers.Row::state).containsOnly(SubscriptionState.CONFIRMED);
        assertThat(rows()).extracting(Subscribers.Row::endedBy).containsOnly(Optional.empty());
    }

    @Test
    void whoeverLeftOrWasRemovedOrIsSuppressedStaysOut() {
        take(readers(4, "1"));
        long first = id(1);
        assertThat(world.subscribers().leave(NEWSLETTER, first)).isTrue();
        assertThat(world.subscribers().remove(NEWSLETTER, reader(2))).isEqualTo(Removal.REMOVED);
        world.suppress(reader(3));
        world.suppress(reader(5));

        ImportReport report = take(readers(5, "2"));

        assertThat(report.refused()).isEqualTo(4);
        assertThat(report.added()).isZero();
        assertThat(rows())
                .extracting(Subscribers.Row::endedBy)
                .containsExactly(
                        Optional.of(EndedBy.READER), Optional.of(EndedBy.OPERATOR), Optional.empty(), Optional.empty());
    }

    @Test
    void aReaderWhoLeavesAfterTheListEndedThemStaysOutToo() {
        take(readers(2, "1"));
        long second = id(2);
        take(readers(1, "2"));

        assertThat(world.subscribers().leave(NEWSLETTER, second)).isFalse();

        assertThat(take(readers(2, "3")).refused()).isEqualTo(1);
        assertThat(rows().get(1).endedBy()).contains(EndedBy.READER);
    }

    @Test
    void leavingAndRemovingSayWhetherThereWasSomethingToEnd() {
        take(readers(1, "1"));
        long first = id(1);

        assertThat(world.subscribers().leave("another", first)).isFalse();
        assertThat(world.subscribers().leave(NEWSLETTER, 12_345)).isFalse();
        assertThat(world.subscribers().leave(NEWSLETTER, first)).isTrue();
        assertThat(world.subscribers().leave(NEWSLETTER, first)).isFalse();
        assertThat(world.subscribers().remove(NEWSLETTER, reader(1))).isEqualTo(Removal.ENDED_BEFORE);
        assertThat(world.subscribers().remove(NEWSLETTER, reader(9))).isEqualTo(Removal.UNKNOWN);
        assertThat(world.subscribers().remove("another", reader(1))).isEqualTo(Removal.UNKNOWN);
        assertThat(rows().get(0).endedBy()).contains(EndedBy.READER);
    }

    @Test
    void theAddressOfASubscriberIsToldToTheirNewsletterAlone() {
        take(readers(1, "1"));
        long first = id(1);
        world.subscribers().leave(NEWSLETTER, first);

        assertThat(world.subscribers().address(NEWSLETTER, first)).contains(reader(1));
        assertThat(world.subscribers().address("another", first)).isEmpty();
        assertThat(world.subscribers().address(NEWSLETTER, 12_345)).isEmpty();
    }

    @Test
    void aConfirmedReaderIsFoundByTheirAddressWithAllThatTheirRowSays() {
        take(list("1", List.of(row(1, "Anne", Optional.of("weekly")), row(2))));
        world.subscribers().remove(NEWSLETTER, reader(2));

        Subscriber found = world.subscribers().find(NEWSLETTER, reader(1)).orElseThrow();

        assertThat(found.name()).isEqualTo("Anne");
        assertThat(found.topics()).containsExactly("ville");
        assertThat(found.fields()).isEqualTo(row(1).fields());
        assertThat(found.language()).isPresent();
        assertThat(found.since()).isPresent();
        assertThat(world.subscribers().find(NEWSLETTER, found.id())).contains(found);
        assertThat(world.subscribers().find("another", found.id())).isEmpty();
        assertThat(world.subscribers().find(NEWSLETTER, found.id() + 99)).isEmpty();
        assertThat(world.subscribers().find("another", reader(1))).isEmpty();
        assertThat(world.subscribers().find(NEWSLETTER, reader(2)))
                .as("who has left")
                .isEmpty();
        assertThat(world.subscribers().find(NEWSLETTER, reader(3))).isEmpty();
    }

    @Test
    void readersAreFoundByTheBeginningOfTheirAddressesThenOfTheirNames() {
        take(list(
                "1",
                List.of(
                        row(1, "Élodie", Optional.empty()),
                        row(2, "reine", Optional.empty()),
                        row(3, "", Optional.empty()),
                        row(4, "Lectrice %", Optional.empty()))));

        assertThat(beginning("reader-", 9)).containsExactly("reader-1", "reader-2", "reader-3", "reader-4");
        assertThat(beginning("READER-3", 9)).containsExactly("reader-3");
        assertThat(beginning("re", 9)).containsExactly("reader-1", "reader-2", "reader-3", "reader-4");
        assertThat(beginning("Rei", 9)).containsExactly("reader-2");
        assertThat(beginning("élo", 9)).containsExactly("reader-1");
        assertThat(beginning("LECTRICE", 9)).containsExactly("reader-4");
        assertThat(beginning("lectrice %", 9)).containsExactly("reader-4");
        assertThat(beginning("%", 9)).isEmpty();
        assertThat(beginning("", 2)).containsExactly("reader-1", "reader-2");
        world.subscribers().remove(NEWSLETTER, reader(2));
        assertThat(beginning("rei", 9)).isEmpty();
        assertThat(world.subscribers().beginning("another", new Beginning("re"), 9))
                .isEmpty();
    }

    private List<String> beginning(String letters, int most) {
        return world.subscribers().beginning(NEWSLETTER, new Beginning(letters), most).stream()
                .map(reader -> reader.address().localPart())
                .toList();
    }

    @Test
    void manyRowsThatVanishAtOnceChangeNothingUntilConfirmed() {
        take(readers(100, "1"));
        List<ListRow> fewer = rows(89);

        ImportReport refused = take(list("2", fewer));
        List<Subscribers.Row> after = rows();
        ImportReport confirmed = take(confirmed("2", fewer));

        assertThat(refused).isEqualTo(new ImportReport(89, 0, 0, 11, 0, 0, List.of(), Verdict.NEEDS_CONFIRMATION));
        assertThat(after).extracting(Subscribers.Row::state).containsOnly(SubscriptionState.CONFIRMED);
        assertThat(confirmed).isEqualTo(new ImportReport(89, 0, 0, 11, 0, 0, List.of(), Verdict.TAKEN_OVER));
        assertThat(world.subscribers().count(NEWSLETTER)).containsEntry(SubscriptionState.ENDED, 11L);
    }

    @Test
    void aTenthOrTenRowsMayVanishWithoutAQuestion() {
        take(readers(20, "1"));
        assertThat(take(readers(10, "2")).verdict()).as("ten rows").isEqualTo(Verdict.TAKEN_OVER);

        take(readers(120, "3"));
        assertThat(take(readers(108, "4")).verdict()).as("a tenth").isEqualTo(Verdict.TAKEN_OVER);
    }

    @Test
    void aRepeatedAddressCountsOnceAndItsFirstRowWins() {
        ListRow again = new ListRow(
                9, reader(1), "Encore", Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Map.of());

        ImportReport report = take(list("1", false, problems -> {
            problems.accept(new ListProblem(4, "no address"));
            return List.of(row(1), row(2), again).iterator();
        }));

        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.bad()).isEqualTo(2);
        assertThat(report.problems()).extracting(ListProblem::line).containsExactly(4L, 9L);
        assertThat(report.problems().get(1).what()).contains("reader-1@example.org", "line 2");
        assertThat(rows()).extracting(Subscribers.Row::name).containsExactly("Lectrice 1", "Lectrice 2");
    }

    @Test
    void badRowsAreCountedAndTheFirstHundredNamed() {
        ImportReport report = take(list("1", false, problems -> {
            IntStream.range(1, 151).forEach(line -> problems.accept(new ListProblem(line, "no address")));
            return Samples.none();
        }));

        assertThat(report.bad()).isEqualTo(150);
        assertThat(report.problems()).hasSize(ImportReport.MOST_PROBLEMS);
    }

    @Test
    void addressesAreTheSamePersonOnlyWhenTheyAreWrittenTheSame() {
        ListRow capital = new ListRow(
                3,
                EmailAddress.of("Reader-1@example.org"),
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of());

        assertThat(take(list("1", List.of(row(1), capital))).added()).isEqualTo(2);
    }

    @Test
    void aRehearsalTellsTheSameAndChangesNothing() {
        take(readers(3, "1"));
        List<Subscribers.Row> before = rows();

        ImportReport rehearsed = world.subscribers().rehearse(readers(5, "2"));

        assertThat(rows()).isEqualTo(before);
        assertThat(take(readers(5, "2"))).isEqualTo(rehearsed);
        assertThat(world.subscribers().rehearse(readers(5, "2")).verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void aListThatBreaksOffWhileItIsReadChangesNothing() {
        take(readers(3, "1"));
        List<Subscribers.Row> before = rows();

        assertThatThrownBy(() -> take(list("2", false, problems -> new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return true;
                    }

                    @Override
                    public ListRow next() {
                        throw new IllegalStateException("the disk went away");
                    }
                })))
                .hasMessageContaining("the disk went away");

        assertThat(rows()).isEqualTo(before);
        assertThat(take(readers(3, "3")).verdict()).isEqualTo(Verdict.TAKEN_OVER);
    }

    @Test
    void fiveThousandRowsAreListedInTheOrderOfAddresses() {
        take(readers(5_000, "1"));

        assertThat(rows()).hasSize(5_000);
        assertThat(rows()).extracting(row -> row.address().toString()).isSorted();
        assertThat(take(readers(4_900, "2")).ended()).isEqualTo(100);
    }

    private ImportReport take(Subscribers.ListImport list) {
        return world.subscribers().take(list);
    }

    private static List<ListRow> rows(int readers) {
        return IntStream.rangeClosed(1, readers).mapToObj(Samples::row).toList();
    }

    private List<Subscribers.Row> rows() {
        List<Subscribers.Row> rows = new ArrayList<>();
        world.subscribers().each(NEWSLETTER, rows::add);
        return rows;
    }

    private long id(int number) {
        return IntStream.rangeClosed(1, 100)
                .filter(id -> world.subscribers().address(NEWSLETTER, id).equals(Optional.of(reader(number))))
                .findFirst()
                .orElseThrow();
    }
}
