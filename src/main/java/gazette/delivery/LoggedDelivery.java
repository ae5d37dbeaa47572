package gazette.delivery;

import gazette.edition.EditionId;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line per event; whatever looks like an address is left out of a server's words. */
final class LoggedDelivery implements DeliveryLog {
    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");

    private final Logger log = LoggerFactory.getLogger(DeliveryLog.class);

    @Override
    public void settled(Settled settled) {
        Dispatch dispatch = settled.dispatch();
        String outcome = settled.outcome().getClass().getSimpleName();
        if (settled.outcome() instanceof Outcome.Accepted) {
            log.debug("dispatch {} of {}: accepted", dispatch.id().value(), dispatch.edition());
        } else {
            log.info(
                    "dispatch {} of {}, attempt {}: {}: {}",
                    dispatch.id().value(),
                    dispatch.edition(),
                    dispatch.attempt(),
                    outcome,
                    masked(settled.outcome().words()));
        }
    }

    @Override
    public void parted(Parting parting) {
        log.info("connection {}: {}", parting.kind(), masked(parting.words()));
    }

    @Override
    public void waiting(Duration time) {
        log.warn("no connection is tried for {} ms", time.toMillis());
    }

    @Override
    public void slowed(PaceBook.Slowed slowed) {
        log.warn(
                "account {}{}: {} messages a second were too many, slower now",
                slowed.account(),
                slowed.domain().isEmpty() ? "" : " to " + slowed.domain(),
                String.format(Locale.ROOT, "%.2f", slowed.limit()));
    }

    @Override
    public void paused(EditionId edition, String why) {
        log.error("{} is paused: {}; gazette editions resume {} goes on", edition, masked(why), edition);
    }

    @Override
    public void resting(String why) {
        log.info("{}", why);
    }

    @Override
    public void storeFailed(RuntimeException failure) {
        log.error("the store failed, delivery waits for it", failure);
    }

    @Override
    public void storeBack() {
        log.info("the store is back");
    }

    @Override
    public void tookBack(int claims) {
        log.info("{} claims of dead processes taken back", claims);
    }

    @Override
    public void stopped(String reason) {
        log.error("delivery stopped: {}", reason);
    }

    static String masked(String words) {
        return ADDRESS.matcher(words).replaceAll("<address>");
    }
}
