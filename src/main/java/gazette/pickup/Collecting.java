package gazette.pickup;

import gazette.article.Problem;
import gazette.article.Source;
import gazette.pickup.FeedRound.Question;
import gazette.pickup.SourceOutcome.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the readings of a round as they come in, and stores many with one commit. */
final class Collecting {
    /** Readings with articles that are stored together: some 500 articles, a commit of about 50 ms. */
    private static final int MOST_TOGETHER = 50;
    /** Articles that are stored together, the last reading's aside. */
    private static final int MOST_ARTICLES = 1_000;
    /** How long, in nanoseconds, the first reading of a commit waits for more: a thousand 304s take about as long. */
    private static final long COMPANY = Duration.ofMillis(500).toNanos();

    private final Keeping keeping;
    private final Web web;

    Collecting(Keeping keeping, Web web) {
        this.keeping = keeping;
        this.web = web;
    }

    /** What each came to. Returns when all have answered, patience ends, or the thread is interrupted. */
    List<SourceOutcome> run(List<Question> questions, Instant now) {
        Map<String, Source> missing = new LinkedHashMap<>();
        questions.forEach(question -> missing.put(question.feed().key(), question.feed()));
        List<SourceOutcome> outcomes = new ArrayList<>();
        long deadline = System.nanoTime() + web.patience().toNanos();
        try (FeedRound round = new FeedRound(new FeedDesk(web, now), web.threads())) {
            round.ask(questions);
            while (!missing.isEmpty() && System.nanoTime() - deadline < 0) {
                List<Reading> together = together(round, missing.size(), deadline);
                if (together.isEmpty()) {
                    break;
                }
                outcomes.addAll(keeping.keep(together));
                together.forEach(reading -> missing.remove(reading.source().key()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        missing.values().forEach(source -> outcomes.add(late(source)));
        return outcomes;
    }

    /** The readings of one commit; empty when none came before the deadline. */
    private static List<Reading> together(FeedRound round, int most, long deadline) throws InterruptedException {
        List<Reading> together = new ArrayList<>();
        Optional<Reading> reading = round.next(deadline - System.nanoTime());
        long until = System.nanoTime() + COMPANY;
        while (reading.isPresent()) {
            together.add(reading.get());
            if (together.size() == most || isEnough(together)) {
                break;
            }
            reading = round.next(until - System.nanoTime());
        }
        return together;
    }

    private static boolean isEnough(List<Reading> together) {
        long withArticles = together.stream()
                .filter(reading -> !reading.articles().isEmpty())
                .count();
        int articles =
                together.stream().mapToInt(reading -> reading.articles().size()).sum();
        return withArticles >= MOST_TOGETHER || articles >= MOST_ARTICLES;
    }

    private SourceOutcome late(Source source) {
        String what = "it has not answered within the " + web.patience().toSeconds()
                + " s that a round lasts: the next round asks again";
        return SourceOutcome.without(source, Kind.LATE, List.of(new Problem(SourceOutcome.place(source), what)));
    }
}
