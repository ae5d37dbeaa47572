package gazette.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Files that a command makes in a folder, never over one that is there.
 *
 * @param root nothing is written outside of it
 */
record NewFiles(Path root) {
    /**
     * What became of the files; their paths as a person in the workspace writes them.
     *
     * @param left those that were there before
     */
    record Written(List<String> made, List<String> left) {
        Written {
            made = List.copyOf(made);
            left = List.copyOf(left);
        }
    }

    /**
     * Writes {@code files}, text by path, into {@code folder} of the root: all of them, or none when one is there.
     *
     * @return their paths as a person in the workspace writes them
     */
    List<String> writeAll(String folder, Map<String, String> files) {
        List<String> there = there(folder, files);
        if (!there.isEmpty()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    root.resolve(folder) + " has " + String.join(", ", there)
                            + " already, and nothing is written over: move them away, or take another name.");
        }
        return write(folder, files);
    }

    /** Writes those of {@code files}, text by path, that are not in {@code folder} of the root. */
    Written writeMissing(String folder, Map<String, String> files) {
        List<String> there = there(folder, files);
        Map<String, String> missing = new TreeMap<>(files);
        missing.keySet().removeAll(there);
        return new Written(
                write(folder, missing),
                there.stream().map(file -> named(folder, file)).toList());
    }

    private List<String> write(String folder, Map<String, String> files) {
        Path target = root.resolve(folder);
        List<String> made = new ArrayList<>();
        try {
            Files.createDirectories(target);
            if (!target.toRealPath().startsWith(root.toRealPath())) {
                throw new Refusal(
                        ExitCode.USAGE, target + " leads out of " + root + ": put a folder itself there, not a link.");
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = target.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.writeString(path, file.getValue(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                made.add(named(folder, file.getKey()));
            }
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException("cannot write " + target, cannotWrite);
        }
        return made;
    }

    private List<String> there(String folder, Map<String, String> files) {
        Path target = root.resolve(folder);
        return files.keySet().stream()
                .filter(file -> Files.exists(target.resolve(file), LinkOption.NOFOLLOW_LINKS))
                .sorted()
                .toList();
    }

    private String named(String folder, String file) {
        return root.getFileName() + "/" + folder + "/" + file;
    }
}
