package gazette.studio;

import gazette.delivery.AnswerCode;
import gazette.delivery.Ended;
import gazette.delivery.Outbox;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * What a person does with an edition: stop it, let it go on, call it off, have some of it tried again. Each is safe to
 * repeat, and answers with the edition's page, which says what came of it.
 */
final class EditionActions implements StudioPages {
    /** What takes longer goes on in the background, and the page says so. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int LONGEST_REASON = 500;

    private final Desk desk;
    private final Consumer<EditionId> changed;

    /** @param changed is told of each edition to which something was done */
    EditionActions(Desk desk, Consumer<EditionId> changed) {
        this.desk = desk;
        this.changed = changed;
    }

    @Override
    public void addTo(StudioRoutes routes) {
        add(routes, "/pause", this::pause);
        add(routes, "/resume", this::resume);
        add(routes, "/cancel", this::cancel);
        add(routes, "/retry", this::retry);
    }

    /** What is done with an edition that is there; the parameters of the page that says so. */
    private interface Deed {
        Address on(Context context, EditionId edition, Address page);
    }

    private void add(StudioRoutes routes, String name, Deed deed) {
        routes.change(EditionAddress.PATTERN + name, context -> {
            Optional<EditionId> edition = EditionAddress.read(context)
                    .filter(id -> desk.workbench().editions().summary(id).isPresent());
            if (edition.isEmpty()) {
                context.status(HttpStatus.NOT_FOUND);
                return;
            }
            Address page = new Address(EditionAddress.of(edition.get()));
            Address answer = deed.on(context, edition.get(), page);
            changed.accept(edition.get());
            context.redirect(answer.toString(), HttpStatus.SEE_OTHER);
        });
    }

    private Address pause(Context context, EditionId edition, Address page) {
        String why = form(context, "why");
        String reason = why.isEmpty() ? "a person asked" : why.substring(0, Math.min(LONGEST_REASON, why.length()));
        boolean news = desk.change((editions, outbox) -> editions.pause(edition, reason));
        return news || is(edition, EditionState.PAUSED) ? page.with("done", "paused") : page.with("refused", "state");
    }

    private Address resume(Context context, EditionId edition, Address page) {
        String wave = form(context, "wave");
        if (!wave.matches("(?:[1-9]\\d{0,8})?")) {
            return page.with("refused", "wave");
        }
        if (!is(edition, EditionState.PAUSED, EditionState.FILLED)) {
            return page.with("refused", "state");
        }
        Optional<Integer> most = wave.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(wave));
        desk.change((editions, outbox) -> editions.resume(edition, most));
        ring();
        return page.with("done", "resumed");
    }

    private Address cancel(Context context, EditionId edition, Address page) {
        if (!form(context, "number").equals(String.valueOf(edition.number()))) {
            return page.with("refused", "number");
        }
        boolean isDone = errand(outbox -> outbox.cancel(edition) ? 1 : 0).isPresent();
        return page.with("done", isDone ? "cancelled" : "cancelling");
    }

    private Address retry(Context context, EditionId edition, Address page) {
        String code = form(context, "code");
        if (!code.isEmpty() && !AnswerCode.isCode(code)) {
            return page.with("refused", "code");
        }
        if (!is(edition, EditionState.PAUSED, EditionState.FILLED)) {
            return page.with("refused", "state");
        }
        List<String> wanted = context.formParams("state");
        List<Ended> ended = Arrays.stream(Ended.values())
                .filter(each -> wanted.contains(EditionWords.word(each)))
                .toList();
        Optional<AnswerCode> only = code.isEmpty() ? Optional.empty() : Optional.of(new AnswerCode(code));
        Optional<Long> again = errand(outbox -> ended.stream()
                .mapToLong(each -> outbox.putBack(edition, each, only))
                .sum());
        return again.map(count -> count == 0
                        ? page.with("done", "none")
                        : page.with("done", "retried").with("count", count.toString()))
                .orElseGet(() -> page.with("done", "retrying"));
    }

    /** A change of many short commits. */
    private interface Errand {
        long run(Outbox outbox);
    }

    /** What it came to; empty while it goes on. Who delivers is told at the end. */
    private Optional<Long> errand(Errand errand) {
        CompletableFuture<Long> ending = CompletableFuture.supplyAsync(
                () -> {
                    long came = desk.change((editions, outbox) -> errand.run(outbox));
                    ring();
                    return came;
                },
                desk.errands());
        try {
            return Optional.of(ending.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException goesOn) {
            return Optional.empty();
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the edition could not be changed", failed.getCause());
        }
    }

    private boolean is(EditionId edition, EditionState... wanted) {
        return desk.workbench()
                .editions()
                .summary(edition)
                .filter(summary -> List.of(wanted).contains(summary.state()))
                .isPresent();
    }

    private void ring() {
        desk.departures().ifPresent(Departures::ring);
    }

    private static String form(Context context, String name) {
        return Objects.requireNonNullElse(context.formParam(name), "").strip();
    }
}
