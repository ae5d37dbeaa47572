package gazette.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;

/** A small workspace in a temporary folder: one newsletter, {@code la-gazette}, that hands over to loopback. */
public record TestWorkspace(Path folder) {
    /** The keys that tests differ in. */
    public record Options(int smtpPort, String cron, String cooldown, int connections, int webPort) {
        public static Options smtp(int port) {
            return new Options(port, "0 0 7 ? * MON-FRI", "0", 4, 0);
        }

        public Options every(String otherCron) {
            return new Options(smtpPort, otherCron, cooldown, connections, webPort);
        }

        public Options web(int port) {
            return new Options(smtpPort, cron, cooldown, connections, port);
        }

        public Options cooldown(String other) {
            return new Options(smtpPort, cron, other, connections, webPort);
        }
    }

    public static TestWorkspace make(Path folder, Options options) {
        TestWorkspace workspace = new TestWorkspace(folder);
        workspace.write("gazette.yaml", settings(options));
        workspace.makeFolder("articles");
        workspace.readers(3);
        return workspace;
    }

    static String settings(Options options) {
        return """
                store: data/gazette.db
                newsletters:
                  la-gazette:
                    name: La Gazette
                    from: La Gazette <lettre@example.org>
                    language: fr
                    timezone: Europe/Paris
                    postal-address: 1 rue de l'Exemple, 75002 Paris
                    sources:
                      - folder: articles
                    articles: {min: 1, max: 12}
                    cadences:
                      daily: {cron: "%s"}
                    subscribers: subscribers/la-gazette.csv
                    cooldown: %s
                smtp:
                  host: 127.0.0.1
                  port: %d
                  tls: none
                  connections: %d
                  retry: {first: 1s, longest: 4s, attempts: 200}
                web: {listen: "127.0.0.1:%d", url: "http://127.0.0.1:%d"}
                pick-up: {every: 1s}
                """.formatted(
                        options.cron(),
                        options.cooldown(),
                        options.smtpPort(),
                        options.connections(),
                        options.webPort(),
                        options.webPort() == 0 ? 8025 : options.webPort());
    }

    /** The list of {@code reader-1@example.org} to {@code reader-n@example.org}. */
    public void readers(int n) {
        StringBuilder csv = new StringBuilder("address,name\n");
        for (int i = 1; i <= n; i++) {
            csv.append("reader-")
                    .append(i)
                    .append("@example.org,Lectrice ")
                    .append(i)
                    .append('\n');
        }
        write("subscribers/la-gazette.csv", csv.toString());
    }

    /** An article whose headline is {@code title}; it appears at once and whole. */
    public void article(String name, String title) {
        String text = title + "\nLe premier paragraphe de «" + title + "» dit l'essentiel, en une phrase.\n"
                + "Le second paragraphe ajoute ce qui manquait, et le lecteur sait tout.\n"
                + "21 novembre 2026 à 8h30\nSource : Agence Exemple\n";
        Path aside = write("articles/." + name + ".tmp", text);
        try {
            Files.move(aside, folder.resolve("articles").resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException cannotMove) {
            throw new UncheckedIOException(cannotMove);
        }
    }

    /** An article with a picture of 640 by 320 pixels beside it. */
    public void illustrated(String name, String title) {
        BufferedImage drawn = new BufferedImage(640, 320, BufferedImage.TYPE_INT_RGB);
        try {
            ImageIO.write(drawn, "png", folder.resolve("articles/pont.png").toFile());
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
        write(
                "articles/" + name,
                "---\nimage: pont.png\nimage-alt: Un pont\n---\n" + title + "\nUne phrase entière.\n");
    }

    public Path write(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }

    private void makeFolder(String name) {
        try {
            Files.createDirectories(folder.resolve(name));
        } catch (IOException cannotMake) {
            throw new UncheckedIOException(cannotMake);
        }
    }
}
