package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.mail.SmtpReply;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StopAndAskTest {
    private final StopAndAsk stopAndAsk = new StopAndAsk(StopAndAsk.Limit.USUAL);

    @Test
    void tooManyRejectionsForOneReasonStopTheEditionInTheServersWords() {
        accepted(100);

        Optional<String> why = rejected("554 5.7.1 looks like spam", Fault.MESSAGE, 20);

        assertThat(why)
                .contains("20 of the last 120 were rejected for one reason, the last with: 554 5.7.1 looks like spam");
    }

    @Test
    void fewRejectionsOrThoseForManyReasonsDoNot() {
        for (int round = 0; round < 50; round++) {
            accepted(19);
            assertThat(rejected("554 5.7.1 looks like spam", Fault.MESSAGE, 1)).isEmpty();
        }
        for (int detail = 0; detail < 40; detail++) {
            assertThat(rejected("550 5.6." + detail + " no", Fault.MESSAGE, 1)).isEmpty();
        }
    }

    @Test
    void ofUnknownReadersThereMayBeTwiceAsMany() {
        accepted(150);

        assertThat(rejected("550 5.1.1 no such user", Fault.READER, 37)).isEmpty();
        assertThat(rejected("550 5.1.1 no such user", Fault.READER, 10)).isPresent();
    }

    @Test
    void onceStoppedItCountsAnewSoThatAPersonCanGoOn() {
        rejected("554 no", Fault.MESSAGE, 20);

        assertThat(rejected("554 no", Fault.MESSAGE, 19)).isEmpty();
    }

    @Test
    void switchedOffItNeverStops() {
        StopAndAsk off = new StopAndAsk(StopAndAsk.Limit.NONE);
        SmtpReply reply = SmtpReply.read("554 no").orElseThrow();

        for (int i = 0; i < 500; i++) {
            assertThat(off.settled(new Settled(Sample.dispatch(1), new Outcome.Rejected(reply, Fault.MESSAGE))))
                    .isEmpty();
        }
    }

    private void accepted(int count) {
        SmtpReply reply = SmtpReply.read("250 2.0.0 fine").orElseThrow();
        for (int i = 0; i < count; i++) {
            stopAndAsk.settled(new Settled(Sample.dispatch(1), new Outcome.Accepted(reply)));
        }
    }

    private Optional<String> rejected(String words, Fault fault, int count) {
        SmtpReply reply = SmtpReply.read(words).orElseThrow();
        Optional<String> why = Optional.empty();
        for (int i = 0; i < count && why.isEmpty(); i++) {
            why = stopAndAsk.settled(new Settled(Sample.dispatch(1), new Outcome.Rejected(reply, fault)));
        }
        return why;
    }
}
