package gazette.cli;

import gazette.delivery.DomainTally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How an edition stands at its largest recipient domains, as a table. */
final class DomainTable {
    /** Domains that are shown. */
    static final int MOST = 10;

    private static final int WORDS = 60;

    private DomainTable() {}

    /** Whether it says more than the tally does. */
    static boolean isWorthALook(List<DomainTally> domains) {
        return domains.size() > 1
                || domains.stream().anyMatch(domain -> !domain.lastWords().isEmpty());
    }

    static List<String> lines(List<DomainTally> domains) {
        int width = domains.stream()
                .mapToInt(domain -> domain.domain().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add("  " + pad("domain", Math.max(width, 6))
                + "   readers  accepted  deferred  rejected   waiting  last words");
        for (DomainTally domain : domains) {
            lines.add(String.format(
                            Locale.ROOT,
                            "  %s%,10d%,10d%,10d%,10d%,10d  %s",
                            pad(domain.domain(), Math.max(width, 6)),
                            domain.readers(),
                            domain.accepted(),
                            domain.deferred(),
                            domain.rejected(),
                            domain.waiting(),
                            shortened(domain.lastWords()))
                    .stripTrailing());
        }
        return lines;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String shortened(String words) {
        return words.length() <= WORDS ? words : words.substring(0, WORDS - 1) + "…";
    }

    static List<Map<String, Object>> documents(List<DomainTally> domains) {
        return domains.stream().map(DomainTable::document).toList();
    }

    private static Map<String, Object> document(DomainTally domain) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("domain", domain.domain());
        document.put("readers", domain.readers());
        document.put("accepted", domain.accepted());
        document.put("deferred", domain.deferred());
        document.put("rejected", domain.rejected());
        document.put("waiting", domain.waiting());
        document.put("lastWords", domain.lastWords());
        return document;
    }
}
