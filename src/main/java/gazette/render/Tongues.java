package gazette.render;

import gazette.edition.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The languages that a template speaks.
 *
 * @param own the newsletter's
 */
record Tongues(TemplateFolder folder, Locale own) {
    private static final Pattern COUNTED = Pattern.compile("\\.(?:one|other)$");

    /** Words that printers of different regions set differently, if they set any so. */
    private static final String SET_APART =
            "« L'oncle ; dit-il ! Qui ? » : 12 % à 9 h, 1 000 €. \"It's 'so',\" -- it... is. „A“ 5 km";

    /**
     * What a reader who asked for {@code wanted} is spoken to in: that language where the template has words of it, else
     * the newsletter's. The region counts only where it changes what is printed.
     *
     * @throws TemplateProblem when a file of words cannot be read
     */
    Locale spoken(Locale wanted) {
        Locale asked = plain(wanted);
        boolean isOwn = asked.getLanguage().equals(own.getLanguage());
        if (!isOwn && !speaks(asked)) {
            return own;
        }
        Locale usual = isOwn ? own : Locale.forLanguageTag(asked.getLanguage());
        return isAlike(asked, usual) ? usual : asked;
    }

    private static Locale plain(Locale wanted) {
        return new Locale.Builder()
                .setLanguage(wanted.getLanguage())
                .setRegion(wanted.getCountry())
                .build();
    }

    /** A template that has a phrase in its newsletter's language alone would fail in any other. */
    private boolean speaks(Locale language) {
        Set<String> needed = keys(own.getLanguage());
        needed.removeAll(keys(language.getLanguage()));
        needed.removeAll(keys(Locale.ENGLISH.getLanguage()));
        return Words.exist(folder, language) && needed.isEmpty();
    }

    private Set<String> keys(String tag) {
        return WordsFile.phrases(folder, WordsFile.of(tag)).keySet().stream()
                .map(key -> COUNTED.matcher(key).replaceFirst(""))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean isAlike(Locale one, Locale other) {
        return one.equals(other)
                || (Typography.set(SET_APART, one).equals(Typography.set(SET_APART, other))
                        && dates(one).equals(dates(other))
                        && regional(one).equals(regional(other)));
    }

    private Optional<String> regional(Locale language) {
        return language.getCountry().isEmpty()
                ? Optional.empty()
                : folder.text(WordsFile.of(language.getLanguage() + "-" + language.getCountry()));
    }

    private static String dates(Locale language) {
        DateWords words = DateWords.of(language);
        LocalDate day = LocalDate.of(2026, 3, 1);
        Instant noon = Instant.parse("2026-03-01T13:05:00Z");
        return String.join(
                "\n",
                words.date(day),
                words.day(day),
                words.since(day),
                words.number(1_234_567),
                words.window(new Window(Optional.of(noon), noon.plusSeconds(86_400)), ZoneOffset.UTC),
                words.window(new Window(Optional.empty(), noon), ZoneOffset.UTC));
    }
}
