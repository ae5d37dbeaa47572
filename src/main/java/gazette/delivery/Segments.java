package gazette.delivery;

import java.util.ArrayList;
import java.util.List;

/** Segments being put together: constant octets gather until a personal one comes. For one thread. */
final class Segments {
    private final List<Segment> done = new ArrayList<>();
    private Octets constant = new Octets(1024);

    /** Where constant octets go. */
    Octets constant() {
        return constant;
    }

    Segments add(Segment segment) {
        closeConstant();
        done.add(segment);
        return this;
    }

    List<Segment> finish() {
        closeConstant();
        return List.copyOf(done);
    }

    private void closeConstant() {
        if (constant.length() > 0) {
            done.add(new Segment.Constant(constant.toByteArray()));
            constant = new Octets(1024);
        }
    }
}
