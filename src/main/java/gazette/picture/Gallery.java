package gazette.picture;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.Figure;
import gazette.article.Picture;
import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Note;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Goes through the pictures of an edition in reading order: its logo, those of its note, those of its stories. */
final class Gallery {
    /**
     * One picture.
     *
     * @param place what shows it first, as a person names it
     * @param sources the keys of the sources whose articles show it
     */
    record Exhibit(String key, Picture picture, String place, Set<String> sources) {
        Exhibit {
            sources = Set.copyOf(sources);
        }
    }

    private final Map<String, Exhibit> exhibits = new LinkedHashMap<>();

    private Gallery() {}

    /** The pictures of {@code edition}, each once. */
    static List<Exhibit> of(Edition edition) {
        Gallery gallery = new Gallery();
        gallery.add(edition.masthead().style().logo(), "logo", Set.of());
        edition.note().map(Note::blocks).ifPresent(blocks -> gallery.add(blocks, "note", Set.of()));
        edition.articles().forEach(gallery::add);
        return List.copyOf(gallery.exhibits.values());
    }

    private void add(Article article) {
        Set<String> source = Set.of(article.origin().source());
        add(article.picture(), article.title(), source);
        add(article.blocks(), article.title(), source);
    }

    private void add(List<Block> blocks, String place, Set<String> source) {
        for (Block block : blocks) {
            if (block instanceof Figure figure) {
                add(Optional.of(figure.picture()), place, source);
            }
        }
    }

    private void add(Optional<Picture> shown, String place, Set<String> source) {
        for (Picture picture : shown.stream().toList()) {
            Exhibit exhibit = new Exhibit(Illustrations.key(picture), picture, place, source);
            exhibits.merge(exhibit.key(), exhibit, Gallery::together);
        }
    }

    private static Exhibit together(Exhibit first, Exhibit again) {
        Set<String> sources = new TreeSet<>(first.sources());
        sources.addAll(again.sources());
        return new Exhibit(first.key(), first.picture(), first.place(), sources);
    }
}
