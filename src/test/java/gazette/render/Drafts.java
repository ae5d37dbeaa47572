package gazette.render;

import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Rendering;
import gazette.subscriber.Readership;
import gazette.subscriber.Wish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A workspace's folder of templates with the template {@code mine}, being written. */
final class Drafts {
    private final Path templates;

    Drafts(Path workspace) {
        this.templates = workspace.resolve("templates");
        write("subject.ftl", "${articles[0].title}");
        write("html.ftlh", "<p>${articles[0].title}</p>");
        write("text.ftl", "${articles[0].title}");
        write("words_fr.properties", "by = Par {0}\nhello = Bonjour {0}\n");
    }

    Path folder() {
        return templates;
    }

    void write(String file, String text) {
        writeIn("mine", file, text);
    }

    void writeIn(String template, String file, String text) {
        try {
            Path path = templates.resolve(template).resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text, StandardCharsets.UTF_8);
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }

    static Edition edition() {
        return with(Samples.several(), "mine");
    }

    static Edition with(Edition edition, String template) {
        return new Edition(
                edition.id(),
                edition.key(),
                edition.masthead(),
                edition.window(),
                edition.composedAt(),
                template,
                edition.stories());
    }

    Rendering render(Wish... readers) {
        return new Renderer(templates).render(edition(), Illustrations.AS_WRITTEN, asking(readers));
    }

    /** Readers who are told apart by these wishes, as far as the fields that a template reads go. */
    static Readership asking(Wish... readers) {
        return new Readership() {
            @Override
            public List<Wish> wishes(Set<String> fields) {
                return List.of(readers).stream()
                        .map(wish ->
                                new Wish(wish.language(), wish.topics(), wish.format(), common(wish.absent(), fields)))
                        .distinct()
                        .toList();
            }

            @Override
            public Map<String, String> longest(Set<String> fields) {
                return Map.of();
            }
        };
    }

    private static Set<String> common(Set<String> some, Set<String> others) {
        return Set.copyOf(some.stream().filter(others::contains).toList());
    }
}
