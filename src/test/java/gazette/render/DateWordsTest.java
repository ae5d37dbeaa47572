package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Published;
import gazette.edition.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DateWordsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateWords FRENCH = DateWords.of(Locale.CANADA_FRENCH);
    private static final DateWords ENGLISH = DateWords.of(Locale.UK);

    private static Published published(int year, int month, int day, String time) {
        return new Published(
                LocalDate.of(year, month, day),
                Optional.of(time).filter(t -> !t.isEmpty()).map(LocalTime::parse),
                PARIS);
    }

    private static Window window(String from, String to) {
        return new Window(Optional.of(from).filter(f -> !f.isEmpty()).map(Instant::parse), Instant.parse(to));
    }

    @Test
    void frenchSaysWhenAnArticleWasPublished() {
        assertThat(FRENCH.published(published(2024, 12, 30, "11:49"), PARIS))
                .isEqualTo("30\u00A0décembre 2024 à 11\u00A0h\u00A049");
        assertThat(FRENCH.published(published(2024, 2, 3, "07:00"), PARIS)).isEqualTo("3\u00A0février 2024 à 7\u00A0h");
        assertThat(FRENCH.published(published(2027, 1, 1, "00:05"), PARIS))
                .isEqualTo("1er\u00A0janvier 2027 à 0\u00A0h\u00A005");
        assertThat(FRENCH.published(published(2027, 8, 1, ""), PARIS)).isEqualTo("1er\u00A0août 2027");
    }

    @Test
    void anArticleFromElsewhereIsDatedInTheNewslettersZone() {
        Published elsewhere = new Published(
                LocalDate.of(2026, 11, 22), Optional.of(LocalTime.of(20, 30)), ZoneId.of("America/Montreal"));

        assertThat(FRENCH.published(elsewhere, PARIS)).isEqualTo("23\u00A0novembre 2026 à 2\u00A0h\u00A030");
    }

    @Test
    void englishSaysWhenAnArticleWasPublished() {
        assertThat(ENGLISH.published(published(2024, 12, 30, "11:49"), PARIS))
                .isEqualTo("30\u00A0December 2024, 11:49");
        assertThat(ENGLISH.published(published(2024, 12, 1, ""), PARIS)).isEqualTo("1\u00A0December 2024");
    }

    @Test
    void theDayOfAnEditionHasItsName() {
        LocalDate day = LocalDate.of(2024, 12, 30);

        assertThat(FRENCH.day(day)).isEqualTo("lundi 30\u00A0décembre 2024");
        assertThat(ENGLISH.day(day)).isEqualTo("Monday 30\u00A0December 2024");
    }

    @Test
    void frenchSaysWhatTimeAnEditionCovers() {
        assertThat(FRENCH.window(window("2024-12-29T06:00:00Z", "2024-12-30T06:00:00Z"), PARIS))
                .isEqualTo("du 29\u00A0décembre\u00A07\u00A0h au 30\u00A0décembre\u00A07\u00A0h");
        assertThat(FRENCH.window(window("2024-12-31T06:30:00Z", "2025-01-01T06:00:00Z"), PARIS))
                .isEqualTo("du 31\u00A0décembre 2024\u00A07\u00A0h\u00A030 au 1er\u00A0janvier 2025\u00A07\u00A0h");
        assertThat(FRENCH.window(window("2024-12-30T06:00:00Z", "2024-12-30T17:00:00Z"), PARIS))
                .isEqualTo("le 30\u00A0décembre de 7\u00A0h à 18\u00A0h");
        assertThat(FRENCH.window(window("", "2024-12-30T06:00:00Z"), PARIS))
                .isEqualTo("jusqu’au 30\u00A0décembre\u00A07\u00A0h");
    }

    @Test
    void englishSaysWhatTimeAnEditionCovers() {
        assertThat(ENGLISH.window(window("2024-12-29T06:00:00Z", "2024-12-30T06:00:00Z"), PARIS))
                .isEqualTo("from 29\u00A0December 07:00 to 30\u00A0December 07:00");
        assertThat(ENGLISH.window(window("2024-12-31T06:00:00Z", "2025-01-01T06:00:00Z"), PARIS))
                .isEqualTo("from 31\u00A0December 2024 07:00 to 1\u00A0January 2025 07:00");
        assertThat(ENGLISH.window(window("2024-12-30T06:00:00Z", "2024-12-30T17:00:00Z"), PARIS))
                .isEqualTo("30\u00A0December from 07:00 to 18:00");
        assertThat(ENGLISH.window(window("", "2024-12-30T06:00:00Z"), PARIS)).isEqualTo("up to 30\u00A0December 07:00");
    }

    @Test
    void thousandsStandApart() {
        assertThat(FRENCH.number(999)).isEqualTo("999");
        assertThat(FRENCH.number(1_234_567)).isEqualTo("1\u202F234\u202F567");
        assertThat(ENGLISH.number(1_234_567)).isEqualTo("1,234,567");
    }

    @Test
    void aReaderIsToldSinceWhenAndNothingWhenNobodyKnows() {
        Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 3, 3));

        assertThat(ReaderWords.since(day, Locale.FRANCE)).isEqualTo("Votre abonnement date du 3\u00A0mars 2026.");
        assertThat(ReaderWords.since(day, Locale.GERMANY))
                .isEqualTo("Ihr Abonnement besteht seit dem 3.\u00A0März 2026.");
        assertThat(ReaderWords.since(day, Locale.JAPANESE))
                .isEqualTo("Your subscription dates from 3\u00A0March 2026.");
        assertThat(ReaderWords.since(Optional.empty(), Locale.FRANCE)).isEmpty();
    }
}
