package gazette.render;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of one template. */
interface TemplateFolder {
    /** The folder of what templates share. */
    String COMMON = "common";

    /**
     * The text of a file, empty when it is not there.
     *
     * @param file its path inside the folder, with {@code /}
     * @throws TemplateProblem when it cannot be read, is no UTF-8, is too long, or leads out of the folder
     */
    Optional<String> text(String file);

    /** How a person finds {@code file}. */
    String place(String file);

    /**
     * The template {@code name}: each file from {@code templates/name}, else from {@code templates/common}, else from the
     * built-in template of that name, else from what the built-in ones share.
     *
     * @throws TemplateProblem when there is none
     */
    static Layers of(Path templates, String name) {
        if (!TemplateShelf.isName(name)) {
            throw TemplateProblem.missing("template is '" + name + "': give the name of a folder in " + templates);
        }
        if (name.equals(COMMON)) {
            throw TemplateProblem.missing(
                    "template is 'common', which holds what templates share: name another folder");
        }
        DiskFolder own = new DiskFolder(templates, templates.resolve(name));
        if (!Files.isDirectory(own.folder()) && !JarFolder.isBuiltIn(name)) {
            throw TemplateProblem.missing("there is no template " + own.folder()
                    + ": make that folder, or set template to digest or another one that is built in: "
                    + String.join(", ", JarFolder.builtIn()));
        }
        List<Layer> layers = new ArrayList<>(List.of(own, new DiskFolder(templates, templates.resolve(COMMON))));
        if (JarFolder.isBuiltIn(name)) {
            layers.add(JarFolder.ofTemplate(name));
        }
        layers.add(JarFolder.ofTemplate(COMMON));
        return new Layers(name, layers);
    }
}
