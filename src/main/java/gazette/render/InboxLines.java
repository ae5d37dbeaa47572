package gazette.render;

import gazette.article.Article;
import gazette.edition.Edition;
import gazette.edition.Note;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an inbox shows of an edition before it is opened. The editor's own words come first.
 *
 * @param day of the edition, in words
 */
record InboxLines(Edition edition, List<Told> stories, String day) {
    /** What an inbox shows of a subject before it cuts it, in characters; a note's own subject is left as it is. */
    static final int SUBJECT = 70;

    String subject() {
        return written(edition.note().flatMap(Note::subject)).orElseGet(() -> Cut.of(title(lead()), SUBJECT));
    }

    /** The line beside the subject. */
    String preheader() {
        return written(edition.note().flatMap(Note::preheader)).orElseGet(this::madePreheader);
    }

    private String madePreheader() {
        boolean subjectIsTheLead = edition.note().flatMap(Note::subject).isEmpty();
        Stream<String> lead = subjectIsTheLead ? Stream.of() : Stream.of(title(lead()));
        Stream<String> story = Stream.of(Clean.set(Opening.teaser(lead()), lead().language()));
        Stream<String> others = stories.stream().skip(1).map(other -> title(other.article()));
        Stream<String> newsletter = Stream.of(own(edition.masthead().name()), day);
        return Preheader.of(Stream.of(lead, story, others, newsletter)
                .flatMap(pieces -> pieces)
                .toList());
    }

    private Article lead() {
        return stories.get(0).article();
    }

    private static String title(Article article) {
        return Clean.set(article.title(), article.language());
    }

    private Optional<String> written(Optional<String> words) {
        return words.map(this::own);
    }

    private String own(String words) {
        return Clean.set(words, edition.masthead().language());
    }
}
