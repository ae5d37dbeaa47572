package gazette.cli;

import gazette.check.LinkProbe;
import gazette.config.Settings;
import gazette.config.WebSettings;
import gazette.delivery.EditionLook;
import gazette.delivery.Headcount;
import gazette.delivery.Messages;
import gazette.delivery.Press;
import gazette.delivery.TimeLeft;
import gazette.digest.DigestRun;
import gazette.digest.Prepress;
import gazette.digest.Rehearsal;
import gazette.dkim.Engine;
import gazette.dkim.Signer;
import gazette.edition.Cadence;
import gazette.edition.EditionId;
import gazette.edition.EditionKey;
import gazette.edition.EditionState;
import gazette.edition.Editions.Summary;
import gazette.edition.Newsletter;
import gazette.edition.Notes;
import gazette.pickup.PickUp;
import gazette.picture.Illustrator;
import gazette.proof.Proofs;
import gazette.proof.Workbench;
import gazette.render.OnlineAddress;
import gazette.render.Pages;
import gazette.render.Renderer;
import gazette.store.Store;
import gazette.studio.Desk;
import gazette.studio.Studio;
import gazette.subscriber.Tokens;
import gazette.text.FolderReader;
import gazette.text.NoteFolder;
import gazette.web.Copies;
import gazette.web.Entrance;
import gazette.web.Entrance.Guests;
import gazette.web.LeavingPages;
import gazette.web.OnlinePages;
import gazette.web.PageGroup;
import gazette.web.WebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
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
    private final Background background = new Background();
    private final Headcount headcount;
    private final Copies copies;
    private final Proofs proofs;

    private Workspace(Settings settings, Clock clock, Store store, Tokens tokens) {
        this.settings = settings;
        this.clock = clock;
        this.store = store;
        this.tokens = tokens;
        this.renderer = new Renderer(settings.workspace().resolve("templates"), OnlineAddress.signed(tokens));
        this.copies = new Copies(store.editions(), renderer);
        this.internet = Internet.of(settings, clock);
        this.headcount = new Headcount(
                new Headcount.Parts(
                        store.editions(),
                        store.outbox(),
                        store.register(),
                        store.paceBook(),
                        settings::accounts,
                        clock),
                background.threads());
        this.proofs = new Proofs(store::version, clock, internet.threads());
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

    /** Whether there is a store on the disk, and not an empty one in memory for want of one. */
    boolean hasStore() {
        return Files.exists(settings.store());
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
                .map(edition -> EditionLook.at(store.editions(), store.outbox(), edition.id()))
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

    /** Tools for a look at what would go out. */
    Workbench workbench() {
        return new Workbench(
                settings.workspace(),
                store.articles(),
                store.sources(),
                store.editions(),
                store.outbox(),
                rehearsal(),
                renderer,
                press(),
                settings.dkim());
    }

    /** Proofs of its newsletters. */
    Proofs proofs() {
        return proofs;
    }

    Renderer renderer() {
        return renderer;
    }

    /** When an edition will be done. */
    TimeLeft timeLeft(EditionId edition) {
        return new TimeLeft(settings::accounts, store.outbox(), store.paceBook(), clock, edition);
    }

    /** How editions stood when they were last counted. */
    Headcount headcount() {
        return headcount;
    }

    /** The other process that delivers, if one does. */
    Optional<Long> delivererElsewhere() {
        long ours = ProcessHandle.current().pid();
        return LockFile.living(lockFile(settings)).filter(pid -> pid != ours);
    }

    /** Where work is done that nobody waits for. */
    Executor background() {
        return background.threads();
    }

    Messages messages() {
        return new Messages(store.editions(), press(Engine::fastest));
    }

    /** Serves the readers' pages, and the studio over {@code studio} if given. */
    WebServer web(Optional<Desk> studio) {
        return serve(studio.map(Studio::new));
    }

    /** Serves the readers' pages, and {@code studio} if given. */
    WebServer serve(Optional<Studio> studio) {
        List<PageGroup> groups = new ArrayList<>();
        groups.add(new LeavingPages(pages, tokens::read, store.subscribers(), settings.newsletters()));
        groups.add(online(() -> this));
        studio.ifPresent(groups::add);
        return WebServer.start(entrances(settings.web()), settings.web().url(), pages, groups);
    }

    /** Shows the editions of a workspace to whoever has their addresses. */
    static OnlinePages online(Supplier<Workspace> workspace) {
        return new OnlinePages(new Pages(), text -> workspace.get().tokens.read(text), () -> workspace.get().copies);
    }

    private static List<Entrance> entrances(WebSettings web) {
        return web.studio()
                .map(studio -> List.of(
                        new Entrance(web.host(), web.port(), Guests.READERS),
                        new Entrance(studio.host(), studio.port(), Guests.STAFF)))
                .orElseGet(() -> List.of(new Entrance(web.host(), web.port(), Guests.ALL)));
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
        background.close();
        internet.close();
        store.close();
    }
}
