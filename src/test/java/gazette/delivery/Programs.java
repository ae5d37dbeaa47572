package gazette.delivery;

import java.io.IOException;

/** Programs of the machine that tests ask. */
final class Programs {
    private Programs() {}

    /** Whether {@code command} is there and ends well. */
    static boolean run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
