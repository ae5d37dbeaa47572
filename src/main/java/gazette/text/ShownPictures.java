package gazette.text;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.EmbeddedPicture;
import gazette.article.Figure;
import gazette.article.LinkedPicture;
import gazette.article.Paragraph;
import gazette.article.Picture;
import gazette.article.Problem;
import gazette.picture.PictureFile;
import gazette.picture.PictureFile.Reading;
import gazette.picture.PictureFile.Reading.Read;
import gazette.picture.PictureFile.Reading.Refused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the pictures beside one text file and puts them into its blocks. For one file. */
final class ShownPictures {
    /** Of different files: a message of more is too heavy to send. */
    private static final int MOST = 20;

    private final Path root;
    private final String place;
    private final Path text;
    private final Predicate<Path> settled;
    private final Map<String, Reading> readings = new HashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private boolean isUnsettled;

    /**
     * @param root the folder that no picture may lie outside of, links followed
     * @param place what problems call the file
     * @param text the file, links followed
     * @param settled whether nobody is writing a file any more
     */
    ShownPictures(Path root, String place, Path text, Predicate<Path> settled) {
        this.root = root;
        this.place = place;
        this.text = text;
        this.settled = settled;
    }

    /** The reading with its pictures; empty when one of them is not settled. */
    Optional<TextReading> in(Draft draft) {
        Optional<Article> written = draft.reading().article();
        if (written.isEmpty()) {
            return Optional.of(draft.reading());
        }
        Optional<Picture> named = draft.picture().flatMap(this::find);
        List<Block> blocks = in(written.get().blocks(), draft.reading().lines());
        if (isUnsettled) {
            return Optional.empty();
        }
        List<Problem> problems = new ArrayList<>(draft.reading().problems());
        flaws.forEach(
                flaw -> problems.add(new Flaw(flaw.line(), flaw.what() + "; the article goes without it").in(place)));
        if (blocks.isEmpty()) {
            problems.add(new Problem(place, "there is nothing else in it: write the article below its pictures"));
        }
        Optional<Article> article =
                blocks.isEmpty() ? Optional.empty() : Optional.of(illustrated(with(blocks, written.get()), named));
        return Optional.of(new TextReading(article, problems, draft.reading().lines()));
    }

    /**
     * The blocks with their pictures, without those whose picture is not there.
     *
     * @param lines of the file
     */
    List<Block> in(List<Block> written, List<Line> lines) {
        List<Block> blocks = new ArrayList<>();
        written.forEach(block -> show(block, lines).ifPresent(blocks::add));
        return blocks;
    }

    /** What is wrong with the pictures so far. */
    List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    private Optional<Picture> find(PictureName wanted) {
        Reading reading = readings.containsKey(wanted.file()) || readings.size() < MOST
                ? readings.computeIfAbsent(wanted.file(), name -> look(wanted))
                : new Refused("a text shows " + MOST + " files at most: take some out");
        if (reading instanceof Read read) {
            EmbeddedPicture picture = read.picture();
            return Optional.of(new EmbeddedPicture(
                    picture.mediaType(), picture.width(), picture.height(), wanted.alt(), picture.octets()));
        }
        flaws.add(new Flaw(wanted.line(), "image is '" + wanted.file() + "': " + ((Refused) reading).why()));
        return Optional.empty();
    }

    private Reading look(PictureName wanted) {
        Optional<PictureFile> found = PictureFile.locate(root, text.resolveSibling(""), wanted.file());
        isUnsettled |= found.isPresent() && !settled.test(found.get().path());
        return found.map(picture -> picture.read(wanted.alt()))
                .orElseGet(() -> new Refused(PictureFile.notFound(wanted.file())));
    }

    /** A figure whose picture is not there leaves its caption. */
    private Optional<Block> show(Block block, List<Line> lines) {
        if (!(block instanceof Figure figure) || !(figure.picture() instanceof LinkedPicture linked)) {
            return Optional.of(block);
        }
        Optional<String> name = Beside.file(linked.address());
        if (name.isEmpty()) {
            return Optional.of(block);
        }
        Optional<Picture> picture = find(new PictureName(line(name.get(), lines), name.get(), linked.alt()));
        return picture.isEmpty() && figure.caption().isEmpty()
                ? Optional.empty()
                : Optional.of(picture.<Block>map(shown -> new Figure(shown, figure.caption()))
                        .orElseGet(() -> new Paragraph(figure.caption())));
    }

    /** The line that names the file as nearly as any; the first where none does. */
    private static int line(String name, List<Line> lines) {
        return Stream.of(name, name.replaceFirst("^\\.\\.", ""), name.replace(" ", "%20"))
                .flatMap(written -> lines.stream().filter(line -> line.text().contains(written)))
                .findFirst()
                .map(Line::number)
                .orElse(1);
    }

    /** The picture that the front matter names, or else one without a caption above all of the text. */
    private static Article illustrated(Article article, Optional<Picture> named) {
        if (named.isPresent()) {
            return article.with(named.get());
        }
        List<Block> blocks = article.blocks();
        return blocks.size() > 1
                        && blocks.get(0) instanceof Figure above
                        && above.caption().isEmpty()
                ? with(blocks.subList(1, blocks.size()), article).with(above.picture())
                : article;
    }

    private static Article with(List<Block> blocks, Article article) {
        return new Article(
                article.origin(),
                article.language(),
                article.headline(),
                article.summary(),
                blocks,
                article.published(),
                article.byline(),
                article.credits(),
                article.address(),
                article.picture(),
                article.categories(),
                article.topics());
    }
}
