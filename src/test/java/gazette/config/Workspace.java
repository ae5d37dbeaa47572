package gazette.config;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A workspace with a subscribers' file, a template, notes, a logo and a password, for settings to name. */
record Workspace(Path folder) {
    Workspace {
        write(folder, "subscribers/readers.csv", "address\nreader-1@example.org\n");
        write(folder, "templates/own/html.ftlh", "");
        write(folder, "templates/common/macros.ftlh", "");
        write(folder, "notes/1.md", "Bonjour");
        write(folder, "secrets/smtp", "secret");
        draw(folder, "images/logo.png");
        List.of("rsa", "rsa-pkcs1", "rsa-1024", "rsa-public", "ed25519", "encrypted", "ec")
                .forEach(key -> copy(folder, key + ".pem"));
    }

    private static void copy(Path folder, String key) {
        try {
            Files.copy(Path.of("src/test/resources/gazette/dkim", key), folder.resolve("secrets/" + key));
        } catch (FileAlreadyExistsException before) {
            return;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void write(Path folder, String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void draw(Path folder, String name) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            ImageIO.write(
                    new BufferedImage(480, 160, BufferedImage.TYPE_INT_RGB),
                    "png",
                    folder.resolve(name).toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    SettingsReading read(byte[] yaml, Map<String, String> environment) throws IOException {
        Files.write(folder.resolve(SettingsFile.NAME), yaml);
        return SettingsFile.read(folder, environment, Workspace::cronObjection);
    }

    SettingsReading read(String yaml) throws IOException {
        return read(yaml.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** Six or seven words; the real judge is the scheduler's. */
    static Optional<String> cronObjection(String text) {
        int words = text.split(" ").length;
        return words == 6 || words == 7 ? Optional.empty() : Optional.of("give six fields, such as 0 0 7 ? * MON-FRI");
    }
}
