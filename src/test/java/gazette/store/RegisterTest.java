package gazette.store;

import static gazette.store.Samples.ACCEPTED;
import static gazette.store.Samples.DAILY;
import static gazette.store.Samples.NEWSLETTER;
import static gazette.store.Samples.SLOT;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.Dispatch;
import gazette.delivery.DispatchRow;
import gazette.delivery.DispatchState;
import gazette.delivery.Epoch;
import gazette.delivery.Journal;
import gazette.delivery.Mark;
import gazette.delivery.Outcome;
import gazette.delivery.Phase;
import gazette.delivery.Register;
import gazette.delivery.Register.EditionLine;
import gazette.delivery.Register.Line;
import gazette.delivery.Register.ReaderLine;
import gazette.delivery.Register.SkippedLine;
import gazette.delivery.Register.Sought;
import gazette.delivery.Register.Wanted;
import gazette.delivery.SuppressionReason;
import gazette.edition.ArticleLimits;
import gazette.edition.Edition;
import gazette.edition.EditionId;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Notes;
import gazette.mail.EmailAddress;
import gazette.mail.ReplyCode;
import gazette.mail.SmtpReply;
import gazette.subscriber.ListRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of editions and of their readers, page by page, against what the other ports say of the same store. */
final class RegisterTest extends OutboxStage {
    private static final Outcome REJECTED =
            new Outcome.Rejected(new SmtpReply(new ReplyCode(550), "5.1.1 no such reader"));
    private static final Outcome DEFERRED = new Outcome.Deferred("451 4.7.1 later");
    private static final Outcome IN_DOUBT = new Outcome.InDoubt("the line broke");
    private static final Sought ALL = new Sought(Optional.empty(), "");

    @TempDir
    private Path folder;

    @Override
    World world(Clock clock) {
        return new SqliteWorld(folder, clock);
    }

    @Test
    void anEditionIsSaidToBeAsFarAsItIs() {
        world().subscribers().take(Samples.readers(2, "1"));
        Edition edition = Samples.rendered(world(), SLOT);
        assertThat(phase(edition)).isEqualTo(Phase.DRAFTED);
        assertThat(line(edition).audience()).isZero();

        outbox().fill(edition, Duration.ofMinutes(10), InDoubtPolicy.RETRY, Optional.empty());
        assertThat(phase(edition)).isEqualTo(Phase.COOLING);
        assertThat(line(edition).audience()).isEqualTo(2);

        clock.forward(Duration.ofMinutes(10));
        assertThat(phase(edition)).isEqualTo(Phase.UNDER_WAY);

        world().editions().pause(edition.id(), "a photo");
        assertThat(phase(edition)).isEqualTo(Phase.PAUSED);
        assertThat(line(edition).summary().pausedBecause()).isEqualTo("a photo");

        world().editions().resume(edition.id());
        deliver(ACCEPTED, REJECTED);
        assertThat(phase(edition)).isEqualTo(Phase.SENT);
    }

    @Test
    void whatSomebodyHasInHandIsUnderWayThoughNobodyWaits() {
        Edition edition = Samples.filled(world(), 1);
        outbox().claim(enlist(), 1);

        assertThat(phase(edition)).isEqualTo(Phase.UNDER_WAY);
        assertThat(line(edition).mark()).matches(Mark::inHand).matches(mark -> !mark.rests(clock.instant()));
    }

    @Test
    void aCancelledEditionStaysSoAndASkippedSlotHasItsReason() {
        Edition edition = Samples.filled(world(), 1);
        outbox().cancel(edition.id());
        skip(SLOT.plus(Duration.ofDays(1)));

        assertThat(lines(Optional.empty(), Optional.empty()))
                .satisfiesExactly(
                        skipped -> {
                            assertThat(skipped.phase()).isEqualTo(Phase.SKIPPED);
                            assertThat(((SkippedLine) skipped).reason()).isEqualTo("no new article");
                        },
                        cancelled -> assertThat(cancelled.phase()).isEqualTo(Phase.CANCELLED));
    }

    @Test
    void eachChangeOfAnEditionsCourseTouchesItsMark() {
        Edition edition = Samples.filled(world(), 2);
        List<Long> touched = new ArrayList<>(List.of(line(edition).mark().touched()));

        world().editions().pause(edition.id(), "why");
        touched.add(line(edition).mark().touched());
        world().editions().resume(edition.id());
        touched.add(line(edition).mark().touched());
        outbox().cancel(edition.id());
        touched.add(line(edition).mark().touched());

        assertThat(touched).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aMarkThatRestsIsOneOfAnEditionThatNothingMoves() {
        Edition edition = Samples.filled(world(), 2);
        assertThat(line(edition).mark().rests(clock.instant())).isFalse();

        deliver(ACCEPTED, DEFERRED);
        assertThat(line(edition).mark()).matches(Mark::waits, "one waits");
        assertThat(line(edition).mark().rests(clock.instant())).isFalse();

        clock.forward(Duration.ofHours(3));
        deliver(ACCEPTED);
        assertThat(line(edition).mark().rests(clock.instant())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 50})
    void pagesOfEditionsTileTheListNewestFirst(int most) {
        twelveSlots();

        List<Line> paged = new ArrayList<>();
        for (long skipped = 0; skipped < 20; skipped += most) {
            paged.addAll(
                    register().lines(new Wanted(Optional.empty(), Optional.empty(), clock.instant()), skipped, most));
        }

        assertThat(paged)
                .hasSize(12)
                .isEqualTo(lines(Optional.empty(), Optional.empty()))
                .extracting(line -> line.key().slot())
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void theListKeepsToANewsletterAndToAPhaseAndCountsTheSame() {
        twelveSlots();
        sqlite().sql("update edition set newsletter = 'le-soir' where number = 1");

        for (Optional<String> newsletter : Stream.of("la-gazette", "le-soir", "x' or ''='")
                .map(Optional::of)
                .toList()) {
            for (Phase phase : Phase.values()) {
                List<Line> expected = lines(Optional.empty(), Optional.empty()).stream()
                        .filter(line -> line.key().newsletter().equals(newsletter.get()) && line.phase() == phase)
                        .toList();
                assertThat(lines(newsletter, Optional.of(phase))).isEqualTo(expected);
                assertThat(register().count(new Wanted(newsletter, Optional.of(phase), clock.instant())))
                        .isEqualTo(expected.size());
            }
        }
        assertThat(lines(Optional.of("le-soir"), Optional.empty())).hasSize(1);
        assertThat(lines(Optional.empty(), Optional.of(Phase.SKIPPED))).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void pagesOfReadersHoldEachReaderOfTheStateOnceWhateverTheirSize(int most) {
        Edition edition = inEveryState();
        List<DispatchRow> all = rows(edition);

        assertThat(paged(edition, ALL, most)).extracting(ReaderLine::dispatch).containsExactlyInAnyOrderElementsOf(all);
        for (DispatchState state : DispatchState.values()) {
            for (String beginning : List.of("", "reader-1", "Reader", "reader-12@example.org")) {
                assertThat(paged(edition, new Sought(Optional.of(state), beginning), most))
                        .as("%s, %s", state, beginning)
                        .extracting(ReaderLine::dispatch)
                        .containsExactlyInAnyOrderElementsOf(all.stream()
                                .filter(row ->
                                        row.state() == state && row.address().startsWith(beginning))
                                .toList());
            }
        }
        assertThat(all)
                .extracting(DispatchRow::state)
                .contains(
                        DispatchState.PENDING,
                        DispatchState.CLAIMED,
                        DispatchState.HANDING_OVER,
                        DispatchState.ACCEPTED,
                        DispatchState.REJECTED,
                        DispatchState.DEFERRED,
                        DispatchState.IN_DOUBT,
                        DispatchState.SUPPRESSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "reader-_", "'", "reader-1'--", "\u0000", "*"})
    void whatMeansSomethingToADatabaseIsJustTheBeginningOfAnAddress(String beginning) {
        Edition edition = Samples.filled(world(), 3);

        assertThat(register().readers(edition.id(), new Sought(Optional.empty(), beginning), "", 10))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", ".", "99999999999999999999", "1' or 1=1", "../.."})
    void aPlaceThatIsNoneIsTheFirst(String place) {
        Edition edition = Samples.filled(world(), 3);

        for (Sought sought : List.of(ALL, new Sought(Optional.of(DispatchState.PENDING), ""))) {
            assertThat(register().readers(edition.id(), sought, place, 10)).hasSize(3);
        }
    }

    @Test
    void aReaderIsShownWithTheNameOfToday() {
        Edition edition = Samples.filled(world(), 2);
        world().subscribers().take(Samples.list("2", List.of(Samples.row(1, "Lectrice nouvelle", Optional.empty()))));

        ReaderLine reader = register().reader(edition.id(), 1).orElseThrow();

        assertThat(reader.name()).isEqualTo("Lectrice nouvelle");
        assertThat(reader.dispatch().address()).isEqualTo("reader-1@example.org");
        assertThat(register().person(edition.id(), 1).orElseThrow().name()).isEqualTo("Lectrice nouvelle");
    }

    @Test
    void aReaderWhoWasForgottenIsStillCountedAndNoLongerAPerson() {
        Edition edition = Samples.filled(world(), 2);
        sqlite().sql("delete from subscription where subscriber = 1");

        assertThat(register().reader(edition.id(), 1).orElseThrow().name()).isEmpty();
        assertThat(register().person(edition.id(), 1)).isEmpty();
        assertThat(register().person(edition.id(), 2)).isPresent();
    }

    @Test
    void anAddressThatMailCannotBeSentToIsShownAndIsNobody() {
        Edition edition = Samples.filled(world(), 2);
        Worlds.breakAddress(world(), "reader-2@example.org");

        assertThat(register().reader(edition.id(), 2).orElseThrow().dispatch().address())
                .contains("Bcc:");
        assertThat(register().person(edition.id(), 2)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Edition edition = Samples.filled(world(), 1);
        EditionId none = new EditionId(NEWSLETTER, 9);

        assertThat(register().line(none, clock.instant())).isEmpty();
        assertThat(register().readers(none, ALL, "", 10)).isEmpty();
        assertThat(register().reader(none, 1)).isEmpty();
        assertThat(register().reader(edition.id(), 2)).isEmpty();
        assertThat(register().person(edition.id(), 2)).isEmpty();
    }

    @Test
    void whereThereIsNoStoreYetNothingIsListedAndNoneIsMade() {
        Path none = folder.resolve("none/gazette.db");
        EditionId edition = new EditionId(NEWSLETTER, 1);

        try (Store store = Store.openReadOnly(none, clock)) {
            Wanted wanted = new Wanted(Optional.empty(), Optional.empty(), clock.instant());
            assertThat(store.register().lines(wanted, 0, 10)).isEmpty();
            assertThat(store.register().count(wanted)).isZero();
            assertThat(store.register().line(edition, clock.instant())).isEmpty();
            assertThat(store.register().readers(edition, ALL, "", 10)).isEmpty();
            assertThat(store.register().person(edition, 1)).isEmpty();
        }
        assertThat(none).doesNotExist();
    }

    private SqliteWorld sqlite() {
        return (SqliteWorld) world();
    }

    private Register register() {
        return sqlite().store().register();
    }

    private EditionLine line(Edition edition) {
        return register().line(edition.id(), clock.instant()).orElseThrow();
    }

    /** As the list says it, which the line alone is to agree with. */
    private Phase phase(Edition edition) {
        assertThat(lines(Optional.empty(), Optional.empty())).contains(line(edition));
        return line(edition).phase();
    }

    private List<Line> lines(Optional<String> newsletter, Optional<Phase> phase) {
        return register().lines(new Wanted(newsletter, phase, clock.instant()), 0, 1000);
    }

    private void skip(Instant slot) {
        world().editions().resumeOrCompose(Samples.newsletter(new ArticleLimits(40, 50)), DAILY, slot, Notes.NONE);
    }

    /** Six editions and six slots without one, in turns; the oldest edition is called off. */
    private void twelveSlots() {
        world().subscribers().take(Samples.readers(2, "1"));
        for (int i = 0; i < 12; i++) {
            Instant slot = SLOT.plus(Duration.ofDays(i));
            if (i % 2 == 0) {
                fill(Samples.rendered(world(), slot));
            } else {
                skip(slot);
            }
        }
        outbox().cancel(new EditionId(NEWSLETTER, 1));
    }

    private Edition inEveryState() {
        List<ListRow> readers = new ArrayList<>();
        for (int i = 1; i <= 24; i++) {
            readers.add(Samples.row(i));
        }
        readers.add(Worlds.row(25, "Reader-25@example.org", Map.of()));
        world().suppress(EmailAddress.of("reader-2@example.org"));
        world().suppress(EmailAddress.of("reader-22@example.org"));
        world().subscribers().take(Samples.list("1", readers));
        Edition edition = Samples.rendered(world(), SLOT);
        fill(edition);
        deliver(ACCEPTED, REJECTED, DEFERRED, IN_DOUBT, ACCEPTED, REJECTED, DEFERRED, IN_DOUBT, ACCEPTED);
        deliver(
                new Outcome.Unsendable(SuppressionReason.TOO_LARGE, "552 too large"),
                new Outcome.Unsendable(SuppressionReason.NEEDS_SMTPUTF8, "no SMTPUTF8"));
        Epoch epoch = enlist();
        List<Dispatch> claimed = outbox().claim(epoch, 5);
        Journal journal = outbox().journal(epoch, POLICY);
        journal.turn(Optional.empty(), Optional.of(claimed.get(0)));
        return edition;
    }

    private List<DispatchRow> rows(Edition edition) {
        List<DispatchRow> rows = new ArrayList<>();
        outbox().each(edition.id(), Set.of(DispatchState.values()), rows::add);
        return rows;
    }

    private List<ReaderLine> paged(Edition edition, Sought sought, int most) {
        List<ReaderLine> all = new ArrayList<>();
        String after = "";
        List<ReaderLine> page = register().readers(edition.id(), sought, after, most);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(most);
            all.addAll(page);
            assertThat(all).as("pages that lead in a circle").hasSizeLessThan(100);
            after = page.get(page.size() - 1).place();
            page = register().readers(edition.id(), sought, after, most);
        }
        return all;
    }
}
