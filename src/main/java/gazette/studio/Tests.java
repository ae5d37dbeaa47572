package gazette.studio;

import gazette.mail.EmailAddress;
import gazette.proof.Proof;
import gazette.proof.TestLetter;
import gazette.proof.TestLetter.Answer;
import gazette.subscriber.Subscriber;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends the message on the stage to one's own mailbox, by the real mail server. What came of the last few is remembered
 * for as long as the program runs. Safe to use from many threads.
 */
final class Tests implements StudioPages {
    /** Which test a page tells of. */
    static final String PARAMETER = "tested";

    static final String PATH = "/next/test";

    private static final int MOST = 50;

    private final Desk desk;
    private final Drafts drafts;
    private final AtomicLong number = new AtomicLong();
    private final Map<String, Map<String, Object>> told = new LinkedHashMap<>();

    Tests(Desk desk, Drafts drafts) {
        this.desk = desk;
        this.drafts = drafts;
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.change(PATH, this::send);
    }

    /** What came of the test that the address names; empty for none. */
    Map<String, Object> model(Context context) {
        String named = Objects.requireNonNullElse(context.queryParam(PARAMETER), "");
        synchronized (told) {
            return told.getOrDefault(named, Map.of());
        }
    }

    private void send(Context context) {
        String to = Objects.requireNonNullElse(context.formParam("to"), "").strip();
        Map<String, Object> came = EmailAddress.objection(to)
                .map(why -> told(to, "address", ""))
                .orElseGet(() -> sent(context, EmailAddress.of(to)));
        Address page = Address.of(context).at(Room.NEXT.path()).with(PARAMETER, remember(came));
        context.redirect(page + "#test", HttpStatus.SEE_OTHER);
    }

    private Map<String, Object> sent(Context context, EmailAddress to) {
        Where where = Where.of(context, desk.settings());
        Optional<Proof> proof = drafts.of(
                        where, Looks.of(context, where.newsletter().masthead().zone()))
                .proof();
        if (proof.isEmpty()) {
            return told(to.toString(), "nothing", "");
        }
        Subscriber reader = TestLetter.copy(
                ChosenReader.of(context, where.newsletter(), desk).subscriber(), to);
        Answer answer = new TestLetter(desk.settings().smtp())
                .send(proof.get().edition(), proof.get().compiled(), reader);
        String came = answer.isAccepted() ? "accepted" : answer.isHeard() ? "refused" : "unheard";
        return told(to.toString(), came, answer.words());
    }

    private static Map<String, Object> told(String to, String came, String words) {
        return Map.of("to", to, "came", came, "words", words);
    }

    private String remember(Map<String, Object> came) {
        String id = Long.toString(number.incrementAndGet());
        synchronized (told) {
            told.put(id, came);
            told.keySet().stream()
                    .limit(Math.max(0, told.size() - MOST))
                    .toList()
                    .forEach(told::remove);
        }
        return id;
    }
}
