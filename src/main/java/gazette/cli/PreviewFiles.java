package gazette.cli;

import gazette.delivery.CompiledEdition;
import gazette.delivery.Letter;
import gazette.delivery.Made;
import gazette.delivery.Press;
import gazette.edition.Edition;
import gazette.edition.Inline;
import gazette.edition.Rendering;
import gazette.edition.Variant;
import gazette.mail.EmailAddress;
import gazette.subscriber.Subscriber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An edition as files: the message as it would go, and its parts for a browser and an editor. */
final class PreviewFiles {
    /** Whom the message is made for when nobody is named. */
    static final Subscriber SPECIMEN = new Subscriber(
            0,
            EmailAddress.of("reader-1@example.org"),
            "Lectrice 1",
            Optional.empty(),
            Optional.of(LocalDate.of(2026, 1, 15)),
            Map.of());

    private final Press press;
    private final Subscriber reader;
    private final Path folder;

    /** @param reader whose message it is */
    PreviewFiles(Press press, Subscriber reader, Path folder) {
        this.press = press;
        this.reader = reader;
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /**
     * Writes {@code NAME.html} with its pictures beside it, where the template makes one, {@code NAME.txt} and
     * {@code NAME.eml}; their paths, without those of the pictures.
     */
    List<Path> write(Edition edition, Rendering rendering) throws IOException {
        CompiledEdition compiled = press.compile(edition, rendering);
        Made made = compiled.letter(reader, "");
        if (!(made instanceof Letter letter)) {
            throw new Refusal(ExitCode.CHECK_FAILED, ((Made.Refused) made).why().words());
        }
        String name = edition.id().newsletter() + "-" + edition.number();
        Variant filled = compiled.filled(reader).orElseThrow();
        String html = filled.html().orElse("");
        int number = 0;
        for (Inline inline : filled.inlines()) {
            number++;
            String picture =
                    name + "-" + number + "." + inline.picture().mediaType().replaceAll(".*/", "");
            Files.write(folder.resolve(picture), inline.picture().octets());
            html = html.replace("cid:" + inline.contentId(), picture);
        }
        List<Path> written = new ArrayList<>();
        if (filled.html().isPresent()) {
            written.add(Files.writeString(folder.resolve(name + ".html"), html, StandardCharsets.UTF_8));
        }
        written.add(Files.writeString(folder.resolve(name + ".txt"), filled.text(), StandardCharsets.UTF_8));
        written.add(Files.write(folder.resolve(name + ".eml"), letter.octets()));
        return written;
    }
}
