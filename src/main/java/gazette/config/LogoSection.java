package gazette.config;

import gazette.article.EmbeddedPicture;
import gazette.article.LinkedPicture;
import gazette.article.LinkedPicture.Size;
import gazette.article.Picture;
import gazette.picture.PictureFile;
import gazette.picture.PictureFile.Reading;
import gazette.picture.PictureFile.Reading.Read;
import gazette.picture.PictureFile.Reading.Refused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The picture at the head of a newsletter: {@code style.logo}. */
final class LogoSection {
    /** In pixels: a message is no wider. */
    private static final int WIDEST = 600;

    private static final Pattern ON_THE_WEB = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");

    private final Section section;
    private final Path workspace;

    private LogoSection(Section section, Path workspace) {
        this.section = section;
        this.workspace = workspace;
    }

    /** @param name what stands for the logo where it says nothing else */
    static Optional<Picture> read(Section style, Path workspace, String name) {
        boolean isSet = style.isSet("logo");
        Section logo = style.section("logo");
        Optional<Picture> picture = isSet ? new LogoSection(logo, workspace).read(name) : Optional.empty();
        logo.close();
        return picture;
    }

    private Optional<Picture> read(String name) {
        Fit.Kind<Integer> pixels = Kinds.whole(1, WIDEST, "from 1 to " + WIDEST + " pixels");
        String alt = section.optional("alt", Kinds::words).orElse(name);
        Optional<Integer> width = section.optional("width", pixels);
        Optional<Integer> height = section.optional("height", pixels);
        Optional<String> image = section.required("image", Kinds::words);
        return image.flatMap(file ->
                ON_THE_WEB.matcher(file).matches() ? far(file, alt, width, height) : near(file, alt, width, height));
    }

    private Optional<Picture> far(String page, String alt, Optional<Integer> width, Optional<Integer> height) {
        Optional<URI> address = FeedAddress.of(page).filter(a -> "https".equals(a.getScheme()));
        if (address.isEmpty()) {
            section.object(
                    "image",
                    "is " + Findings.cited(page),
                    "give the name of a file, or an address such as https://journal.example.org/logo.png");
        }
        if (width.isPresent() != height.isPresent()) {
            String missing = width.isPresent() ? "height" : "width";
            section.object("has no " + missing, "give a picture on the web both, or neither");
            return Optional.empty();
        }
        return address.map(a -> new LinkedPicture(a, alt, width.map(w -> new Size(w, height.orElseThrow()))));
    }

    private Optional<Picture> near(String file, String alt, Optional<Integer> width, Optional<Integer> height) {
        Reading reading = found(file).map(found -> found.read(alt)).orElseGet(() -> new Refused(notFound(file)));
        if (reading instanceof Read read) {
            return Optional.of(sized(read.picture(), width, height));
        }
        section.object("image", "is " + Findings.cited(file), ((Refused) reading).why());
        return Optional.empty();
    }

    private Optional<PictureFile> found(String file) {
        try {
            return PictureFile.locate(workspace.toRealPath(), workspace, file);
        } catch (IOException noWorkspace) {
            return Optional.empty();
        }
    }

    private static String notFound(String file) {
        return file.startsWith("/") || file.contains("..")
                ? "put it into the workspace and name it from there, without ../"
                : "there is no such file in the workspace: put it there, or correct the name";
    }

    /** As large as the settings say; where they say one side, the other follows. */
    private static EmbeddedPicture sized(EmbeddedPicture picture, Optional<Integer> width, Optional<Integer> height) {
        double ratio = (double) picture.width() / picture.height();
        int wide = width.or(() -> height.map(h -> side(h * ratio))).orElse(picture.width());
        int high = height.or(() -> width.map(w -> side(w / ratio))).orElse(picture.height());
        return new EmbeddedPicture(picture.mediaType(), wide, high, picture.alt(), picture.octets());
    }

    private static int side(double pixels) {
        return (int) Math.max(1, Math.round(pixels));
    }
}
