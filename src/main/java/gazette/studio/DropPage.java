package gazette.studio;

import gazette.article.FolderSource;
import gazette.edition.Newsletter;
import gazette.web.WebServer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/** Takes text files that were dropped on a page, and puts them into the newsletter's first folder, octet for octet. */
final class DropPage implements StudioPages {
    /** Files of one name; then it is a mistake. */
    private static final int MOST_OF_A_NAME = 1000;

    private final Desk desk;
    private final Frame frame;
    private final Events events;

    DropPage(Desk desk, Frame frame, Events events) {
        this.desk = desk;
        this.frame = frame;
        this.events = events;
    }

    @Override
    public void addTo(StudioRoutes routes) {
        routes.upload("/articles/drop", this::drop);
    }

    /** Where an article of {@code newsletter} is dropped; empty when it has no folder. */
    static Optional<FolderSource> folder(Newsletter newsletter) {
        return newsletter.sources().stream()
                .filter(FolderSource.class::isInstance)
                .map(FolderSource.class::cast)
                .findFirst();
    }

    private void drop(Context context) {
        Newsletter newsletter = Where.of(context, desk.settings()).newsletter();
        Optional<FolderSource> folder = folder(newsletter);
        UploadedFile file = context.uploadedFile("file");
        if (folder.isEmpty()) {
            refuse(context, HttpStatus.CONFLICT, "live_drop_no_folder");
        } else if (file == null || file.size() == 0) {
            refuse(context, HttpStatus.UNPROCESSABLE_CONTENT, "live_drop_empty");
        } else if (file.size() > WebServer.MOST_FILE_OCTETS) {
            refuse(context, HttpStatus.CONTENT_TOO_LARGE, "live_refused_large");
        } else {
            DroppedName.of(file.filename())
                    .ifPresentOrElse(
                            name -> keep(context, newsletter, folder.get().path(), name, file),
                            () -> refuse(context, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "live_drop_kind"));
        }
    }

    private void keep(Context context, Newsletter newsletter, Path folder, DroppedName name, UploadedFile file) {
        try (InputStream content = file.content()) {
            String kept = keep(folder, name, content.readAllBytes());
            events.tell(Events.Kind.ARTICLE_NEW, Map.of("file", kept));
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException("the dropped " + name.numbered(1) + " cannot be kept", cannotWrite);
        }
        context.redirect(
                Room.ARTICLES.path() + "?" + Where.NEWSLETTER + "="
                        + URLEncoder.encode(newsletter.id(), StandardCharsets.UTF_8),
                HttpStatus.SEE_OTHER);
    }

    /** Written aside and renamed onto a name of its own: nobody reads half of it, and no file is written over. */
    private static String keep(Path folder, DroppedName name, byte[] octets) throws IOException {
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, ".dropped-", ".tmp");
        try {
            Files.write(aside, octets);
            Path kept = reserved(folder, name);
            Files.move(aside, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return String.valueOf(kept.getFileName());
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** A new empty file: where something has the name already, be it a link that leads nowhere, another is taken. */
    private static Path reserved(Path folder, DroppedName name) throws IOException {
        for (int n = 1; n <= MOST_OF_A_NAME; n++) {
            Optional<Path> made = created(folder.resolve(name.numbered(n)));
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw new FileAlreadyExistsException(name.numbered(1), null, "so are " + MOST_OF_A_NAME + " others");
    }

    private static Optional<Path> created(Path file) throws IOException {
        try {
            return Optional.of(Files.createFile(file));
        } catch (FileAlreadyExistsException taken) {
            return Optional.empty();
        }
    }

    private void refuse(Context context, HttpStatus status, String key) {
        context.status(status);
        frame.show(context, "refused", Room.ARTICLES, Map.of("key", key));
    }
}
