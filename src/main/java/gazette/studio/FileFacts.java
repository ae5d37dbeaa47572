package gazette.studio;

import gazette.article.Article;
import gazette.article.Published;
import gazette.text.TextFile;
import gazette.text.TextReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What text files say of themselves; each is read once, and again when it changed. Safe to use from many threads. */
final class FileFacts {
    /** In files: a few hundred octets each. */
    private static final int MOST = 5_000;

    /**
     * Of one file.
     *
     * @param title empty when it cannot be read
     * @param problem why it cannot be read; else empty
     * @param changed when it was written last
     */
    record Facts(String title, Locale language, Optional<Published> dated, String problem, Instant changed) {}

    private record Known(State state, Facts facts) {}

    private record State(Object key, long size, Instant changed) {}

    private final Map<TextFile, Known> known = new ConcurrentHashMap<>();

    Facts of(TextFile file) {
        State state = state(file);
        Known before = known.get(file);
        if (before != null && before.state().equals(state)) {
            return before.facts();
        }
        Facts facts = facts(file.read(), state.changed());
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(file, new Known(state, facts));
        return facts;
    }

    private static Facts facts(TextReading reading, Instant changed) {
        Optional<Article> article = reading.article();
        return new Facts(
                article.map(Article::title).orElse(""),
                article.map(Article::language).orElse(Locale.ROOT),
                article.flatMap(Article::published),
                article.isPresent() || reading.problems().isEmpty()
                        ? ""
                        : reading.problems().get(0).what(),
                changed);
    }

    private static State state(TextFile file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
            Object key = Optional.ofNullable(now.fileKey()).orElse("");
            return new State(key, now.size(), now.lastModifiedTime().toInstant());
        } catch (IOException goneMeanwhile) {
            return new State("", 0, Instant.EPOCH);
        }
    }
}
