package gazette.text;

import gazette.article.Article;
import gazette.article.Block;
import gazette.article.EmbeddedPicture;
import gazette.article.Figure;
import gazette.article.LinkedPicture;
import gazette.article.Paragraph;
import gazette.article.Picture;
import gazette.article.Problem;
import gazette.text.PictureFile.Finding;
import gazette.text.PictureFile.Finding.Found;
import gazette.text.PictureFile.Finding.Missing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the pictures beside one text file and puts them into its article. For one file. */
final class ShownPictures {
    /** Of different files: a message of more is too heavy to send. */
    private static final int MOST = 20;

    private final TextFile file;
    private final Path text;
    private final Predicate<Path> settled;
    private final Map<String, Finding> findings = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean isUnsettled;

    /**
     * @param text the file, links followed
     * @param settled whether nobody is writing a file any more
     */
    ShownPictures(TextFile file, Path text, Predicate<Path> settled) {
        this.file = file;
        this.text = text;
        this.settled = settled;
    }

    /** The reading with its pictures; empty when one of them is not settled. */
    Optional<TextReading> in(Draft draft) {
        Optional<Article> written = draft.reading().article();
        if (written.isEmpty()) {
            return Optional.of(draft.reading());
        }
        problems.addAll(draft.reading().problems());
        Optional<Picture> named = draft.picture().flatMap(this::find);
        List<Block> blocks = new ArrayList<>();
        written.get()
                .blocks()
                .forEach(block -> show(block, draft.reading().lines()).ifPresent(blocks::add));
        if (isUnsettled) {
            return Optional.empty();
        }
        if (blocks.isEmpty()) {
            problems.add(
                    new Problem(file.place(), "there is nothing else in it: write the article below its pictures"));
        }
        Optional<Article> article =
                blocks.isEmpty() ? Optional.empty() : Optional.of(illustrated(with(blocks, written.get()), named));
        return Optional.of(new TextReading(article, problems, draft.reading().lines()));
    }

    private Optional<Picture> find(PictureName wanted) {
        Finding finding = findings.containsKey(wanted.file()) || findings.size() < MOST
                ? findings.computeIfAbsent(wanted.file(), name -> look(wanted))
                : PictureFile.tooMany(wanted.file(), MOST);
        if (finding instanceof Found found) {
            EmbeddedPicture picture = found.picture();
            return Optional.of(new EmbeddedPicture(
                    picture.mediaType(), picture.width(), picture.height(), wanted.alt(), picture.octets()));
        }
        problems.add(new Flaw(wanted.line(), ((Missing) finding).why()).in(file.place()));
        return Optional.empty();
    }

    private Finding look(PictureName wanted) {
        Optional<PictureFile> found = PictureFile.locate(file.root(), text, wanted.file());
        isUnsettled |= found.isPresent() && !settled.test(found.get().path());
        return found.map(picture -> picture.read(wanted)).orElseGet(() -> PictureFile.notFound(wanted.file()));
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
