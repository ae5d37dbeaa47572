package gazette.cli;

import gazette.check.LinkProbe;
import gazette.config.Settings;
import gazette.config.WebSettings;
import gazette.delivery.Messages;
import gazette.delivery.Press;
import gazette.digest.DigestRun;
import gazette.digest.Prepress;
import gazette.digest.Rehearsal;
import gazette.dkim.Engine;
import gazette.dkim.Signer;
import gazette.edition.Cadence;
import gazette.edition.EditionKey;
import gazette.edition.EditionState;
import gazette.edition.Editions.Summary;
import gazette.edition.Newsletter;
import gazette.edition.Notes;
import gazette.pickup.PickUp;
import gazette.picture.Illustrator;
import gazette.render.Pages;
import gazette.render.Renderer;
import gazette.store.Store;
import gazette.subscriber.Tokens;
import gazette.text.FolderReader;
import gazette.text.NoteFolder;
import gazette.web.LeavingPages;
import gazette.web.PageGroup;
import gazette.web.WebServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One workspace with its parts put together: the table of contents of the program. */
final class Workspace implements AutoCloseable {
    private final Settings settings;
    private final Clock clock;
    private final Store store;
    private final Tokens tokens;
    private final Renderer renderer;
    private final Notes notes = new NoteFolder();
    private final Prepress prepress;
    private final Pages pages = new Pages();
    private final Internet internet;

    private Workspace(Settings settings, Clock clock, Store store, Tokens tokens) {
        this.settings = settings;
        this.clock = clock;
        this.store = store;
        this.tokens = tokens;
        this.renderer = new Renderer(settings.workspace().resolve("templates"));
        this.internet = Internet.of(settings, clock);
        this.prepress = new Prepress(new Illustrator(internet.pictures()), renderer, store.outbox());
    }

    /** For commands that change something. */
    static Workspace open(Settings settings, Clock clock) {
        Store store = Store.open(settings.store(), clock);
        return new Workspace(settings, clock, store, Tokens.open(keyFile(settings)));
    }

    /** For commands that write nothing: neither rows nor files. */
    static Workspace openReadOnly(Settings settings, Clock clock) {
        Store store = Store.openReadOnly(settings.store(), clock);
        return new Workspace(settings, clock, store, Tokens.readOnly(keyFile(settings)));
    }

    private static Path keyFile(Settings settings) {
        return settings.store().resolveSibling("secret.key");
    }

    static Path lockFile(Settings settings) {
        return settings.store().resolveSibling("gazette.lock");
    }

    Settings settings() {
        return settings;
    }

    Store store() {
        return store;
    }

    Clock clock() {
        return clock;
    }

    Tokens tokens() {
        return tokens;
    }

    /**
     * @param settling files that changed less than this ago are left for the next time
     */
    DigestRun digestRun(Duration settling) {
        return new DigestRun(pickUp(settling), store.subscribers(), store.editions(), notes, prepress, store.outbox());
    }

    PickUp pickUp(Duration settling) {
        return new PickUp(store.articles(), store.sources(), new FolderReader(clock, settling), internet.web(), clock);
    }

    Rehearsal rehearsal() {
        return new Rehearsal(store.articles(), pickUp(Duration.ZERO), store.editions(), notes, prepress);
    }

    /** The edition that a send takes up before it composes another: cut short, held back after a wave, or still owed
     * to somebody. */
    Optional<EditionKey> begun(Newsletter newsletter, Cadence cadence) {
        Optional<EditionKey> unfinished = store.editions().unfinished(newsletter.id(), cadence.name());
        return unfinished.or(() -> store.editions().list(Optional.of(newsletter.id())).stream()
                .filter(edition -> edition.key().cadence().equals(cadence.name()))
                .filter(edition -> edition.state() == EditionState.FILLED)
                .filter(edition -> store.outbox().nextDue(edition.id()).isPresent()
                        || store.outbox().heldBack(edition.id()) > 0)
                .map(Summary::key)
                .findFirst());
    }

    /** The same edition, if all that is left of it to do waits for a wave to be let go on. */
    Optional<EditionLook> heldBack(Newsletter newsletter, Cadence cadence) {
        return begun(newsletter, cadence)
                .flatMap(key -> store.editions().list(Optional.of(newsletter.id())).stream()
                        .filter(edition -> edition.key().equals(key))
                        .findFirst())
                .map(edition -> EditionLook.at(store, edition.id()))
                .filter(look -> look.heldBack() > 0);
    }

    /** Makes letters of editions that are not stored. */
    Press press() {
        return press(Engine::standard);
    }

    /** @param engine what signs, if somebody does: the fastest takes a moment to come */
    private Press press(Supplier<Engine> engine) {
        Optional<Signer> signer = settings.dkim().map(dkim -> new Signer(dkim.domain(), engine.get()));
        return new Press(tokens, renderer, signer);
    }

    Renderer renderer() {
        return renderer;
    }

    Messages messages() {
        return new Messages(store.editions(), press(Engine::fastest));
    }

    /** Serves the pages for leaving, and {@code more} if given. */
    WebServer web(Optional<PageGroup> more) {
        List<PageGroup> groups = new ArrayList<>();
        groups.add(new LeavingPages(pages, tokens::read, store.subscribers(), settings.newsletters()));
        more.ifPresent(groups::add);
        WebSettings web = settings.web();
        return WebServer.start(web.host(), web.port(), web.url(), pages, groups);
    }

    /** Asks the web whether pages are there. */
    LinkProbe probe() {
        return internet.probe();
    }

    Pages pages() {
        return pages;
    }

    @Override
    public void close() {
        internet.close();
        store.close();
    }
}
