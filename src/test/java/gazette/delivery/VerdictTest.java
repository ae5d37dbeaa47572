package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.mail.SmtpReply;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What replies mean, a line of {@code replies.tsv} each. */
final class VerdictTest {
    @TestFactory
    Stream<DynamicTest> everyReplyIsLaidAtTheRightDoor() throws IOException, URISyntaxException {
        Path table = Path.of(
                Objects.requireNonNull(getClass().getResource("replies.tsv")).toURI());
        return Files.readAllLines(table).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(row -> DynamicTest.dynamicTest(row[0] + " " + row[1], () -> judged(row)));
    }

    private static void judged(String[] row) {
        Diagnosis.Stage stage = Diagnosis.Stage.valueOf(row[0]);
        Verdict verdict = verdict(stage, SmtpReply.read(row[1]).orElseThrow());

        DispatchState state = verdict.outcome().next(Sample.dispatch(1), RetryPolicy.TWO_DAYS);

        assertThat(said(verdict.outcome()) + ", " + state + ", "
                        + verdict.end().map(Enum::name).orElse("goes on"))
                .isEqualTo(row[2] + " " + row[3] + ", " + row[4] + ", " + row[5]);
    }

    private static Verdict verdict(Diagnosis.Stage stage, SmtpReply reply) {
        Optional<Verdict> verdict = switch (stage) {
            case MAIL -> Verdict.ofMail(reply, false);
            case RECIPIENT -> Verdict.ofRecipient(reply);
            case CONTENT -> Optional.of(Verdict.ofContent(reply));
        };
        return verdict.orElseThrow();
    }

    private static String said(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return rejected.fault() + " NONE";
        }
        Diagnosis why = ((Outcome.Deferred) outcome).why();
        return why.fault() + " " + why.pushback() + (why.pushback() == Pushback.NONE ? "" : " " + why.scope());
    }
}
