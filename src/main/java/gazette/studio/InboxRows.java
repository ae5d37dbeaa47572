package gazette.studio;

import gazette.sink.Arrival;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Caught messages as lines that a template can print. */
final class InboxRows {
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;

    /** What would be rounded up to a thousand thousands is a million. */
    private static final int HALF_A_TENTH = 50;

    private final Appraiser appraiser;
    private final Locale language;
    private final Times times;
    private final Instant now;

    InboxRows(Appraiser appraiser, ZoneId zone, Locale language, Instant now) {
        this.appraiser = appraiser;
        this.language = language;
        this.now = now;
        this.times = new Times(zone, language, now);
    }

    Map<String, Object> row(Arrival arrival) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", arrival.id());
        row.put("to", arrival.to());
        row.put("role", arrival.role().name().toLowerCase(Locale.ROOT));
        row.put("from", arrival.from());
        row.put("sender", arrival.sender());
        row.put("subject", arrival.subject());
        row.put("instant", arrival.received().toString());
        row.put("day", times.day(arrival.received()));
        row.put("isToday", times.day(arrival.received()).equals(times.day(now)));
        row.put("time", times.time(arrival.received()));
        row.put("size", size(arrival.octets()));
        Optional<Appraisal> appraisal = appraiser.of(arrival);
        row.put("preheader", appraisal.map(Appraisal::preheader).orElse(arrival.beginning()));
        row.put("badge", appraisal.map(Appraisal::badge).orElse("waiting"));
        row.put("errors", appraisal.map(Appraisal::errors).orElse(0));
        row.put("warnings", appraisal.map(Appraisal::warnings).orElse(0));
        return row;
    }

    /** In thousands or millions of octets, as mail programs count. */
    String size(int octets) {
        boolean isMillions = octets >= MILLION - HALF_A_TENTH;
        String unit = (isMillions ? "M" : "k") + (language.getLanguage().equals("fr") ? "o" : "B");
        return String.format(language, "%.1f\u00a0%s", octets / (isMillions ? MILLION : THOUSAND), unit);
    }
}
