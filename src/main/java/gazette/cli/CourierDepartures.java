package gazette.cli;

import gazette.digest.RunOptions;
import gazette.digest.RunReport;
import gazette.edition.Cadence;
import gazette.edition.Newsletter;
import gazette.studio.Departures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Editions that go now, by the couriers of this process. */
final class CourierDepartures implements Departures {
    private final Workspace workspace;
    private final Couriers couriers;

    CourierDepartures(Workspace workspace, Couriers couriers) {
        this.workspace = workspace;
        this.couriers = couriers;
    }

    @Override
    public RunReport depart(Newsletter newsletter, Cadence cadence, Duration cooldown, Optional<String> despite) {
        RunReport report = workspace
                .digestRun(Duration.ZERO)
                .run(
                        newsletter,
                        cadence,
                        Slot.now(workspace.clock()),
                        new RunOptions(Optional.of(cooldown), Optional.empty(), despite));
        couriers.ring();
        return report;
    }

    @Override
    public void ring() {
        couriers.ring();
    }

    @Override
    public List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        couriers.trouble().ifPresent(parting -> troubles.add(parting.words()));
        troubles.addAll(couriers.rests());
        return troubles;
    }
}
