package gazette.article;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells what a text is written in from its small words (articles, pronouns, prepositions), which make up a third of any
 * prose, or from its script. Silent when it is not sure.
 */
final class Tongue {
    /** Fewer words, and chance decides. */
    private static final int FEWEST_WORDS = 20;

    /** So many of the first words are looked at; more would not change the answer. */
    private static final int MOST_WORDS = 400;

    /** Of all words, the share that must be small words of the language; in prose it is 0.3 to 0.5. */
    private static final double SURE = 0.22;

    /** How far ahead of the next language, where words that kin share count for little. */
    private static final double AHEAD = 1.2;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    /** The small words of each language that is told, and of their kin, which are only there not to be taken for them. */
    private static final Map<String, List<String>> SMALL_WORDS = Map.ofEntries(
            words(
                    "fr",
                    "le la les l un une des du de d et est à au aux en dans que qu qui ce cette ces il elle ils elles on"
                            + " nous vous je j se s son sa ses leur leurs pour par sur avec sans sous plus pas ne n mais ou où été"
                            + " sont ont être avoir fait comme après avant depuis entre très aussi tout tous même selon c y deux"),
            words(
                    "en",
                    "the a an of and to in is are was were be been has have had it its that this these those he she they"
                            + " we you i his her their our for by on at with without from as but or not will would can could which"
                            + " who what when where there about after before than more into over out up all also two said"),
            words(
                    "de",
                    "der die das den dem des ein eine einen einem einer eines und ist sind war waren wird werden wurde"
                            + " hat haben in im an am auf aus bei mit nach von vom zu zum zur für über unter durch gegen um als wie"
                            + " auch nicht kein noch nur aber oder wenn dass daß sich sie er es wir ich ihr man sein seine so vor"),
            words(
                    "es",
                    "el la los las un una unos unas de del y e es son fue fueron ser ha han en a al que se su sus lo le"
                            + " les por para con sin sobre entre hasta desde como más pero o no ya también muy este esta estos"
                            + " estas ese esa hay cuando donde según dos todo todos nos me mi tras está están era"),
            words(
                    "it",
                    "il lo la i gli le un uno una l di del dello della dei degli delle d da dal dalla in nel nella nei"
                            + " nelle a al alla ai alle e ed è sono era stato stata ha hanno che chi si su sul sulla per con tra fra"
                            + " come più ma o non anche ci questo questa questi suo sua loro dopo prima due tutti essere c"),
            words(
                    "pt",
                    "o a os as um uma uns umas de do da dos das e é são foi foram ser tem têm em no na nos nas que se"
                            + " seu sua seus suas por pelo pela para com sem sobre entre até desde como mais mas ou não já também"
                            + " muito este esta isso ao aos à às há quando onde segundo dois duas todos lhe está era num numa"),
            words(
                    "nl",
                    "de het een en van in is zijn was waren wordt worden werd heeft hebben had op aan bij met naar voor"
                            + " door over uit om te tot als dan dat die dit deze er ze hij zij we wij je ik hun haar niet geen ook"
                            + " nog maar of want wie wat waar zich na tussen onder meer al veel twee zal kan"),
            words(
                    "ca",
                    "el la els les un una uns unes de del dels i és són va van ha han en a al als que es seu seva per"
                            + " amb sense sobre entre fins des com més però o no ja també molt aquest aquesta hi ho ens on quan"),
            words(
                    "gl",
                    "unha unhas foi foron súa súas polo pola polos polas con sen ata máis pero non xa tamén moi onde cando case"
                            + " onte aínda nunha dunha cos coas baixo mentres á ás ó hai tras dúas o e que os un"),
            words(
                    "ro",
                    "și în de la a al ale ai cu pe pentru din că care este sunt a fost au va nu mai o un unei unui se"
                            + " sau dar dacă după prin între acest această ce le lui ei lor fi era"),
            words(
                    "da",
                    "og i er var en et den det de der som at til på af for med om fra ved har havde ikke men eller også"
                            + " efter før han hun vi jeg sig sin skal kan vil blev bliver over under mere"),
            words(
                    "sv",
                    "och i är var en ett den det de som att till på av för med om från vid har hade inte men eller också"
                            + " efter före han hon vi jag sig sin ska kan vill blev blir över under mer"),
            words(
                    "nb",
                    "og i er var en et den det de som at til på av for med om fra ved har hadde ikke men eller også"
                            + " etter før han hun vi jeg seg sin skal kan vil ble blir over under mer"));

    /** Where Unicode's block of Hebrew begins, that of Arabic after it. */
    private static final int HEBREW_AND_BEYOND = 0x0590;

    private static final Set<String> TOLD = Set.of("fr", "en", "de", "es", "it", "pt", "nl");

    /** Letters of Persian, Urdu and Kurdish that Arabic does not have. */
    private static final Pattern NOT_ARABIC =
            Pattern.compile("[\u067E\u0686\u0698\u06AF\u06A9\u06CC\u0679\u06D2\u06D5]");

    /** What each small word counts for each language: a quarter where two have it, a ninth where three do. */
    private static final Map<String, Map<String, Double>> WEIGHTS = weights();

    private Tongue() {}

    /** One of Arabic, Dutch, English, French, German, Hebrew, Italian, Portuguese and Spanish, when {@code text} is surely that. */
    static Optional<Locale> of(String text) {
        List<String> words = NO_LETTERS
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        if (words.size() < FEWEST_WORDS) {
            return Optional.empty();
        }
        return byScript(words).or(() -> bySmallWords(words)).map(Locale::forLanguageTag);
    }

    private static Optional<String> byScript(List<String> words) {
        if (areMostly(Character.UnicodeScript.HEBREW, words)) {
            return Optional.of("he");
        }
        boolean arabic = areMostly(Character.UnicodeScript.ARABIC, words)
                && words.stream().noneMatch(word -> NOT_ARABIC.matcher(word).find());
        return arabic ? Optional.of("ar") : Optional.empty();
    }

    private static boolean areMostly(Character.UnicodeScript script, List<String> words) {
        long ofScript = words.stream()
                .mapToInt(word -> word.codePointAt(0))
                .filter(letter -> letter >= HEBREW_AND_BEYOND && Character.UnicodeScript.of(letter) == script)
                .count();
        return ofScript * 10 > words.size() * 8L;
    }

    private static Optional<String> bySmallWords(List<String> words) {
        Map<String, Double> scores = new HashMap<>();
        Map<String, Integer> shares = new HashMap<>();
        for (String word : words) {
            WEIGHTS.getOrDefault(word, Map.of()).forEach((language, weight) -> {
                scores.merge(language, weight, Double::sum);
                shares.merge(language, 1, Integer::sum);
            });
        }
        List<String> best = scores.keySet().stream()
                .sorted(Comparator.comparingDouble((String language) -> -scores.getOrDefault(language, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return best.stream()
                .findFirst()
                .filter(TOLD::contains)
                .filter(first -> shares.getOrDefault(first, 0) >= SURE * words.size())
                .filter(first -> best.size() < 2
                        || scores.getOrDefault(first, 0.0) >= AHEAD * scores.getOrDefault(best.get(1), 0.0));
    }

    private static Map.Entry<String, List<String>> words(String language, String words) {
        return Map.entry(language, Arrays.asList(words.split(" ")));
    }

    private static Map<String, Map<String, Double>> weights() {
        Map<String, Long> owners = SMALL_WORDS.values().stream()
                .flatMap(words -> words.stream().distinct())
                .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        Map<String, Map<String, Double>> weights = new HashMap<>();
        SMALL_WORDS.forEach((language, words) ->
                words.forEach(word -> weights.computeIfAbsent(word, w -> new HashMap<>())
                        .put(language, 1.0 / Math.pow(owners.getOrDefault(word, 1L), 2))));
        return Map.copyOf(weights);
    }
}
