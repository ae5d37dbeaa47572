package gazette.schedule;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** How a language speaks of recurring times. */
enum Tongue {
    FRENCH(Locale.FRENCH, "et", "premier deuxième troisième quatrième cinquième") {
        @Override
        String everyDay() {
            return "tous les jours";
        }

        @Override
        String between(DayOfWeek first, DayOfWeek last) {
            return "du " + name(first) + " au " + name(last);
        }

        @Override
        String on(List<DayOfWeek> days) {
            return list(days.stream().map(day -> "le " + name(day)).toList());
        }

        @Override
        String nth(int n, DayOfWeek day) {
            return "le " + nthWord(n) + " " + name(day) + " du mois";
        }

        @Override
        String last(DayOfWeek day) {
            return "le dernier " + name(day) + " du mois";
        }

        @Override
        String dayOfMonth(int day) {
            return "le " + (day == 1 ? "1er" : day) + " du mois";
        }

        @Override
        String lastDay() {
            return "le dernier jour du mois";
        }

        @Override
        String time(int hour, int minute) {
            return String.format(Locale.ROOT, "%d\u00a0h\u00a0%02d", hour, minute);
        }

        @Override
        String at(List<String> times) {
            return list(times.stream().map(time -> "à " + time).toList());
        }

        @Override
        String every(int n, Unit unit) {
            String one = switch (unit) {
                case SECOND -> "seconde";
                case MINUTE -> "minute";
                case HOUR -> "heure";
            };
            return "toutes les " + (n == 1 ? "" : n + "\u00a0") + one + "s";
        }
    },

    ENGLISH(Locale.ENGLISH, "and", "first second third fourth fifth") {
        @Override
        String everyDay() {
            return "every day";
        }

        @Override
        String between(DayOfWeek first, DayOfWeek last) {
            return name(first) + " to " + name(last);
        }

        @Override
        String on(List<DayOfWeek> days) {
            return "every " + list(days.stream().map(this::name).toList());
        }

        @Override
        String nth(int n, DayOfWeek day) {
            return "the " + nthWord(n) + " " + name(day) + " of the month";
        }

        @Override
        String last(DayOfWeek day) {
            return "the last " + name(day) + " of the month";
        }

        @Override
        String dayOfMonth(int day) {
            return "day " + day + " of the month";
        }

        @Override
        String lastDay() {
            return "the last day of the month";
        }

        @Override
        String time(int hour, int minute) {
            return String.format(Locale.ROOT, "%02d:%02d", hour, minute);
        }

        @Override
        String at(List<String> times) {
            return "at " + list(times);
        }

        @Override
        String every(int n, Unit unit) {
            String one = unit.name().toLowerCase(Locale.ROOT);
            return n == 1 ? "every " + one : "every " + n + " " + one + "s";
        }
    };

    /** What an interval is counted in. */
    enum Unit {
        SECOND,
        MINUTE,
        HOUR
    }

    private final Locale locale;
    private final String and;
    private final String ordinals;

    Tongue(Locale locale, String and, String ordinals) {
        this.locale = locale;
        this.and = and;
        this.ordinals = ordinals;
    }

    /** French for French, English for all others. */
    static Tongue of(Locale language) {
        return language.getLanguage().equals("fr") ? FRENCH : ENGLISH;
    }

    abstract String everyDay();

    abstract String between(DayOfWeek first, DayOfWeek last);

    abstract String on(List<DayOfWeek> days);

    abstract String nth(int n, DayOfWeek day);

    abstract String last(DayOfWeek day);

    abstract String dayOfMonth(int day);

    abstract String lastDay();

    abstract String time(int hour, int minute);

    abstract String at(List<String> times);

    abstract String every(int n, Unit unit);

    String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    String nthWord(int n) {
        return ordinals.split(" ")[n - 1];
    }

    String list(List<String> items) {
        int last = items.size() - 1;
        return last == 0 ? items.get(0) : String.join(", ", items.subList(0, last)) + " " + and + " " + items.get(last);
    }
}
