package gazette.schedule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The five fields of a crontab in Quartz's words, so that an objection can name the remedy. */
final class UnixCron {
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final Pattern DAY = Pattern.compile("(?<![\\d/])[0-7](?!\\d)");

    private UnixCron() {}

    /** The same times as a Quartz expression; empty when there is none, or {@code cron} is none either. */
    static Optional<String> inQuartz(String cron) {
        String[] fields = cron.strip().split("\\s+");
        if (fields.length != 5 || (!fields[2].equals("*") && !fields[4].equals("*"))) {
            return Optional.empty();
        }
        String week = DAY.matcher(fields[4]).replaceAll(day -> DAYS.get(Integer.parseInt(day.group())));
        String days = fields[4].equals("*") ? fields[2] + " " + fields[3] + " ?" : "? " + fields[3] + " " + week;
        String quartz = "0 " + fields[0] + " " + fields[1] + " " + days;
        return Slots.objection(quartz).isEmpty() ? Optional.of(quartz) : Optional.empty();
    }
}
