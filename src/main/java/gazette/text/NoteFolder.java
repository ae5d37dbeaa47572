package gazette.text;

import gazette.edition.EditionKey;
import gazette.edition.Newsletter;
import gazette.edition.Note;
import gazette.edition.NoteUnreadable;
import gazette.edition.Notes;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Editors' notes as Markdown files in a folder of each newsletter. What a file is called says which edition it is for:
 * {@code 128.md} for the one with this number, {@code weekly-2026-11-23.md} for that of a cadence on a day,
 * {@code 2026-11-23.md} for any of the day, where it is day for the newsletter. The most particular one is taken. Safe to
 * use from many threads.
 */
public final class NoteFolder implements Notes {
    private static final String ENDING = ".md";

    @Override
    public Optional<Note> note(Newsletter newsletter, EditionKey key, int number) {
        return newsletter.presentation().notes().flatMap(folder -> note(folder, newsletter, key, number));
    }

    /** Written like one in a file; its pictures lie in the newsletter's folder. */
    @Override
    public Note typed(Newsletter newsletter, String text) {
        return NoteFile.typed(newsletter.presentation().notes(), text);
    }

    private static Optional<Note> note(Path folder, Newsletter newsletter, EditionKey key, int number) {
        if (!Files.isDirectory(folder)) {
            throw new NoteUnreadable(folder
                    + " should hold the editors' notes and is no folder: create it, or change the setting notes");
        }
        LocalDate day = LocalDate.ofInstant(key.slot(), newsletter.masthead().zone());
        return Stream.of(String.valueOf(number), key.cadence() + "-" + day, day.toString())
                .map(name -> folder.resolve(name + ENDING))
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .map(file -> NoteFile.read(folder, file));
    }
}
