package gazette.studio;

import gazette.config.SettingsFile;
import gazette.config.SettingsProblem;
import gazette.studio.Desk.Reread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Whether the settings on the disk are those that the pages are made with. Safe to use from many threads. */
final class SettingsNews {
    private final Desk desk;
    private final byte[] atStart;
    private volatile State state = new State(List.of(), false);

    /**
     * What there is to say of them.
     *
     * @param problems that keep those on the disk from being taken
     * @param areForLater whether those on the disk are sound, and taken at the next start only
     */
    record State(List<SettingsProblem> problems, boolean areForLater) {
        State {
            problems = List.copyOf(problems);
        }
    }

    SettingsNews(Desk desk) {
        this.desk = desk;
        this.atStart = octets();
    }

    State state() {
        return state;
    }

    /** Looks at the file again: it was saved. */
    void look() {
        if (Arrays.equals(atStart, octets()) && state.problems().isEmpty() && !state.areForLater()) {
            return;
        }
        Reread reread = desk.reread();
        boolean isOther = !Arrays.equals(atStart, octets());
        state = new State(reread.problems(), isOther && reread.problems().isEmpty() && !reread.areTaken());
    }

    private byte[] octets() {
        Path file = desk.settings().workspace().resolve(SettingsFile.NAME);
        try {
            return Files.readAllBytes(file);
        } catch (IOException notThereNow) {
            return new byte[0];
        }
    }
}
