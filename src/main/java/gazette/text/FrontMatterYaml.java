package gazette.text;

import gazette.article.Blanks;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the YAML of a front matter: keys with one value or a list of them, and nothing deeper. It listens to
 * the parser's events instead of building a tree, so that deep nesting cannot exhaust the stack.
 */
final class FrontMatterYaml {
    private static final String QUOTE_IT = "put a value that holds ': ' or begins with a sign in quotes, as in"
            + " title: \"Énergie : le réseau tient\"";
    /** What a Mac types for a space when Alt is still held down; YAML knows the ordinary one alone. */
    private static final Pattern NO_BREAK_AFTER_KEY = Pattern.compile("^([\\w-]+)\\h?:\\h");

    private final int firstLine;
    private final List<FrontMatterEntry> entries = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();

    private FrontMatterYaml(int firstLine) {
        this.firstLine = firstLine;
    }

    /** What was read and what could not be; with flaws, the entries are those that could. */
    record Parsed(List<FrontMatterEntry> entries, List<Flaw> flaws) {
        Parsed {
            entries = List.copyOf(entries);
            flaws = List.copyOf(flaws);
        }
    }

    /**
     * @param lines between the lines of dashes
     * @param firstLine the number of the first of them in the file
     */
    static Parsed parse(List<String> lines, int firstLine) {
        FrontMatterYaml yaml = new FrontMatterYaml(firstLine);
        String text = String.join(
                "\n",
                lines.stream()
                        .map(line -> NO_BREAK_AFTER_KEY.matcher(line).replaceFirst("$1: "))
                        .toList());
        try {
            yaml.document(
                    new Parse(LoadSettings.builder().build()).parseString(text).iterator());
        } catch (MarkedYamlEngineException notYaml) {
            int line = notYaml.getProblemMark().map(Mark::getLine).orElse(0);
            yaml.flaw(line, "this is no YAML (" + notYaml.getProblem() + "): " + QUOTE_IT);
        } catch (YamlEngineException notYaml) {
            yaml.flaw(0, "the front matter is no YAML (" + notYaml.getMessage() + "): " + QUOTE_IT);
        }
        return new Parsed(yaml.entries, yaml.flaws);
    }

    private void document(Iterator<Event> events) {
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof MappingStartEvent) {
                mapping(events);
            } else if (!isFrame(event)) {
                flaw(line(event), "a front matter is made of lines such as 'title: …'; this is none");
                skip(event, events);
            }
        }
    }

    private static boolean isFrame(Event event) {
        return event instanceof StreamStartEvent
                || event instanceof StreamEndEvent
                || event instanceof DocumentStartEvent
                || event instanceof DocumentEndEvent;
    }

    private void mapping(Iterator<Event> events) {
        for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
            skip(key, events);
            Event value = events.next();
            if (key instanceof ScalarEvent name) {
                entry(name, value, events);
            } else {
                flaw(line(key), "a key of the front matter must be a word: write a line such as 'title: …'");
                skip(value, events);
            }
        }
    }

    private void entry(ScalarEvent name, Event value, Iterator<Event> events) {
        String key = Blanks.fold(name.getValue());
        List<String> values = new ArrayList<>();
        boolean flat = value instanceof ScalarEvent scalar ? values.add(text(scalar)) : list(value, events, values);
        if (flat) {
            entries.add(new FrontMatterEntry(key, firstLine + line(name), values));
        } else {
            flaw(line(name), key + " holds more than a value or a plain list: write one value, or [one, two]");
        }
    }

    /** Reads a list of plain values to its end; false when {@code start} begins anything else, which is passed over. */
    private static boolean list(Event start, Iterator<Event> events, List<String> values) {
        if (!(start instanceof SequenceStartEvent)) {
            skip(start, events);
            return false;
        }
        boolean flat = true;
        for (Event item = events.next(); !(item instanceof CollectionEndEvent); item = events.next()) {
            if (item instanceof ScalarEvent scalar) {
                values.add(text(scalar));
            } else {
                flat = false;
                skip(item, events);
            }
        }
        return flat;
    }

    /** Passes over all that belongs to {@code start}. */
    private static void skip(Event start, Iterator<Event> events) {
        int depth = start instanceof CollectionStartEvent ? 1 : 0;
        while (depth > 0) {
            Event event = events.next();
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private static String text(ScalarEvent scalar) {
        boolean none = scalar.isPlain()
                && (scalar.getValue().equals("~") || scalar.getValue().equals("null"));
        return none ? "" : Blanks.tidy(scalar.getValue());
    }

    private void flaw(int line, String what) {
        flaws.add(new Flaw(firstLine + line, what));
    }

    /** Counted from 0 at the first line of the YAML. */
    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0);
    }
}
