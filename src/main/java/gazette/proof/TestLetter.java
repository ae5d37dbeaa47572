package gazette.proof;

import gazette.delivery.CompiledEdition;
import gazette.delivery.Dispatch;
import gazette.delivery.DispatchId;
import gazette.delivery.Journal;
import gazette.delivery.Outcome;
import gazette.delivery.Parting;
import gazette.delivery.Settled;
import gazette.delivery.SmtpCourier;
import gazette.delivery.SmtpServer;
import gazette.edition.Edition;
import gazette.edition.InDoubtPolicy;
import gazette.mail.EmailAddress;
import gazette.subscriber.Subscriber;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends one message of an edition by the real mail server, with {@code [TEST]} before its subject. Nothing is stored. */
public final class TestLetter {
    private static final String PREFIX = "[TEST] ";

    /** A link to leave by in a test ends nobody's subscription. */
    private static final long NOBODY = 0;

    private final SmtpServer server;

    /** By this mail server. */
    public TestLetter(SmtpServer server) {
        this.server = server;
    }

    /**
     * What came of it.
     *
     * @param outcome empty when no server was there to take or refuse it
     * @param parting how the connection ended
     */
    public record Answer(Optional<Outcome> outcome, Parting parting) {
        /** Whether the server took it. */
        public boolean isAccepted() {
            return outcome.filter(Outcome.Accepted.class::isInstance).isPresent();
        }

        /** Whether there was a server that would hear of it. */
        public boolean isHeard() {
            return outcome.isPresent() && parting.kind() != Parting.Kind.REFUSED;
        }

        /** The server's words, or ours. */
        public String words() {
            return isHeard() ? outcome.orElseThrow().words() : parting.words();
        }
    }

    /** For {@code to} as a reader of whom nothing else is known. */
    public static Subscriber reader(EmailAddress to) {
        return new Subscriber(NOBODY, to, "", Optional.empty(), Optional.empty(), List.of(), Map.of());
    }

    /** What {@code reader} would get, for somebody else to look at. */
    public static Subscriber copy(Subscriber reader, EmailAddress to) {
        return new Subscriber(
                NOBODY, to, reader.name(), reader.language(), reader.since(), reader.topics(), reader.fields());
    }

    /** Connects, hands one message over, and returns with the server's answer; within its time limits. */
    public Answer send(Edition edition, CompiledEdition compiled, Subscriber reader) {
        Dispatch dispatch = new Dispatch(new DispatchId(1), edition.id(), reader, 1, InDoubtPolicy.HOLD);
        SmtpCourier courier = new SmtpCourier(server, asked -> compiled.letter(asked.subscriber(), PREFIX));
        OneTurn journal = new OneTurn();
        Parting parting = courier.deliver(List.of(dispatch).iterator(), journal);
        return new Answer(journal.outcome, parting);
    }

    /** Remembers for as long as the letter takes. */
    private static final class OneTurn implements Journal {
        private Optional<Outcome> outcome = Optional.empty();

        @Override
        public boolean turn(Optional<Settled> last, Optional<Dispatch> next) {
            last.ifPresent(settled -> outcome = Optional.of(settled.outcome()));
            return true;
        }
    }
}
