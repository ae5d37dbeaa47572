package gazette.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process writes and syncs, seen by the kernel: strace(1), which follows every thread. */
final class SystemCalls {
    private static final String PROGRAM = "/usr/bin/strace";
    private static final Pattern CALL = Pattern.compile("^(\\d+) +(\\w+)\\(\\d+<([^>]*)>(.*)$");
    private static final Pattern RESUMED = Pattern.compile("^(\\d+) +<\\.\\.\\. \\w+ resumed>.*$");

    /**
     * One moment of one call.
     *
     * @param file the path, or what kind of socket it is
     * @param rest the arguments, octets in C's notation
     * @param moment whether the call was begun here, ended here, or both
     */
    record Call(String name, String file, String rest, Moment moment) {
        boolean isSyncOf(String ending) {
            return name.endsWith("sync") && file.endsWith(ending) && moment != Moment.BEGUN;
        }

        boolean isWriteTo(String ending) {
            return !name.endsWith("sync") && file.endsWith(ending) && moment != Moment.ENDED;
        }

        boolean isSent() {
            return file.startsWith("socket:") && moment != Moment.ENDED;
        }
    }

    /** A call that another thread's call falls into stands on two lines. */
    enum Moment {
        BEGUN,
        ENDED,
        WHOLE
    }

    private SystemCalls() {}

    /** Whether a process can be traced here. */
    static boolean canBeSeen() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(PROGRAM))) {
            return false;
        }
        Process probe = new ProcessBuilder(PROGRAM, "-f", "-o", "/dev/null", "true").start();
        return probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0;
    }

    /** The command that another one is put behind. */
    static List<String> into(Path trace) {
        return List.of(
                PROGRAM,
                "-f",
                "-y",
                "-s",
                "2000",
                "-e",
                "trace=fdatasync,fsync,write,writev,pwrite64,sendto",
                "-o",
                trace.toString());
    }

    /** In the order in which the kernel saw them. */
    static List<Call> read(Path trace) throws IOException {
        List<Call> calls = new ArrayList<>();
        Map<String, Call> unfinished = new HashMap<>();
        for (String line : Files.readAllLines(trace, StandardCharsets.ISO_8859_1)) {
            Matcher call = CALL.matcher(line);
            Matcher resumed = RESUMED.matcher(line);
            if (call.matches()) {
                Moment moment = line.endsWith("<unfinished ...>") ? Moment.BEGUN : Moment.WHOLE;
                Call seen = new Call(call.group(2), call.group(3), call.group(4), moment);
                unfinished.put(call.group(1), seen);
                calls.add(seen);
            } else if (resumed.matches() && unfinished.containsKey(resumed.group(1))) {
                Call begun = unfinished.remove(resumed.group(1));
                calls.add(new Call(begun.name(), begun.file(), begun.rest(), Moment.ENDED));
            }
        }
        return calls;
    }
}
