package gazette.render;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folders over each other: a file is taken from the first that has it. Phrases are taken one by one, so a file of words
 * is that of all folders together, of which a reader of properties keeps what the first says.
 *
 * @param name of the template
 */
record Layers(String name, List<Layer> layers) implements TemplateFolder {
    private static final String WORDS = ".properties";

    Layers {
        layers = List.copyOf(layers);
    }

    @Override
    public Optional<String> text(String file) {
        Stream<String> found = layers.stream().flatMap(layer -> layer.text(file).stream());
        return file.endsWith(WORDS) ? found.reduce((near, far) -> far + "\n\n" + near) : found.findFirst();
    }

    @Override
    public String place(String file) {
        return layers.stream()
                .filter(layer -> layer.has(file))
                .findFirst()
                .orElse(layers.get(0))
                .place(file);
    }

    /** The paths of all files, each once. */
    List<String> files() {
        return layers.stream()
                .flatMap(layer -> layer.files().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
