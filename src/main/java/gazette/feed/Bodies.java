package gazette.feed;

import gazette.article.Blanks;
import gazette.article.Block;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The words of an item: what it says first, and what beside that. */
record Bodies(List<Block> content, String summary) {
    private static final String[] FULL = {
        "content:encoded", "xhtml:body", "body", "fullitem", "atom:content", "content", "xhtml:div", "content:items"
    };
    private static final String[] TEASER = {
        "atom:summary",
        "summary",
        "dcterms:abstract",
        "dc:description",
        "itunes:summary",
        "media:description",
        "itunes:subtitle"
    };

    /** RSS: a description with nothing beside it is the body. */
    static Bodies ofRss(Parts item) {
        Function<Element, Wording> reading =
                element -> Vocabulary.name(element, Vocabulary.RSS).startsWith("atom:")
                        ? AtomText.body(element, item.place())
                        : Wording.guessed(element, item.place());
        Optional<Wording> full = found(item, reading, FULL);
        Optional<Wording> description = found(item, reading, "description");
        Optional<Wording> teaser =
                found(item, reading, TEASER).or(() -> found(group(item), reading, "media:description"));
        Optional<Wording> body = full.or(() -> description).or(() -> teaser);
        return of(body, full.isPresent() ? description.or(() -> teaser) : teaser.or(() -> description));
    }

    /** Atom: content, else the summary, else what a module says. */
    static Bodies ofAtom(Parts entry) {
        Function<Element, Wording> atom = element -> AtomText.body(element, entry.place());
        Function<Element, Wording> module = element -> Wording.guessed(element, entry.place());
        Optional<Wording> full =
                found(entry, atom, "content").or(() -> found(entry, module, "content:encoded", "xhtml:body"));
        Optional<Wording> summary = found(entry, atom, "summary")
                .or(() -> found(entry, module, "description", "dc:description", "itunes:summary", "media:description"))
                .or(() -> found(group(entry), module, "media:description"));
        return of(full.or(() -> summary), summary);
    }

    private static Parts group(Parts item) {
        return item.inside("media:group").findFirst().orElse(item);
    }

    private static Bodies of(Optional<Wording> body, Optional<Wording> summary) {
        return new Bodies(
                body.map(Wording::blocks).orElse(List.of()),
                summary.map(Wording::words).orElse(""));
    }

    /** The first that says anything, once its markup is gone; else the first that shows anything. */
    private static Optional<Wording> found(Parts item, Function<Element, Wording> reading, String... names) {
        List<Wording> written = Stream.of(names)
                .flatMap(item::all)
                .map(reading)
                .filter(wording -> !wording.isEmpty())
                .toList();
        return written.stream()
                .filter(wording -> !Blanks.isBlank(wording.words()))
                .findFirst()
                .or(() -> written.stream()
                        .filter(wording -> !wording.blocks().isEmpty())
                        .findFirst());
    }
}
