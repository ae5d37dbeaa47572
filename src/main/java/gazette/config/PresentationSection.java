package gazette.config;

import gazette.edition.Presentation;
import gazette.edition.Presentation.Pictures;
import gazette.edition.Presentation.Sections;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What a newsletter says of how its stories are laid out. */
final class PresentationSection {
    private static final Map<String, Sections> SECTIONS =
            Map.of("none", Sections.NONE, "topic", Sections.TOPIC, "source", Sections.SOURCE);
    private static final Map<String, Pictures> PICTURES = Map.of("link", Pictures.LINK, "embed", Pictures.EMBED);

    private static final String ALL = "all";

    private PresentationSection() {}

    /** @param articles what stands below {@code articles}; whoever opened it closes it */
    static Presentation read(Section newsletter, Section articles, Path workspace) {
        Sections sections = newsletter.optional("sections", Kinds.oneOf(SECTIONS), "none");
        int whole = articles.optional("whole", PresentationSection::count, ALL);
        int shortened = shortened(articles, whole);
        Pictures pictures = newsletter.optional("pictures", Kinds.oneOf(PICTURES), "link");
        return new Presentation(sections, whole, shortened, pictures, notes(newsletter, workspace));
    }

    private static int shortened(Section articles, int whole) {
        if (whole == Integer.MAX_VALUE && articles.isSound()) {
            articles.refuse("short", "has no effect when all are whole", "set articles.whole as well, or remove it");
        }
        return articles.isSet("short") || whole < Integer.MAX_VALUE
                ? articles.optional("short", PresentationSection::count, ALL)
                : 0;
    }

    private static Fit<Integer> count(String text) {
        return text.equals(ALL)
                ? Fit.of(Integer.MAX_VALUE)
                : Kinds.whole(0, Kinds.MOST_ARTICLES, "from 0 to " + Kinds.MOST_ARTICLES + ", or " + ALL)
                        .read(text);
    }

    private static Optional<Path> notes(Section newsletter, Path workspace) {
        Optional<Path> folder = newsletter.optional("notes", Kinds.path(workspace));
        folder.filter(f -> !Files.isDirectory(f))
                .ifPresent(f -> newsletter.object(
                        "notes",
                        "names a folder that is not there: " + f,
                        "create it, or correct the name: a note in another folder would go out to nobody"));
        return folder;
    }
}
