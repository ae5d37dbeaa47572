package gazette.cli;

import gazette.cli.NewFiles.Written;
import gazette.config.Nearest;
import gazette.config.Settings;
import gazette.edition.Newsletter;
import gazette.proof.TemplateDifference;
import gazette.render.TemplateShelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code gazette templates}: which there are, and how one makes one's own. */
final class TemplatesCommand {
    private TemplatesCommand() {}

    /** {@code gazette templates ls}. */
    static final class Ls implements Command {
        private final Gazette gazette;

        Ls(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named(
                    "ls", "Each template: whose it is, which newsletters use it, and the languages it has words for.");
            syntax.footer("", "Examples:", "  gazette templates ls", "  gazette templates ls --json");
        }

        @Override
        public ExitCode call() {
            Settings settings = gazette.settings();
            TemplateShelf shelf = shelf(gazette);
            List<Map<String, Object>> documents = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            for (String name : shelf.names()) {
                TemplateReport report = new TemplateReport(name, shelf, usedBy(settings, name));
                documents.add(report.document());
                lines.addAll(report.lines(gazette.screen()));
            }
            List<String> shared = shelf.changed(TemplateShelf.COMMON);
            if (!shared.isEmpty()) {
                lines.add("templates/common changes all of them: " + String.join(", ", shared));
            }
            gazette.screen().answer(Map.of("templates", documents, "common", shared), lines);
            return ExitCode.DONE;
        }

        private static List<String> usedBy(Settings settings, String name) {
            return settings.newsletters().stream()
                    .filter(newsletter -> newsletter.template().equals(name))
                    .map(Newsletter::id)
                    .toList();
        }
    }

    /** {@code gazette templates new}. */
    static final class New implements Command {
        private final Gazette gazette;
        private String name = "";
        private String from = "digest";

        New(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("new", "A template of your own, begun from another: what it shares with others stays shared.");
            syntax.option("--from", "NAME", "The one to begin from (default: digest).", value -> from = value);
            syntax.needed("NAME", "Of the new folder in templates/.", value -> name = value);
            syntax.footer(
                    "", "Examples:", "  gazette templates new morning", "  gazette templates new alert --from single");
        }

        @Override
        public ExitCode call() {
            TemplateShelf shelf = shelf(gazette);
            if (!TemplateShelf.isName(name) || name.equals(TemplateShelf.COMMON)) {
                throw usage("«" + name + "» cannot be a template's name: it is that of a folder, of letters, digits,"
                        + " dots, - and _, and not common.");
            }
            if (shelf.isBuiltIn(name)) {
                throw usage("«" + name + "» is built in: take another name, or change it with gazette templates eject "
                        + name + ".");
            }
            known(from, shelf.names());
            Map<String, String> files = new TreeMap<>(shelf.builtIn(from));
            files.putAll(shelf.own(from));
            files.replaceAll(this::commented);
            List<String> made = new NewFiles(templates(gazette)).writeAll(name, files);
            say(
                    gazette,
                    Map.of("template", name, "from", from, "files", made),
                    "template «" + name + "» made, begun from «" + from + "»",
                    made,
                    List.of(
                            "  Pieces, looks and words that templates share stay in the program. A file of the same",
                            "  name in templates/" + name + "/ goes before: style.css, macros.ftlh, or a",
                            "  words_fr.properties with only the words that you change.",
                            "Next: template: " + name + " in gazette.yaml, then: gazette preview --out draft"));
            return ExitCode.DONE;
        }

        private String commented(String file, String text) {
            return file.endsWith(".ftl") || file.endsWith(".ftlh")
                    ? "<#-- " + file + " of the template " + name + ", begun from " + from
                            + ". What it imports lies in common, unless a file of that name is beside this one. -->\n"
                            + text
                    : text;
        }
    }

    /** {@code gazette templates eject}. */
    static final class Eject implements Command {
        private final Gazette gazette;
        private String name = "";

        Eject(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named(
                    "eject",
                    "Copy a built-in template, or common, into the workspace to change it there. Files that are there"
                            + " stay as they are.");
            syntax.needed("NAME", "A built-in template, or common.", value -> name = value);
            syntax.footer("", "Examples:", "  gazette templates eject digest", "  gazette templates eject common");
        }

        @Override
        public ExitCode call() {
            TemplateShelf shelf = shelf(gazette);
            List<String> builtIn = new ArrayList<>(
                    shelf.names().stream().filter(shelf::isBuiltIn).toList());
            builtIn.add(TemplateShelf.COMMON);
            known(name, builtIn);
            Written written = new NewFiles(templates(gazette)).writeMissing(name, shelf.builtIn(name));
            say(
                    gazette,
                    Map.of("template", name, "files", written.made(), "left", written.left()),
                    "«" + name + "» is in the workspace " + (written.made().isEmpty() ? "already" : "now")
                            + ", and read from there",
                    written.made(),
                    next(written.left()));
            return ExitCode.DONE;
        }

        private List<String> next(List<String> left) {
            List<String> next = new ArrayList<>();
            if (!left.isEmpty()) {
                next.add("  left as " + (left.size() == 1 ? "it is: " : "they are: ") + String.join(", ", left));
                next.add("  To have the program's again, delete " + (left.size() == 1 ? "it" : "those you mean")
                        + " and run this once more.");
            }
            next.add("  Change what you like and delete the rest: a file that is not there is the program's,");
            next.add("  and so is a word. "
                    + (name.equals(TemplateShelf.COMMON)
                            ? "What you change here changes in all templates."
                            : "What templates share: gazette templates eject common."));
            next.add("Next: gazette preview --out draft; gazette templates diff " + name + " shows what you changed");
            return next;
        }
    }

    /** {@code gazette templates diff}. */
    static final class Diff implements Command {
        private final Gazette gazette;
        private Optional<String> name = Optional.empty();

        Diff(Gazette gazette) {
            this.gazette = gazette;
        }

        @Override
        public void describe(Syntax syntax) {
            syntax.named("diff", "What the workspace's templates change of the built-in ones.");
            syntax.parameter("NAME", "A template, or common (default: all).", value -> name = Optional.of(value));
            syntax.footer("", "Examples:", "  gazette templates diff", "  gazette templates diff digest");
        }

        @Override
        public ExitCode call() {
            TemplateShelf shelf = shelf(gazette);
            List<String> all = new ArrayList<>(shelf.names());
            all.add(TemplateShelf.COMMON);
            name.ifPresent(wanted -> known(wanted, all));
            List<Map<String, Object>> documents = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            for (String each : name.map(List::of).orElse(shelf.folders())) {
                DifferenceReport difference = new DifferenceReport(new TemplateDifference(each, shelf));
                documents.add(difference.document());
                lines.addAll(difference.lines(gazette.screen()));
            }
            if (documents.isEmpty()) {
                lines.add("There is nothing in templates/: all templates are the program's.");
            }
            gazette.screen().answer(Map.of("templates", documents), lines);
            return ExitCode.DONE;
        }
    }

    private static TemplateShelf shelf(Gazette gazette) {
        if (!Files.isRegularFile(gazette.folder().resolve("gazette.yaml"))) {
            throw usage(gazette.folder() + " is no workspace: it has no gazette.yaml. Make one with gazette init.");
        }
        return new TemplateShelf(templates(gazette));
    }

    private static Path templates(Gazette gazette) {
        return gazette.folder().resolve("templates");
    }

    private static void known(String name, List<String> names) {
        if (!names.contains(name)) {
            throw usage("There is no template «" + name + "»."
                    + Nearest.of(name, names)
                            .map(near -> " Did you mean «" + near + "»?")
                            .orElse(" There are " + String.join(", ", names) + "."));
        }
    }

    private static void say(
            Gazette gazette, Map<String, Object> document, String done, List<String> made, List<String> next) {
        List<String> lines = new ArrayList<>(List.of(gazette.screen().tick() + " " + done));
        made.forEach(file -> lines.add("  " + file));
        lines.addAll(next);
        gazette.screen().answer(new LinkedHashMap<>(document), lines);
    }

    private static Refusal usage(String words) {
        return new Refusal(ExitCode.USAGE, words);
    }
}
