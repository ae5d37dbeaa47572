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
    private final Optional<Album> album;

    /** Linked pictures stay as they are written. */
    public Illustrator() {
        this(Optional.empty());
    }

    /** Linked pictures are fetched. */
    public Illustrator(PictureWeb web) {
        this(Optional.of(web));
    }

    private Illustrator(Optional<PictureWeb> web) {
        this(web, Optional.empty());
    }

    private Illustrator(Optional<PictureWeb> web, Optional<Album> album) {
        this.web = web;
        this.album = album;
    }

    /**
     * The same for a look, which waits for no server: a picture from the web is as it was written until {@link #fetch} has
     * brought it.
     */
    public Illustrator from(Album known) {
        return new Illustrator(web, Optional.of(known));
    }

    /** Fetches the pictures that looks at editions found missing in {@code known}; waits for them. */
    public void fetch(Album known) {
        for (Pictures kind : Pictures.values()) {
            List<Exhibit> wanted = known.wanted(kind);
            if (web.isPresent() && !wanted.isEmpty()) {
                known.came(new PictureRound(web.get(), new Appraisal(kind), kind).run(wanted), kind);
            }
        }
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
        Map<String, Shown> shown = new HashMap<>(album.map(known -> remembered(exhibits, known, pictures))
                .orElseGet(() -> fetched(exhibits, appraisal, pictures)));
        for (Exhibit exhibit : exhibits) {
            if (exhibit.picture() instanceof EmbeddedPicture written && !shown.containsKey(exhibit.key())) {
                Shown appraised = Guarded.appraised(written, () -> appraisal.of(written));
                album.ifPresent(known -> known.put(exhibit.key(), pictures, appraised));
                shown.put(exhibit.key(), appraised);
            }
        }
        exhibits.forEach(exhibit ->
                shown.computeIfPresent(exhibit.key(), (key, one) -> one.isAsWritten(exhibit.picture()) ? null : one));
        return new Illustrations(shown);
    }

    private Map<String, Shown> remembered(List<Exhibit> exhibits, Album known, Pictures pictures) {
        Map<String, Shown> shown = new HashMap<>();
        for (Exhibit exhibit : exhibits) {
            Optional<Shown> found = known.find(exhibit, pictures);
            found.ifPresent(one -> shown.put(exhibit.key(), one));
            if (found.isEmpty() && web.isPresent() && exhibit.picture() instanceof LinkedPicture) {
                known.want(exhibit, pictures);
            }
        }
        return shown;
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
