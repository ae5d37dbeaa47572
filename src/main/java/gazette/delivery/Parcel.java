package gazette.delivery;

import java.util.Optional;

/** A letter under way, and the dispatch that it settles. For one thread. */
final class Parcel {
    private final Dispatch dispatch;
    private final Letter letter;
    private Optional<Content> content = Optional.empty();

    Parcel(Dispatch dispatch, Letter letter) {
        this.dispatch = dispatch;
        this.letter = letter;
    }

    Dispatch dispatch() {
        return dispatch;
    }

    Letter letter() {
        return letter;
    }

    /** Made when it is first asked for, which may take as long as a signature does. */
    Content content() {
        if (content.isEmpty()) {
            content = Optional.of(letter.content());
        }
        return content.get();
    }
}
