package gazette.picture;

import gazette.article.EmbeddedPicture;
import gazette.article.LinkedPicture;
import gazette.article.Problem;
import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Illustrations.Shown;
import gazette.edition.Presentation.Pictures;
import gazette.picture.Gallery.Exhibit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the pictures of editions ready for mail. Safe to use from many threads. An edition without pictures costs nothing,
 * and one without linked ones asks nobody.
 */
public final class Illustrator {
    private final Optional<PictureWeb> web;

    /** Linked pictures stay as they are written. */
    public Illustrator() {
        this(Optional.empty());
    }

    /** Linked pictures are fetched. */
    public Illustrator(PictureWeb web) {
        this(Optional.of(web));
    }

    private Illustrator(Optional<PictureWeb> web) {
        this.web = web;
    }

    /**
     * What becomes of each picture of {@code edition}. Never throws for a picture: one that is broken is left out, with
     * the reason. Returns within the patience of the {@link PictureWeb} for linked pictures, whatever their servers do,
     * and after at most a few seconds for each embedded one; at once when the thread is interrupted, which then still is.
     */
    public Illustrations illustrate(Edition edition, Pictures pictures) {
        List<Exhibit> exhibits = Gallery.of(edition);
        if (exhibits.isEmpty()) {
            return Illustrations.AS_WRITTEN;
        }
        Appraisal appraisal = new Appraisal(pictures);
        Map<String, Shown> shown = new HashMap<>(fetched(exhibits, appraisal, pictures));
        for (Exhibit exhibit : exhibits) {
            if (exhibit.picture() instanceof EmbeddedPicture written) {
                shown.put(exhibit.key(), Guarded.appraised(written, () -> appraisal.of(written)));
            }
        }
        exhibits.forEach(exhibit ->
                shown.remove(exhibit.key(), new Shown(Optional.of(exhibit.picture()), ""))); // nothing to tell
        return new Illustrations(shown);
    }

    private Map<String, Shown> fetched(List<Exhibit> exhibits, Appraisal appraisal, Pictures pictures) {
        List<Exhibit> linked = exhibits.stream()
                .filter(exhibit -> exhibit.picture() instanceof LinkedPicture)
                .toList();
        return web.isEmpty() || linked.isEmpty()
                ? Map.of()
                : new PictureRound(web.get(), appraisal, pictures).run(linked);
    }

    /** What is wrong with the pictures of {@code edition}, in reading order, each by the article that shows it first. */
    public static List<Problem> problems(Edition edition, Illustrations illustrations) {
        List<Problem> problems = new ArrayList<>();
        for (Exhibit exhibit : Gallery.of(edition)) {
            Optional.ofNullable(illustrations.shown().get(exhibit.key()))
                    .map(Shown::problem)
                    .filter(problem -> !problem.isEmpty())
                    .ifPresent(problem -> problems.add(new Problem(exhibit.place(), named(exhibit, problem))));
        }
        return problems;
    }

    private static String named(Exhibit exhibit, String problem) {
        return exhibit.picture() instanceof LinkedPicture linked
                ? "picture " + linked.address() + ": " + problem
                : "picture: " + problem;
    }
}
