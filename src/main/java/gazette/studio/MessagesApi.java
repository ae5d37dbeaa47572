package gazette.studio;

import com.fasterxml.jackson.jr.ob.JSON;
import gazette.sink.Arrival;
import gazette.sink.CaughtMessage;
import gazette.sink.Inbox;
import gazette.web.NotFound;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The inbox for tests and other programs, in JSON. It answers on this machine alone, gives no other site leave to read it
 * (no CORS), and changes something by DELETE only; see {@link Gate#forPrograms}.
 */
final class MessagesApi implements StudioPages {
    private static final String JSON_TYPE = "application/json; charset=utf-8";
    private static final String ALL = "/api/v1/messages";
    private static final int USUAL = 50;
    private static final int MOST = 500;

    /** A test that waits longer for a mail has failed. */
    private static final int LONGEST_WAIT_SECONDS = 30;

    private final Inbox inbox;
    private final Arrivals arrivals;

    MessagesApi(Inbox inbox) {
        this.inbox = inbox;
        this.arrivals = new Arrivals(inbox);
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read(ALL, this::list);
        routes.read(ALL + "/latest", this::latest);
        routes.read(ALL + "/{id}", context -> whole(context, inbox.message(context.pathParam("id"))));
        routes.read(ALL + "/{id}/raw", this::raw);
        routes.delete(ALL, context -> answer(context, Map.of("deleted", inbox.deleteAll())));
        routes.delete(ALL + "/{id}", this::delete);
    }

    /** What a request cannot mean; its words go to whoever asked. */
    private static final class Misunderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misunderstood(String why) {
            super(why);
        }
    }

    private void list(Context context) {
        understood(context, () -> {
            int limit = number(context, "limit", USUAL, MOST);
            List<Arrival> found =
                    inbox.newestFirst().stream().filter(wanted(context)).toList();
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("version", MessageDocument.VERSION);
            document.put("total", found.size());
            document.put(
                    "messages",
                    found.stream().limit(limit).map(MessageDocument::of).toList());
            answer(context, document);
        });
    }

    private void latest(Context context) {
        understood(context, () -> {
            Predicate<Arrival> wanted = wanted(context);
            int seconds = number(context, "wait", 0, LONGEST_WAIT_SECONDS);
            if (seconds == 0) {
                whole(context, message(arrivals.newest(wanted)));
            } else {
                context.future(() -> arrivals.next(wanted, Duration.ofSeconds(seconds))
                        .thenAccept(found -> whole(context, message(found))));
            }
        });
    }

    private Optional<CaughtMessage> message(Optional<Arrival> arrival) {
        return arrival.flatMap(found -> inbox.message(found.id()));
    }

    private void raw(Context context) {
        inbox.message(context.pathParam("id"))
                .ifPresentOrElse(
                        message -> MessageParts.keep(
                                context, "message-" + message.id() + ".eml", "message/rfc822", message.content()),
                        () -> none(context));
    }

    private void delete(Context context) {
        if (inbox.delete(context.pathParam("id"))) {
            answer(context, Map.of("deleted", 1));
        } else {
            none(context);
        }
    }

    private void whole(Context context, Optional<CaughtMessage> found) {
        found.ifPresentOrElse(message -> answer(context, MessageDocument.of(message)), () -> none(context));
    }

    private static void none(Context context) {
        NotFound.say(context, JSON_TYPE, json(Map.of("error", "there is no such message, or no longer")));
    }

    private static void understood(Context context, Runnable answer) {
        try {
            answer.run();
        } catch (Misunderstood why) {
            refuse(context, HttpStatus.BAD_REQUEST, String.valueOf(why.getMessage()));
        }
    }

    private static void refuse(Context context, HttpStatus status, String why) {
        answer(context.status(status), Map.of("error", why));
    }

    private static Predicate<Arrival> wanted(Context context) {
        InboxSearch search = InboxSearch.of(said(context, "to"), said(context, "subject"));
        Instant since = since(said(context, "since"));
        return arrival -> !arrival.received().isBefore(since) && search.finds(arrival, false, () -> "");
    }

    private static Instant since(String said) {
        try {
            return said.isEmpty() ? Instant.EPOCH : OffsetDateTime.parse(said).toInstant();
        } catch (DateTimeParseException notATime) {
            throw new Misunderstood(
                    "since is '" + said + "': give a time such as 2026-01-31T07:00:00Z, percent-encoded in an address");
        }
    }

    private static int number(Context context, String name, int usual, int most) {
        String said = said(context, name);
        if (said.isEmpty()) {
            return usual;
        }
        if (!said.matches("[0-9]{1,6}") || Integer.parseInt(said) > most) {
            throw new Misunderstood(name + " is '" + said + "': give a whole number up to " + most);
        }
        return Integer.parseInt(said);
    }

    private static String said(Context context, String parameter) {
        return Objects.requireNonNullElse(context.queryParam(parameter), "");
    }

    private static void answer(Context context, Map<String, Object> document) {
        context.contentType(JSON_TYPE).result(json(document));
    }

    private static String json(Map<String, Object> document) {
        try {
            return JSON.std.asString(document) + "\n";
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
