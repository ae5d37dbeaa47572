package gazette.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateLineTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 décembre 2024 à 11h49            | 2024-12-30 11:49",
                "30 décembre 2024                    | 2024-12-30",
                "1er janvier 2025                    | 2025-01-01",
                "1ᵉʳ janvier 2025                    | 2025-01-01",
                "le 3 mars 2025 à 9 h                | 2025-03-03 09:00",
                "Le lundi 3 mars 2025, à 9 h 05      | 2025-03-03 09:05",
                "lundi 30 décembre 2024              | 2024-12-30",
                "Lundi, 30 décembre 2024             | 2024-12-30",
                "lun. 30 déc. 2024 11:49             | 2024-12-30 11:49",
                "30 DÉCEMBRE 2024 À 11H49            | 2024-12-30 11:49",
                "30 decembre 2024 a 11h49            | 2024-12-30 11:49",
                "8 août 2025 - 18h                   | 2025-08-08 18:00",
                "14 juil. 2025 | 2025-07-14",
                "2 févr. 2025 à 0 h 00               | 2025-02-02 00:00",
                "29 février 2024                     | 2024-02-29",
                "Publié le 30 décembre 2024 à 11h49  | 2024-12-30 11:49",
                "PUBLIÉ LE 30/…                      | none",
                "Article publié le : 3 mars 2025     | 2025-03-03",
                "Mis en ligne le 3 mars 2025         | 2025-03-03",
                "Mis à jour le 3 mars 2025 à 7h05    | 2025-03-03 07:05",
                "Mise à jour : 3 mars 2025 à 7h05    | 2025-03-03 07:05",
                "30 décembre 2024 à 11:49:00 CET     | 2024-12-30 11:49",
                "30 décembre 2024, 11:49:00 CET      | 2024-12-30 11:49",
                "30 juin 2024 à 11h49 UTC            | 2024-06-30 13:49",
                "30 juin 2024 à 11h49 (heure de Paris) | 2024-06-30 11:49",
                "December 30, 2024, 11:49            | 2024-12-30 11:49",
                "Dec 30, 2024 11:49 AM               | 2024-12-30 11:49",
                "Dec. 30, 2024 at 11:49 p.m.         | 2024-12-30 23:49",
                "December 30th, 2024 12:05 am        | 2024-12-30 00:05",
                "December 30, 2024 at 12 PM          | 2024-12-30 12:00",
                "30 December 2024                    | 2024-12-30",
                "Monday, December 30, 2024           | 2024-12-30",
                "Mon 30 Dec 2024, 11:49              | 2024-12-30 11:49",
                "Mar 4, 2025                         | 2025-03-04",
                "Published on 1st of March 2025      | 2025-03-01",
                "Last updated: May 5, 2025 at 6 pm   | 2025-05-05 18:00",
                "2024-12-30                          | 2024-12-30",
                "2024-12-30 11:49                    | 2024-12-30 11:49",
                "2024-12-30T11:49                    | 2024-12-30 11:49",
                "2024-12-30T11:49:07.123Z            | 2024-12-30 12:49:07",
                "2024-07-30T11:49:00+00:00           | 2024-07-30 13:49",
                "2024-12-30T23:49:00-0500            | 2024-12-31 05:49",
                "2024-12-30 11:49 +01:00             | 2024-12-30 11:49",
                "Publié le 3 mars 2025 à 9 h – mis à jour le 4 mars 2025 à 10 h | 2025-03-03 09:00",
                "Mis à jour le 4 mars 2025 à 10 h, publié le 3 mars 2025 à 9 h  | 2025-03-03 09:00",
                "Publié le 3 mars 2025 à 9 h (mis à jour à 15 h 30)             | 2025-03-03 09:00",
                "3 mars 2025.                        | 2025-03-03",
            })
    void readsADateAsNewsroomsWriteIt(String line, String expected) {
        assertThat(reading(line)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u202F", "\u2009", "\t", "  ", " \u00A0"})
    void takesEverySpaceForASpace(String space) {
        String line = " Publié le lundi 30 décembre 2024 à 11 h 49 ".replace(" ", space);

        assertThat(reading(line)).isEqualTo("2024-12-30 11:49");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "31 février 2025",
                "29 février 2025",
                "0 mars 2025",
                "3 mars 2025 à 25 h",
                "3 mars 2025 à 9h75",
                "Dec 30, 2024 13:49 PM",
                "Dec 30, 2024 0 am",
                "2024-13-30",
                "2024-12-30T11:49+99:00",
                "3 marsupiaux 2025",
                "Le 3 mars 2025, le conseil a voté.",
                "Publié le 12 mai 2026 par la préfecture, l'arrêté fixe le débit",
                "Le 3 mars 2025 à 9 h, les vannes s'ouvrent",
                "3 mars",
                "mars 2025",
                "2025",
                "11h49",
                "Depuis le 3 mars 2025",
                "3 mars 2025 ou 4 mars 2025",
                "Publié le 3 mars 2025 à 9 h, mis à jour par la rédaction du soir",
                "12 3 2025",
            })
    void leavesEverythingElseAlone(String line) {
        assertThat(DateLine.read(line)).isEmpty();
    }

    @Test
    void tellsPublicationFromUpdate() {
        assertThat(DateLine.read("Publié le 3 mars 2025").map(DateLine::kind)).contains(DateLine.Kind.PUBLISHED);
        assertThat(DateLine.read("3 mars 2025").map(DateLine::kind)).contains(DateLine.Kind.BARE);
        assertThat(DateLine.read("Mis à jour le 3 mars 2025").map(DateLine::kind))
                .contains(DateLine.Kind.UPDATED);
        assertThat(DateLine.read("Updated March 3, 2025").map(DateLine::kind)).contains(DateLine.Kind.UPDATED);
    }

    @Test
    void readsEveryMonthInBothLanguages() {
        for (Locale language : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
            for (Month month : Month.values()) {
                String word = month.getDisplayName(TextStyle.FULL, language);

                assertThat(DateLine.read("2 " + word + " 2025")
                                .map(line -> line.date().getMonth()))
                        .contains(month);
            }
        }
    }

    private static String reading(String line) {
        return DateLine.read(line)
                .map(date -> date.published(PARIS))
                .map(when -> when.date() + when.time().map(time -> " " + time).orElse(""))
                .orElse("none");
    }
}
