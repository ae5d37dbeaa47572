package gazette.studio;

import gazette.config.Settings;
import gazette.config.SettingsProblem;
import gazette.delivery.Headcount;
import gazette.delivery.Outbox;
import gazette.delivery.Register;
import gazette.edition.Editions;
import gazette.edition.Plans;
import gazette.proof.Proofs;
import gazette.proof.Workbench;
import gazette.sink.Sink;
import gazette.subscriber.Subscribers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/** What the studio works on: one workspace, as it is just now. Safe to use from many threads. */
public interface Desk {
    /** The settings as they are on the disk, or as they were when those could last be read. */
    Settings settings();

    /**
     * Reads the settings from the disk again, and takes them where this program takes others while it runs; {@link
     * #settings} are the last sound ones in any case.
     */
    Reread reread();

    /**
     * What came of it.
     *
     * @param problems all that is wrong with those on the disk; empty when they are sound
     * @param areTaken whether they are the desk's own from now on
     */
    record Reread(List<SettingsProblem> problems, boolean areTaken) {
        public Reread {
            problems = List.copyOf(problems);
        }
    }

    /** Tools for a look, made for {@link #settings}. */
    Workbench workbench();

    /** Proofs, made with {@link #workbench}. */
    Proofs proofs();

    /** The plans of coming editions. */
    Plans plans();

    /** Editions and their readers as lists show them. */
    Register register();

    /** How editions stood when they were last counted. */
    Headcount headcount();

    /** Does something to editions. The ports that it is done with write; they are good for this call alone. */
    <T> T change(BiFunction<Editions, Outbox, T> deed);

    /** Where changes are made that take longer than a page may. */
    Executor errands();

    /** The number of another process that delivers just now, if there is one. */
    Optional<Long> delivererElsewhere();

    /** People and their subscriptions. */
    Subscribers subscribers();

    /** Who sends; empty where the studio only looks. */
    Optional<Departures> departures();

    /** The mail server that keeps every message on this machine, if there is one. */
    Optional<Sink> sink();

    Clock clock();
}
