package gazette.studio;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;

/**
 * The addresses of the studio. Reading one changes nothing; what changes something is a POST from a form of the studio's
 * own. Filled once, before the server listens.
 */
public final class StudioRoutes {
    private final RoutesConfig routes;
    private final Gate gate;
    private final List<String> reads = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();

    StudioRoutes(RoutesConfig routes, Gate gate) {
        this.routes = routes;
        this.gate = gate;
    }

    /** A page: GET, and HEAD with the same headers (RFC 9110 section 9.3.2). It leaves the store as it was, to the row. */
    void read(String path, Handler handler) {
        Handler guarded = gate.forReading(handler);
        routes.get(path, guarded);
        routes.head(path, guarded);
        reads.add(path);
    }

    /** A change: POST, with the token of the studio's forms. */
    void change(String path, Handler handler) {
        routes.post(path, gate.forChanging(handler));
        changes.add(path);
    }

    /** A change that takes a file: POST of a form with one, the token in its address. */
    void upload(String path, Handler handler) {
        routes.post(path, gate.forUpload(handler));
        changes.add(path);
    }

    /** A change that programs ask for: DELETE, which no page of another site can send. */
    void delete(String path, Handler handler) {
        routes.delete(path, gate.forPrograms(handler));
    }

    /** The paths of all pages. */
    List<String> reads() {
        return List.copyOf(reads);
    }

    /** The paths of all changes. */
    List<String> changes() {
        return List.copyOf(changes);
    }
}
