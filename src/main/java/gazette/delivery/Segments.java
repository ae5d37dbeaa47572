package gazette.delivery;

import java.util.ArrayList;
import java.util.List;

/** Segments being put together: constant octets gather until a personal one comes. For one thread. */
final class Segments {
    private final List<Segment> done = new ArrayList<>();
    private Octets constant = new Octets(1024);
    private int body = -1;

    /** Where constant octets go. */
    Octets constant() {
        return constant;
    }

    Segments add(Segment segment) {
        closeConstant();
        done.add(segment);
        return this;
    }

    /** Ends a header, the message's own or a part's, with the empty line. */
    Segments endHeader() {
        constant.lineEnd();
        if (body < 0) {
            closeConstant();
            body = done.size();
        }
        return this;
    }

    /** The header of the message with its empty line; all when it was not ended. */
    List<Segment> head() {
        closeConstant();
        return List.copyOf(done.subList(0, body < 0 ? done.size() : body));
    }

    /** What follows the header. */
    List<Segment> body() {
        closeConstant();
        return List.copyOf(done.subList(body < 0 ? done.size() : body, done.size()));
    }

    List<Segment> finish() {
        closeConstant();
        return List.copyOf(done);
    }

    private void closeConstant() {
        if (constant.length() > 0) {
            done.add(Segment.Constant.of(constant.toByteArray()));
            constant = new Octets(1024);
        }
    }
}
