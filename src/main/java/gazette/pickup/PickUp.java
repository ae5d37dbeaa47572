package gazette.pickup;

import gazette.article.Articles;
import gazette.article.Articles.Standing;
import gazette.article.FolderSource;
import gazette.article.Problem;
import gazette.article.Source;
import gazette.article.SourceReading;
import gazette.text.FolderReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Goes through sources and keeps what they hold. Safe to repeat: what is known is not kept again. */
public final class PickUp {
    private final Articles articles;
    private final FolderReader folders;

    public PickUp(Articles articles, FolderReader folders) {
        this.articles = articles;
        this.folders = folders;
    }

    /** Reads {@code sources} one after the other; each is one commit. One that fails does not stop the next. */
    public PickUpReport run(List<Source> sources) {
        List<Standing> standings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Source source : sources) {
            SourceReading reading = read(source);
            standings.addAll(articles.keep(reading.articles()));
            problems.addAll(reading.problems());
        }
        return new PickUpReport(
                Collections.frequency(standings, Standing.NEW),
                Collections.frequency(standings, Standing.EDITED),
                Collections.frequency(standings, Standing.KNOWN),
                problems);
    }

    private SourceReading read(Source source) {
        if (source instanceof FolderSource folder) {
            return folders.read(folder);
        }
        throw new AssertionError("a source that nobody reads: " + source);
    }
}
