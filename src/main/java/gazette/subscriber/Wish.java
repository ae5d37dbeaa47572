package gazette.subscriber;

import gazette.mail.Format;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asked for, as far as it changes the words that they get.
 *
 * @param topics empty for all
 * @param absent of the fields that a template reads, those that the reader has nothing in
 */
public record Wish(Optional<Locale> language, List<String> topics, Format format, Set<String> absent) {
    /** Of a reader who asked for nothing and has all fields. */
    public static final Wish NONE = new Wish(Optional.empty(), List.of(), Format.HTML, Set.of());

    public Wish {
        topics = List.copyOf(topics);
        absent = Set.copyOf(absent);
    }

    /** Said here, and not woven by Java anew at each start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Wish that
                && language.equals(that.language)
                && topics.equals(that.topics)
                && format == that.format
                && absent.equals(that.absent);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * language.hashCode() + topics.hashCode()) + format.hashCode()) + absent.hashCode();
    }

    /** What {@code reader} asked for, where a template reads {@code fields}. */
    public static Wish of(Subscriber reader, Set<String> fields) {
        Set<String> absent = new TreeSet<>(fields);
        absent.removeIf(reader::has);
        return new Wish(reader.language(), reader.topics(), reader.format(), absent);
    }
}
