package gazette.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The browser of the person at the keyboard. */
final class Browser {
    private Browser() {}

    /** Opens {@code url} where there is a desktop; does nothing where there is none. */
    static void open(String url) {
        List<String> command = command(url);
        if (command.isEmpty()) {
            return;
        }
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noBrowserHere) {
            return; // the address is on the screen
        }
    }

    private static List<String> command(String url) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return List.of("open", url);
        }
        if (system.contains("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", url);
        }
        boolean desktop = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return desktop ? List.of("xdg-open", url) : List.of();
    }
}
