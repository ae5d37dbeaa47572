package gazette.config;

import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/** The events of a YAML text as they are read, up to a depth: the composer, which recurs, is not led further. */
final class BoundedEvents implements Parser {
    private final Parser events;
    private final int deepest;
    private int depth;

    BoundedEvents(Parser events, int deepest) {
        this.events = events;
        this.deepest = deepest;
    }

    @Override
    public boolean checkEvent(Event.ID kind) {
        return events.checkEvent(kind);
    }

    @Override
    public Event peekEvent() {
        return events.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }

    /** @throws TooDeep where a collection begins that lies deeper than wanted */
    @Override
    public Event next() {
        Event event = events.next();
        depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        if (depth > deepest) {
            throw new TooDeep(event.getStartMark().orElseThrow());
        }
        return event;
    }

    /** Brackets or keys nest deeper than wanted. */
    static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Mark begin;

        private TooDeep(Mark begin) {
            super("nests too deep", null, false, false);
            this.begin = begin;
        }

        /** Where the first that is too deep begins. */
        Mark begin() {
            return begin;
        }
    }
}
