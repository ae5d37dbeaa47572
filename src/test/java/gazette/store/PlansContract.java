package gazette.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gazette.article.Origin;
import gazette.edition.Form;
import gazette.edition.Plan;
import gazette.edition.Plans;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Plans} promises. */
abstract class PlansContract {
    private static final Origin ONE = new Origin("folder:articles", "1.txt");
    private static final Origin TWO = new Origin("folder:articles", "2.txt");
    private static final Origin THREE = new Origin("feed:https://example.org/rss.xml", "urn:3");

    private World world;

    abstract World world(Clock clock);

    @BeforeEach
    void open() {
        world = world(new HandClock());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Plans plans() {
        return world.plans();
    }

    @Test
    void nothingIsDecidedAtFirst() {
        assertThat(plans().plan("la-gazette", "daily")).isEqualTo(Plan.NONE);
    }

    @Test
    void whatWasDecidedComesBackAsItWas() {
        Plan plan = new Plan(
                List.of(THREE, ONE),
                Set.of(TWO),
                Set.of(TWO, THREE),
                Map.of(ONE, Form.SHORT, TWO, Form.BRIEF),
                Optional.of("## Bonjour\n\nUne «note» d’ici."));

        assertThat(plans().change("la-gazette", "daily", any -> plan)).isEqualTo(plan);
        assertThat(plans().plan("la-gazette", "daily")).isEqualTo(plan);
    }

    @Test
    void eachCadenceHasItsOwn() {
        plans().change("la-gazette", "daily", plan -> plan.leftOut(ONE));
        plans().change("la-gazette", "weekly", plan -> plan.withNote("Bonne semaine."));

        assertThat(plans().plan("la-gazette", "daily")).isEqualTo(Plan.NONE.leftOut(ONE));
        assertThat(plans().plan("la-gazette", "weekly")).isEqualTo(Plan.NONE.withNote("Bonne semaine."));
        assertThat(plans().plan("autre", "daily")).isEqualTo(Plan.NONE);
    }

    @Test
    void startingOverForgetsAll() {
        plans().change("la-gazette", "daily", plan -> plan.leftOut(ONE).withNote("Bonjour."));

        plans().change("la-gazette", "daily", plan -> Plan.NONE);

        assertThat(plans().plan("la-gazette", "daily")).isEqualTo(Plan.NONE);
    }

    @Test
    void whatManyDecideAtOnceIsAllKept() throws InterruptedException {
        List<Thread> people = new ArrayList<>();
        IntStream.range(0, 8)
                .mapToObj(number -> new Origin("folder:articles", number + ".txt"))
                .forEach(article -> people.add(
                        new Thread(() -> plans().change("la-gazette", "daily", plan -> plan.leftOut(article)))));

        people.forEach(Thread::start);
        for (Thread person : people) {
            person.join();
        }

        assertThat(plans().plan("la-gazette", "daily").out()).hasSize(8);
    }

    @Test
    void aChangeThatFailsChangesNothing() {
        plans().change("la-gazette", "daily", plan -> plan.leftOut(ONE));

        assertThatThrownBy(() -> plans().change("la-gazette", "daily", plan -> {
                    throw new IllegalStateException("no such form");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(plans().plan("la-gazette", "daily")).isEqualTo(Plan.NONE.leftOut(ONE));
    }
}
