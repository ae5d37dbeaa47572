package gazette.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CronWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 0 7 ? * MON-FRI     | du lundi au vendredi à 7 h 00               | Monday to Friday at 07:00
            0 0 7 ? * 2-6         | du lundi au vendredi à 7 h 00               | Monday to Friday at 07:00
            0 0 9 ? * SAT         | le samedi à 9 h 00                          | every Saturday at 09:00
            0 30 18 ? * MON,WED   | le lundi et le mercredi à 18 h 30           | every Monday and Wednesday at 18:30
            0 0 7,12,18 * * ?     | tous les jours à 7 h 00, à 12 h 00 et à 18 h 00 | every day at 07:00, 12:00 and 18:00
            0 30 2 ? * MON#1      | le premier lundi du mois à 2 h 30           | the first Monday of the month at 02:30
            0 30 2 ? * FRIL       | le dernier vendredi du mois à 2 h 30        | the last Friday of the month at 02:30
            0 0 6 1 * ?           | le 1er du mois à 6 h 00                     | day 1 of the month at 06:00
            0 0 6 L * ?           | le dernier jour du mois à 6 h 00            | the last day of the month at 06:00
            0/10 * * * * ?        | toutes les 10 secondes                      | every 10 seconds
            0 0/15 * * * ?        | toutes les 15 minutes                       | every 15 minutes
            0 0/15 * ? * MON-FRI  | toutes les 15 minutes, du lundi au vendredi | every 15 minutes, Monday to Friday
            0 * * * * ?           | toutes les minutes                          | every minute
            0 0 * * * ?           | toutes les heures                           | every hour
            0 0 7 ? * MON-FRI *   | du lundi au vendredi à 7 h 00               | Monday to Friday at 07:00
            """)
    void anExpressionIsSaidAsPeopleSayIt(String cron, String french, String english) {
        String inFrench = CronWords.inWords(cron, Locale.FRANCE);
        String inEnglish = CronWords.inWords(cron, Locale.UK);

        assertThat(inFrench.replace('\u00a0', ' ')).isEqualTo(french);
        assertThat(inEnglish).isEqualTo(english);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0 7 ? 1-6 MON-FRI",
                "0 0 7 15W * ?",
                "5 0 7 * * ?",
                "0 0/7 * * * ?",
                "0 0 8-18 * * ?",
                "nonsense",
                "0 0 7 ? * MON-FRI 2030",
                "0 0 7 ? * FOO",
                ""
            })
    void anOddExpressionIsShownAsItIs(String cron) {
        assertThat(CronWords.inWords(cron, Locale.FRANCE)).isEqualTo(cron);
    }
}
