package gazette.config;

import gazette.delivery.WarmUp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code warm-up}: how a new sender makes itself known. */
final class WarmUpSection {
    private static final int MOST = 100_000_000;

    private WarmUpSection() {}

    static Optional<WarmUp> read(Section account) {
        boolean isSet = account.isSet("warm-up");
        Section plan = account.section("warm-up");
        Optional<LocalDate> from = plan.optional("from", WarmUpSection::day);
        List<Integer> perDay = plan.several("per-day", Kinds.whole(1, MOST, "how many messages that day may have"));
        if (isSet) {
            List.of("from", "per-day").stream().filter(key -> !plan.isSet(key)).forEach(plan::missing);
        }
        plan.close();
        return from.filter(day -> !perDay.isEmpty()).map(day -> new WarmUp(day, perDay));
    }

    private static Fit<LocalDate> day(String text) {
        try {
            return Fit.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException noDay) {
            return Fit.not("give the first day, such as 2026-12-01");
        }
    }
}
