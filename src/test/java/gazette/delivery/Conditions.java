package gazette.delivery;

import gazette.edition.InDoubtPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is decided of a run before it begins.
 *
 * @param restless how often another thread goes on instead, from 0 to 1
 * @param processes at most at once; where there is one, it knows that those before it are gone
 * @param deaths how often a process dies at a step
 * @param storeFaults how often the store fails, before a call and after it
 */
record Conditions(
        double restless,
        int readers,
        int processes,
        RetryPolicy policy,
        double deaths,
        double storeFaults,
        InDoubtPolicy inDoubt,
        List<ServerWays> servers) {

    /**
     * What one server is like.
     *
     * @param window messages of one connection in the gap at once
     * @param perSession messages of one session, then 421; 0 for any number
     * @param dataToNobody whether it says 354 without a recipient
     * @param faults how often each thing goes wrong, from 0 to 1
     */
    record ServerWays(List<String> offers, int window, int perSession, boolean dataToNobody, double faults) {
        private static final List<List<String>> OFFERS =
                List.of(List.of(), List.of("PIPELINING"), List.of("PIPELINING", "CHUNKING", "SIZE"));

        static ServerWays drawn(Chance chance) {
            List<String> offers = OFFERS.get(chance.upTo(2));
            return new ServerWays(
                    offers,
                    offers.contains("CHUNKING") ? chance.between(2, 4) : 1,
                    chance.oneIn(4) ? chance.between(1, 3) : 0,
                    chance.coin(),
                    chance.sometimes(0.06));
        }
    }

    static Conditions drawn(Chance chance) {
        return new Conditions(
                0.03 + 0.5 * chance.random().nextDouble(),
                chance.between(2, 11),
                chance.between(1, 2),
                new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(4), chance.between(3, 22)),
                chance.sometimes(0.006),
                chance.sometimes(0.05),
                chance.oneIn(6) ? InDoubtPolicy.HOLD : InDoubtPolicy.RETRY,
                servers(chance));
    }

    private static List<ServerWays> servers(Chance chance) {
        List<ServerWays> servers = new ArrayList<>();
        for (int server = chance.oneIn(4) ? 2 : 1; server > 0; server--) {
            servers.add(ServerWays.drawn(chance));
        }
        return List.copyOf(servers);
    }

    /** The widest of any server: so many messages of one connection may be in the gap. */
    int window() {
        return servers.stream().mapToInt(ServerWays::window).max().orElseThrow();
    }
}
