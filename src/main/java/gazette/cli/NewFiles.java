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

/**
 * Files that a command makes in a folder: all of them or none, and never over one that is there.
 *
 * @param root nothing is written outside of it
 */
record NewFiles(Path root) {
    /**
     * Writes {@code files}, text by path, into {@code folder} of the root.
     *
     * @return their paths as a person in the workspace writes them
     */
    List<String> write(String folder, Map<String, String> files) {
        Path target = root.resolve(folder);
        refuseWhatIsThere(target, files);
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
                made.add(root.getFileName() + "/" + folder + "/" + file.getKey());
            }
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException("cannot write " + target, cannotWrite);
        }
        return made;
    }

    private static void refuseWhatIsThere(Path target, Map<String, String> files) {
        List<String> there = files.keySet().stream()
                .filter(file -> Files.exists(target.resolve(file), LinkOption.NOFOLLOW_LINKS))
                .toList();
        if (!there.isEmpty()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    target + " has " + String.join(", ", there)
                            + " already, and nothing is written over: move them away, or take another name.");
        }
    }
}
