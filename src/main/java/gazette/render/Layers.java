package gazette.render;

import java.util.List;
import java.util.Optional;

/**
 * Folders over each other: a file is taken from the first that has it. Phrases are taken one by one, so a file of words
 * is that of all folders together, of which a reader of properties keeps what the first says.
 *
 * @param name of the template
 */
record Layers(String name, List<Layer> layers) implements TemplateFolder {
    Layers {
        layers = List.copyOf(layers);
    }

    @Override
    public Optional<String> text(String file) {
        return WordsFile.isOne(file)
                ? WordsFile.together(layers.stream().flatMap(layer -> WordsFile.text(layer, file).stream()))
                : layers.stream().flatMap(layer -> layer.text(file).stream()).findFirst();
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
