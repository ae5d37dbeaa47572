package gazette.text;

import gazette.article.Block;
import gazette.article.Paragraph;
import gazette.edition.Note;
import gazette.edition.NoteUnreadable;
import gazette.markup.Markup;
import gazette.text.TextDecoder.Decoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One editor's note: CommonMark below a front matter with the keys {@code title}, {@code author}, {@code subject} and
 * {@code preheader}, all of which may be missing; a heading above the text is the title where the front matter has none.
 *
 * @param place what problems call it
 */
record NoteFile(String place) {
    /** In characters: more than anybody reads above the news, and read at once. */
    private static final int LONGEST = 50_000;

    private static final List<String> KEYS = List.of("title", "author", "subject", "preheader");

    /** No file lies in it: the real path of none begins with a relative one. */
    private static final Path NOWHERE = Path.of("nowhere");

    /**
     * The note in {@code file}.
     *
     * @param folder the newsletter's, which no picture may lie outside of
     * @throws NoteUnreadable with all that is wrong with it, each thing on a line
     */
    static Note read(Path folder, Path file) {
        return new NoteFile(file.toString()).in(folder, file);
    }

    /**
     * A note that was typed, as if it stood in a file of {@code folder}; its pictures are none where there is no folder.
     *
     * @throws NoteUnreadable with all that is wrong with it, each thing on a line
     */
    static Note typed(Optional<Path> folder, String text) {
        NoteFile note = new NoteFile("the note of the coming edition");
        Path root = folder.flatMap(NoteFile::real).orElse(NOWHERE);
        return note.read(root, root.resolve("typed.md"), note.ofFairLength(text));
    }

    private static Optional<Path> real(Path folder) {
        try {
            return Optional.of(folder.toRealPath());
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private Note in(Path folder, Path file) {
        try {
            Path root = folder.toRealPath();
            Path real = file.toRealPath();
            if (!real.startsWith(root) || !Files.isRegularFile(real)) {
                throw unreadable("this is no file of the folder: put the file itself here");
            }
            return read(root, real, text(TextFile.octets(real)));
        } catch (IOException broken) {
            throw unreadable("the file cannot be read (" + broken.getMessage() + "): check that it is there, and its"
                    + " permissions");
        }
    }

    private String text(byte[] octets) {
        Decoding decoding = TextDecoder.decode(octets);
        if (decoding instanceof Decoding.Refused refused) {
            throw unreadable(refused.why());
        }
        return ofFairLength(((Decoding.Text) decoding).text());
    }

    private String ofFairLength(String text) {
        if (text.length() > LONGEST) {
            throw unreadable("a note has " + LONGEST + " characters at most: shorten it, or make it an article");
        }
        return text;
    }

    private Note read(Path root, Path real, String text) {
        List<String> lines = TextReader.lines(text);
        FrontMatter.Fenced fenced = FrontMatter.Fenced.of(lines);
        FrontMatterEntries front = new FrontMatterEntries(fenced.yaml(), KEYS, Set.of("author"));
        MarkdownText body = MarkdownText.of(IntStream.range(0, lines.size())
                .mapToObj(i -> i < fenced.lines() ? "" : lines.get(i))
                .toList());
        Optional<String> given = front.words("title");
        Optional<String> heading = body.takeHeadline(given, Directions.NONE);
        ShownPictures pictures = new ShownPictures(root, place, real, any -> true);
        List<Block> blocks =
                pictures.in(Beside.linked(Markup.blocks(body.html(), Beside.BASE), Optional.empty()), account(lines));
        refuse(front.flaws(), pictures.flaws());
        return note(front, given.or(() -> heading), blocks);
    }

    private Note note(FrontMatterEntries front, Optional<String> title, List<Block> blocks) {
        Optional<String> subject = front.words("subject");
        Optional<String> preheader = front.words("preheader");
        if (blocks.isEmpty() && title.isEmpty() && subject.isEmpty() && preheader.isEmpty()) {
            throw unreadable("it says nothing: write the note below its front matter, or delete it");
        }
        boolean isTitleAlone = blocks.isEmpty() && title.isPresent();
        return new Note(
                isTitleAlone ? "" : title.orElse(""),
                front.author().orElse(""),
                isTitleAlone ? List.of(new Paragraph(title.get())) : blocks,
                subject,
                preheader);
    }

    private static List<Line> account(List<String> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new Line(i + 1, Part.PARAGRAPH, lines.get(i)))
                .toList();
    }

    private void refuse(List<Flaw> front, List<Flaw> pictures) {
        List<Flaw> flaws = new ArrayList<>(front);
        flaws.addAll(pictures);
        if (!flaws.isEmpty()) {
            throw new NoteUnreadable(
                    flaws.stream().map(flaw -> flaw.in(place).toString()).collect(Collectors.joining("\n")));
        }
    }

    private NoteUnreadable unreadable(String why) {
        return new NoteUnreadable(place + ": " + why);
    }
}
