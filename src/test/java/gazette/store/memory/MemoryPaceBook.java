package gazette.store.memory;

import gazette.delivery.PaceBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link PaceBook} in memory. */
public final class MemoryPaceBook implements PaceBook {
    private final Map<List<String>, Slowed> paces = new HashMap<>();
    private final Map<List<String>, Integer> used = new HashMap<>();

    @Override
    public synchronized List<Slowed> since(Instant moment) {
        return paces.values().stream()
                .filter(slowed -> !slowed.at().isBefore(moment))
                .sorted(Comparator.comparing(Slowed::account).thenComparing(Slowed::domain))
                .toList();
    }

    @Override
    public synchronized void keep(Slowed slowed) {
        paces.put(List.of(slowed.account(), slowed.domain()), slowed);
    }

    @Override
    public synchronized int reserve(String account, LocalDate day, int wanted, int allowance) {
        List<String> key = List.of(account, day.toString());
        int granted = Math.max(0, Math.min(wanted, allowance - used.getOrDefault(key, 0)));
        used.merge(key, granted, Integer::sum);
        return granted;
    }

    @Override
    public synchronized int reserved(String account, LocalDate day) {
        return used.getOrDefault(List.of(account, day.toString()), 0);
    }

    @Override
    public synchronized void giveBack(String account, LocalDate day, int unused) {
        used.merge(List.of(account, day.toString()), -unused, Integer::sum);
    }
}
