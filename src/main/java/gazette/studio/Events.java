package gazette.studio;

import com.fasterxml.jackson.jr.ob.JSON;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What happens, told to every page that listens, by server-sent events. A page that was away for a moment is told what it
 * missed; one that was away for longer, or since another start of the program, is told to look again.
 *
 * <p>Safe to use from many threads; the lock is of this object, and one thread speaks. A listener costs no thread.
 */
final class Events implements AutoCloseable {
    /** What a page is told. */
    enum Kind {
        /** A file was saved that pages are made of. */
        RENDER,
        /** An article appeared in a folder. */
        ARTICLE_NEW,
        /** An edition's dispatches moved on. */
        RUN_PROGRESS,
        /** An edition changed its state. */
        RUN_STATE,
        /** The sink took a message. */
        MAIL_RECEIVED,
        /** The checks of a message that the sink took are done. */
        MAIL_CHECKED,
        /** The settings were saved. */
        CONFIG_CHANGED;

        /** {@code article.new}. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.');
        }

        /** Whether one of them says all that the others say. */
        boolean isOftenRepeated() {
            return this == RUN_PROGRESS || this == MAIL_RECEIVED || this == MAIL_CHECKED;
        }

        /** All of them, blanks between. */
        static String words() {
            return Arrays.stream(values()).map(Kind::word).collect(Collectors.joining(" "));
        }
    }

    private record Waiting(Kind kind, String data) {}

    private record Told(long number, Kind kind, String data) {}

    /** As many as happen while a laptop's lid is closed for a moment. */
    private static final int REMEMBERED = 64;

    /** Tabs of one person, and then some; the oldest makes room. */
    private static final int LISTENERS = 24;

    /** Below the 20 seconds after which the server closes a connection on which nothing happens. */
    private static final Duration BEAT = Duration.ofSeconds(15);

    /** How long a browser waits before it comes back. */
    private static final String RETRY = "retry: 2000\n\n";

    private final String start;
    private final Duration beat;
    private final Deque<Told> memory = new ArrayDeque<>();
    private final List<SseClient> listeners = new ArrayList<>();
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "events");
    private volatile boolean isClosed;
    private long number;

    /** @param start what tells this start of the program from any other */
    Events(String start) {
        this(start, BEAT);
    }

    /** @param beat after so long without an event a page is shown that there is still somebody here */
    Events(String start, Duration beat) {
        this.start = start;
        this.beat = beat;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Tells every page, soon; whoever calls waits for no page.
     *
     * @param details of strings, numbers, booleans and lists of them
     */
    void tell(Kind kind, Map<String, ?> details) {
        waiting.add(new Waiting(kind, json(details)));
    }

    private synchronized void tellNow(Waiting event) {
        Told told = new Told(++number, event.kind(), event.data());
        memory.addLast(told);
        if (memory.size() > REMEMBERED) {
            memory.removeFirst();
        }
        List.copyOf(listeners).forEach(listener -> say(listener, told)); // one that left takes itself off the list
        listeners.removeIf(SseClient::terminated);
    }

    /**
     * Lets a page listen until it leaves.
     *
     * @param last the number of the last event that it was told; empty for a page that was just made
     */
    synchronized void listen(SseClient listener, String last) {
        if (isClosed) {
            listener.close();
            return;
        }
        listener.keepAlive();
        listener.onClose(() -> leave(listener));
        if (listeners.size() == LISTENERS) {
            listeners.remove(0).close();
        }
        listeners.add(listener);
        if (greets(listener)) {
            catchUp(listener, last);
        }
    }

    private synchronized void leave(SseClient listener) {
        listeners.remove(listener);
    }

    private static boolean greets(SseClient listener) {
        try {
            listener.ctx().res().getOutputStream().write(RETRY.getBytes(StandardCharsets.UTF_8));
            listener.ctx().res().flushBuffer();
            return true;
        } catch (IOException leftAtOnce) {
            listener.close();
            return false;
        }
    }

    private void catchUp(SseClient listener, String last) {
        if (last.isEmpty()) {
            return;
        }
        long heard = last.startsWith(start + "-") ? Long.parseLong("0" + last.substring(start.length() + 1)) : -1;
        boolean isRemembered = heard >= number - memory.size() && heard <= number;
        if (isRemembered) {
            memory.stream().filter(told -> told.number() > heard).forEach(told -> say(listener, told));
        } else {
            say(listener, new Told(number, Kind.RENDER, "{}"));
        }
    }

    private void say(SseClient listener, Told told) {
        listener.sendEvent(told.kind().word(), told.data(), start + "-" + told.number());
    }

    private void run() {
        try {
            while (!isClosed) {
                Waiting first = waiting.poll(beat.toMillis(), TimeUnit.MILLISECONDS);
                if (first == null) {
                    beat();
                } else {
                    tellAll(first);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of what happens many times over, the last is enough. */
    private void tellAll(Waiting first) {
        List<Waiting> several = new ArrayList<>(List.of(first));
        waiting.drainTo(several);
        Map<String, Waiting> once = new LinkedHashMap<>();
        several.forEach(event -> {
            String key = event.kind().isOftenRepeated() ? event.kind().word() : event.kind() + event.data();
            once.put(key, event);
        });
        once.values().forEach(this::tellNow);
    }

    private synchronized void beat() {
        List.copyOf(listeners).forEach(listener -> listener.sendComment("beat"));
        listeners.removeIf(SseClient::terminated);
    }

    private static String json(Map<String, ?> details) {
        try {
            return JSON.std.asString(details);
        } catch (IOException notForJson) {
            throw new UncheckedIOException(notForJson);
        }
    }

    /** Ends every stream. */
    @Override
    public void close() {
        isClosed = true;
        thread.interrupt();
        List<SseClient> leaving;
        synchronized (this) {
            leaving = List.copyOf(listeners);
            listeners.clear();
        }
        leaving.forEach(SseClient::close);
    }
}
