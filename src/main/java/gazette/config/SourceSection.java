package gazette.config;

import gazette.article.FeedSource;
import gazette.article.FirstRun;
import gazette.article.FolderSource;
import gazette.article.PrivateNetworks;
import gazette.article.Source;
import gazette.article.SourceLanguage;
import gazette.edition.Filter;
import gazette.edition.Masthead;
import gazette.edition.Supply;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One of a newsletter's {@code sources}: a folder or a feed, and which of its articles are welcome. */
final class SourceSection {
    /** Asked more often, most servers begin to refuse. */
    static final Duration MOST_OFTEN = Duration.ofMinutes(1);

    private static final String EVERY = "15m";
    private static final Map<String, FirstRun> FIRST = Map.of("all", FirstRun.ALL, "none", FirstRun.NONE);

    /** Of a feed that is new here: the news of the day, and not its archive. */
    private static final String FIRST_OF_A_FEED = "10";

    private static final int MOST_AT_FIRST = 10_000;

    private final Section section;
    private final Path workspace;
    private final Set<Object> seen;

    /** @param seen the places that sources before this one have, to which this one's is added */
    SourceSection(Section section, Path workspace, Set<Object> seen) {
        this.section = section;
        this.workspace = workspace;
        this.seen = seen;
    }

    /** Empty when its place is missing or wrong, and without a masthead. */
    Optional<Supply> read(Optional<Masthead> masthead) {
        Function<Masthead, Optional<Source>> source = section.isSet("feed") ? feed() : folder();
        Optional<Integer> most =
                section.optional("max", Kinds.whole(1, Kinds.MOST_ARTICLES, "from 1 to " + Kinds.MOST_ARTICLES));
        List<String> topics = section.several("topic", Kinds::words);
        Filter filter = RuleSection.filter(section);
        section.close();
        return masthead.flatMap(source).map(s -> new Supply(s, filter, most.orElse(Integer.MAX_VALUE), topics));
    }

    private Function<Masthead, Optional<Source>> folder() {
        for (String key : List.of("name", "every", "allow-private")) {
            section.refuse(key, "is for feeds, and this is a folder", "remove it");
        }
        section.optional("feed", FeedAddress::read);
        Optional<Path> path = section.optional("folder", Kinds.path(workspace));
        if (!section.isSet("folder") && section.isRead()) {
            section.object("names neither a folder nor a feed", "add one of them");
        }
        path.ifPresent(p -> unlessTwice("folder", p));
        FirstRun first = section.optional("first", SourceSection::first, "all");
        Optional<Locale> language = section.optional("language", Kinds::language);
        return masthead -> path.map(p -> new FolderSource(
                shortest(p), p, masthead.zone(), new SourceLanguage(language, masthead.language()), first));
    }

    private String shortest(Path path) {
        return (path.startsWith(workspace) ? workspace.relativize(path) : path).toString();
    }

    private Function<Masthead, Optional<Source>> feed() {
        section.refuse("folder", "is set beside feed", "keep one; another source is another item of the list");
        Optional<URI> address = section.optional("feed", FeedAddress::read);
        address.ifPresent(a -> unlessTwice("feed", a));
        Optional<String> name = section.optional("name", Kinds::words);
        Duration every = section.optional("every", Kinds.duration(MOST_OFTEN), EVERY);
        FirstRun first = section.optional("first", SourceSection::first, FIRST_OF_A_FEED);
        Optional<Locale> language = section.optional("language", Kinds::language);
        PrivateNetworks allowed = new PrivateNetworks(section.several("allow-private", NetworkEntry::read));
        return masthead -> address.map(a -> new FeedSource(
                a,
                name.orElse(""),
                masthead.zone(),
                new SourceLanguage(language, masthead.language()),
                every,
                first,
                allowed));
    }

    private void unlessTwice(String key, Object place) {
        if (!seen.add(place)) {
            section.object(key, "is listed twice", "keep one of them");
        }
    }

    /** {@code all}, {@code none} or a number. */
    static Fit<FirstRun> first(String text) {
        Optional<FirstRun> word = Optional.ofNullable(FIRST.get(text));
        return word.map(Fit::of)
                .orElseGet(() -> Kinds.whole(0, MOST_AT_FIRST, "")
                        .read(text)
                        .value()
                        .map(FirstRun::new)
                        .map(Fit::of)
                        .orElse(Fit.not("give all, none, or how many of the newest")));
    }
}
