package gazette.render;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import gazette.render.Field.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code reader} in a template that is run for all readers of a variant. Whatever is asked of it is a field, and each
 * read of a field prints a marker of its own, made such that whatever people do to words changes it: then the read was
 * logic on the reader, which is found, not guessed.
 */
final class ReaderFields implements ReaderView {
    /** Changes in upper case and in lower case alike. */
    private static final char FIRST = '\u01C5';

    /** All that words are split, cut or searched at, and whatever one of the kinds of field writes differently. */
    private static final String PROBE =
            "aZ é@-_.,;:!?/\\|#$%&*+=~^`'\"<>()[]{}0123456789" + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final String NUMBERED = "(" + Field.NAME + ")\\.([0-9]+)\\.";
    private static final String ENCODED_BEGIN = Kind.URL.of("" + FIRST + Field.BEGIN);
    private static final String ENCODED_END = Kind.URL.of("" + Field.END);

    private static final Pattern MARKER = Pattern.compile(FIRST + "" + Field.BEGIN + NUMBERED + "[^" + Field.END + "]*"
            + Field.END + "|" + ENCODED_BEGIN + NUMBERED + "(?:(?!" + ENCODED_END + ").)*+" + ENCODED_END);

    /** At least one of them is in each marker, and in what is left of one that did not come out whole. */
    private static final List<String> TRACES = List.of(
            "" + FIRST,
            "" + Field.BEGIN,
            "" + Field.END,
            Kind.URL.of("" + FIRST),
            Kind.URL.of("" + Field.BEGIN),
            ENCODED_END);

    private record Read(String field, Place place, Use use) {}

    private final String file;
    private final Set<String> absent;
    private final Set<String> asked = new TreeSet<>();
    private final List<Read> reads = new ArrayList<>();
    private final Set<Integer> whole = new HashSet<>();
    private final Set<Integer> broken = new HashSet<>();
    private final Set<Integer> inSubject = new HashSet<>();
    private boolean isCut;

    /**
     * @param file that is run first
     * @param absent the fields that the readers have nothing in
     */
    ReaderFields(String file, Set<String> absent) {
        this.file = file;
        this.absent = Set.copyOf(absent);
    }

    /** The fields that the template asked for. */
    Set<String> asked() {
        return Set.copyOf(asked);
    }

    @Override
    public @Nullable TemplateModel get(String name) throws TemplateModelException {
        if (!Field.NAME.matcher(name).matches()) {
            throw new TemplateModelException(
                    "reader." + name + " cannot be a field: its name needs small letters a-z, digits, - and _ alone");
        }
        asked.add(name);
        if (absent.contains(name)) {
            return Use.isAskedForPresence() ? null : new SimpleScalar("");
        }
        return (TemplateScalarModel) () -> read(name);
    }

    private String read(String name) {
        Use use = Use.now();
        return use == Use.PRESENCE
                ? name
                : next(new Read(name, Place.of(new TemplateModelException("a read of reader." + name), file), use));
    }

    private String next(Read read) {
        reads.add(read);
        return marker(read.field(), reads.size());
    }

    private static String marker(String field, int number) {
        return FIRST + "" + Field.BEGIN + field + "." + number + "." + PROBE + Field.END;
    }

    @Override
    public String again(String subject) {
        return MARKER.matcher(subject).replaceAll(found -> {
            Read first = reads.get(number(found) - 1);
            String next = next(first);
            whole.add(reads.size()); // nobody needs to print the subject again
            inSubject.add(reads.size());
            return Matcher.quoteReplacement(next);
        });
    }

    /** {@code printed} with the markers that messages are filled by. */
    String settled(String printed) {
        if (!isTraced(printed)) {
            return printed;
        }
        String settled = settledMarkers(printed);
        isCut |= isTraced(Field.without(settled));
        return settled;
    }

    private static boolean isTraced(String text) {
        return TRACES.stream().anyMatch(text::contains);
    }

    /** Tried only where a marker can begin: there are few in much text. */
    private String settledMarkers(String printed) {
        StringBuilder settled = new StringBuilder(printed.length());
        Matcher marker = MARKER.matcher(printed).useAnchoringBounds(false);
        int from = 0;
        for (int at = start(printed, 0); at >= 0; at = start(printed, Math.max(from, at + 1))) {
            if (marker.region(at, printed.length()).lookingAt()) {
                settled.append(printed, from, at).append(settled(marker.toMatchResult()));
                from = marker.end();
            }
        }
        return settled.append(printed, from, printed.length()).toString();
    }

    /** Where the next marker may begin, at {@code from} or behind; negative: nowhere. */
    private static int start(String printed, int from) {
        int plain = printed.indexOf(FIRST, from);
        int encoded = printed.indexOf(ENCODED_BEGIN, from);
        return plain < 0 ? encoded : encoded < 0 ? plain : Math.min(plain, encoded);
    }

    private String settled(MatchResult found) {
        int number = number(found);
        String name = found.group(1) == null ? found.group(3) : found.group(1);
        Optional<Kind> kind = Stream.of(Kind.values())
                .filter(each -> each.of(marker(name, number)).equals(found.group()))
                .findFirst();
        (kind.isPresent() ? whole : broken).add(number);
        return kind.map(each -> new Field(each, name).marker()).orElse(found.group());
    }

    private static int number(MatchResult found) {
        return Integer.parseInt(found.group(2) == null ? found.group(4) : found.group(2));
    }

    /** Where the template does more with fields than printing them, after all was {@link #settled}. */
    Set<Place> logic() {
        Set<Place> logic = new LinkedHashSet<>();
        IntStream.rangeClosed(1, reads.size())
                .filter(this::isLogic)
                .forEach(n -> logic.add(reads.get(n - 1).place()));
        return logic;
    }

    private boolean isLogic(int number) {
        Use use = reads.get(number - 1).use();
        return use == Use.LOGIC
                || broken.contains(number)
                || !whole.contains(number)
                || (isCut && (use == Use.CARRIED || inSubject.contains(number)));
    }

    /** Where the template made something of fields that depends on them, in a run that did not come to its end. */
    Set<Place> refused() {
        return places(Use.LOGIC);
    }

    /** Where the template puts fields away, and may look at them later. */
    Set<Place> carried() {
        return places(Use.CARRIED);
    }

    private Set<Place> places(Use use) {
        Set<Place> places = new LinkedHashSet<>();
        reads.stream().filter(read -> read.use() == use).forEach(read -> places.add(read.place()));
        return places;
    }
}
