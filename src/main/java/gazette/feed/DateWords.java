package gazette.feed;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that dates are made of, in the languages of Europe and of East Asia. */
final class DateWords {
    /** Names of the months as dates inflect them, without accents; each may be cut short where it still means one month. */
    private static final List<String> MONTHS = List.of(
            "january janvier januar janner enero gennaio janeiro januari ιανουαριου ιανουαριος ιανουαριο januar januarie"
                    + " ianuarie gener января январь stycznia styczen leden ledna ocak janv janeiro",
            "february fevrier februar feber febrero febbraio fevereiro februari φεβρουαριου φεβρουαριος φεβρουαριο"
                    + " februarie febrer февраля февраль lutego luty unor unora subat fevr",
            "march mars marz maerz marzo marco maart mrt μαρτιου μαρτιος μαρτιο marcius marts martie marc марта март"
                    + " marca marzec brezen brezna mart",
            "april avril abril aprile απριλιου απριλιος απριλιο aprilis aprilie апреля апрель kwietnia kwiecien duben"
                    + " dubna nisan",
            "may mai mayo maggio maio mei μαιου μαιος μαιο majus maj maig мая май maja kveten kvetna mayis",
            "june juin juni junio giugno junho ιουνιου ιουνιος ιουνιο junius iunie juny июня июнь czerwca czerwiec cerven"
                    + " cervna haziran",
            "july juillet juli julio luglio julho ιουλιου ιουλιος ιουλιο julius iulie juliol июля июль lipca lipiec"
                    + " cervenec cervence temmuz juil",
            "august aout agosto augustus αυγουστου αυγουστος αυγουστο augusztus agost августа август sierpnia sierpien"
                    + " srpen srpna agustos augusti",
            "september septembre septiembre setiembre settembre setembro σεπτεμβριου σεπτεμβριος σεπτεμβριο szeptember"
                    + " septembrie setembre сентября сентябрь wrzesnia wrzesien zari eylul sept",
            "october octobre oktober octubre ottobre outubro οκτωβριου οκτωβριος οκτωβριο октября октябрь octombrie"
                    + " pazdziernika pazdziernik rijen rijna ekim",
            "november novembre noviembre novembro νοεμβριου νοεμβριος νοεμβριο noiembrie ноября ноябрь listopada"
                    + " listopad listopadu kasim",
            "december decembre dezember diciembre dicembre dezembro δεκεμβριου δεκεμβριος δεκεμβριο desember"
                    + " decembrie desembre декабря декабрь grudnia grudzien prosinec prosince aralik");

    /** Short names of weekdays that months could be cut to as well. */
    private static final Set<String> WEEKDAYS = Set.of("mar", "sze", "lun", "mer", "sab", "dom", "sob", "мар");

    private static final Map<String, Integer> NUMBERS = numbers();

    private DateWords() {}

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (int month = 1; month <= 12; month++) {
            for (String name : MONTHS.get(month - 1).split(" ")) {
                for (int length = 3; length < name.length(); length++) {
                    Integer other = numbers.put(name.substring(0, length), month);
                    if (other != null && other != month) {
                        ambiguous.add(name.substring(0, length));
                    }
                }
            }
        }
        numbers.keySet().removeAll(ambiguous);
        for (int month = 1; month <= 12; month++) {
            for (String name : MONTHS.get(month - 1).split(" ")) {
                numbers.put(name, month);
            }
        }
        numbers.remove("sze");
        return Map.copyOf(numbers);
    }

    /** In small letters, without accents. */
    static String plain(String word) {
        return Normalizer.normalize(
                        word.toLowerCase(Locale.ROOT).replace('ı', 'i').replace("ł", "l"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    /** The month of this name, 1 to 12. */
    static Optional<Integer> month(String plain) {
        return Optional.ofNullable(NUMBERS.get(plain));
    }

    /** Whether a word that may name a month may as well name a weekday. */
    static boolean isWeekday(String plain) {
        return WEEKDAYS.contains(plain);
    }

    /** The half of the day of this name. */
    static Optional<FeedDate.Half> half(String plain) {
        return switch (Normalizer.normalize(plain, Normalizer.Form.NFC)) {
            case "am", "오전", "上午", "午前", "πμ", "凌晨", "早上" -> Optional.of(FeedDate.Half.MORNING);
            case "pm", "오후", "下午", "午後", "μμ", "晚上" -> Optional.of(FeedDate.Half.AFTERNOON);
            default -> Optional.empty();
        };
    }
}
