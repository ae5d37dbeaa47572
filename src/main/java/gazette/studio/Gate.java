package gazette.studio;

import gazette.web.SafeHeaders;
import gazette.web.WebServer;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Who may come into the studio, and who may change something there. Nothing of a request is read before its header was
 * looked at, and the bodies of a few requests at once, so that slow ones never keep all threads of the server.
 */
final class Gate {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String UPLOAD = "multipart/form-data";
    private static final int READ_AT_ONCE = 4;

    /** What somebody may drop by mistake, and is told of. */
    private static final long MOST_THROWN_AWAY = 64L << 20;

    private final FormToken token;
    private final Refusals refusals;
    private final Semaphore reading = new Semaphore(READ_AT_ONCE);

    Gate(FormToken token, Refusals refusals) {
        this.token = token;
        this.refusals = refusals;
    }

    Handler forReading(Handler handler) {
        return context -> {
            LoopbackCheck.Answer answer = LoopbackCheck.of(context);
            if (answer == LoopbackCheck.Answer.OURS) {
                SafeHeaders.forStudio(context);
                handler.handle(context);
            } else {
                refusals.turnAway(context, answer);
            }
        };
    }

    /** For a form of a few fields with the token among them. */
    Handler forChanging(Handler handler) {
        return forReading(context -> {
            Optional<Refusal> refusal =
                    Refusal.ofHeader(context, FORM, WebServer.MOST_BODY_OCTETS).or(() -> ofForm(context));
            if (refusal.isEmpty()) {
                handler.handle(context);
            } else {
                refuse(context, refusal.get());
            }
        });
    }

    private Optional<Refusal> ofForm(Context context) {
        if (!reading.tryAcquire()) {
            return Optional.of(Refusal.BUSY);
        }
        try {
            return ofToken(context.formParam(FormToken.FIELD));
        } finally {
            reading.release();
        }
    }

    /**
     * For a change that a program asks for by a method that no form has. A page of another site can make a browser send
     * DELETE only after it has asked with OPTIONS whether it may, which nobody here allows; should one come all the same,
     * it says where it is from, and is refused.
     */
    Handler forPrograms(Handler handler) {
        return forReading(context -> {
            if (Refusal.isForeign(context)) {
                refusals.refuse(context, Refusal.FOREIGN);
            } else {
                handler.handle(context);
            }
        });
    }

    /** For a file. The token is in the address, so that nothing of the file is read for a stranger. */
    Handler forUpload(Handler handler) {
        return forReading(context -> {
            Optional<Refusal> refusal = Refusal.ofHeader(context, UPLOAD, WebServer.MOST_FORM_OCTETS)
                    .or(() -> ofToken(context.queryParam(FormToken.FIELD)));
            if (refusal.isPresent()) {
                refuse(context, refusal.get());
            } else if (reading.tryAcquire()) {
                try {
                    handler.handle(context);
                } finally {
                    reading.release();
                }
            } else {
                refusals.refuse(context, Refusal.BUSY);
            }
        });
    }

    /**
     * Closing a connection on which octets are unread takes the answer back on its way (RFC 9112 section 9.6): whoever has
     * sent too much, or from an old page, would see a broken connection instead of the reason.
     */
    private void refuse(Context context, Refusal refusal) {
        if ((refusal == Refusal.LARGE || refusal == Refusal.OLD)
                && context.req().getContentLengthLong() <= MOST_THROWN_AWAY
                && reading.tryAcquire()) {
            try {
                context.bodyInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                // nobody waits for the reason
            } finally {
                reading.release();
            }
        }
        refusals.refuse(context, refusal);
    }

    private Optional<Refusal> ofToken(@Nullable String said) {
        return token.isOurs(Objects.requireNonNullElse(said, "")) ? Optional.empty() : Optional.of(Refusal.OLD);
    }
}
