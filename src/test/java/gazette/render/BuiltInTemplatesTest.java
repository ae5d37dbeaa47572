package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Variant;
import gazette.subscriber.Readership;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds for every built-in template, in every language that it speaks, whatever the edition is made of. */
final class BuiltInTemplatesTest {
    private static final Pattern LEAK =
            Pattern.compile("\\$\\{|<[#@]|</[#@]|\\bnull\\b|undefined|&amp;[a-z]+;|var\\(|Ã[\u0080-\u00BF]");
    private static final Pattern STYLE_LENGTH = Pattern.compile("font-size:(\\d+)px");

    private static final Map<String, String> READER = Map.of(
            "address", "lectrice-1@example.org",
            "since", "Depuis toujours.",
            "unsubscribe", "https://lettre.example.org/unsubscribe/abc");

    static final List<Sample> SAMPLES = Newsroom.LANGUAGES.stream()
            .flatMap(language -> editions(language).entrySet().stream())
            .flatMap(edition -> Stream.of("digest", "brief", "single", "plain")
                    .map(template -> Sample.of(template, edition.getKey(), edition.getValue())))
            .toList();

    static final List<Sample> WITH_HTML = SAMPLES.stream()
            .filter(sample -> !sample.template().equals("plain"))
            .toList();

    /** What one reader gets of an edition by a template. */
    record Sample(String template, String name, Edition edition, Variant variant) {
        static Sample of(String template, String name, Edition edition) {
            Variant variant = new Renderer(Path.of("not-there"), Sample::online)
                    .render(Newsroom.by(template, edition), Illustrations.AS_WRITTEN, Readership.NOBODY)
                    .first();
            return new Sample(template, name, edition, filled(variant));
        }

        private static Optional<String> online(Edition edition, Locale language) {
            return Optional.of(edition.masthead().web() + "/online/" + language.toLanguageTag());
        }

        private static Variant filled(Variant variant) {
            return new Variant(
                    variant.key(),
                    variant.subject(),
                    variant.html().map(html -> Field.fill(html, READER::get)),
                    PersonalText.fill(variant.text(), READER::get),
                    variant.inlines(),
                    variant.logic());
        }

        Document html() {
            return Jsoup.parse(variant.html().orElseThrow());
        }

        @Override
        public String toString() {
            return template + " " + edition.masthead().language() + " " + name;
        }
    }

    private static Map<String, Edition> editions(Locale language) {
        Newsroom newsroom = Newsroom.of(language);
        Map<String, Edition> editions = new LinkedHashMap<>();
        editions.put("one", newsroom.one());
        editions.put("three", newsroom.three());
        editions.put("twelve long", newsroom.twelveLong());
        editions.put("laid out", newsroom.laidOut());
        editions.put("dressed", newsroom.dressed());
        if (language.equals(Locale.FRANCE)) {
            editions.put("every kind", EveryKind.edition());
        }
        return editions;
    }

    @ParameterizedTest
    @FieldSource("WITH_HTML")
    void theHeadTellsMailProgramsWhatToLeaveAlone(Sample sample) {
        Document mail = sample.html();

        assertThat(mail.select("html").attr("xmlns:v")).isEqualTo("urn:schemas-microsoft-com:vml");
        assertThat(mail.select("meta[charset]").attr("charset")).isEqualTo("utf-8");
        assertThat(mail.select("meta[name]").eachAttr("name"))
                .containsExactly(
                        "viewport",
                        "format-detection",
                        "x-apple-disable-message-reformatting",
                        "color-scheme",
                        "supported-color-schemes");
        assertThat(mail.title()).isEqualTo(sample.variant().subject().replace('\u00A0', ' '));
        assertThat(mail.html()).contains("PixelsPerInch>96<", "[if mso]><table role=\"presentation\" width=\"600\"");
        assertThat(mail.html()).contains("mso-line-height-rule:exactly");
    }

    @ParameterizedTest
    @FieldSource("WITH_HTML")
    void oneWrapperSaysWhatTheMessageIsAndInWhichLanguage(Sample sample) {
        Document mail = sample.html();
        Element letter = mail.select("[role=article]").first();

        assertThat(letter).isNotNull();
        assertThat(letter.attr("lang")).isEqualTo(mail.select("html").attr("lang"));
        assertThat(letter.attr("lang"))
                .isEqualTo(sample.edition().masthead().language().toLanguageTag());
        assertThat(letter.attr("dir")).isEqualTo("ltr");
        assertThat(letter.attr("aria-roledescription")).isNotBlank();
        assertThat(letter.attr("aria-label")).startsWith("La Gazette, ").contains("2026");
        assertThat(letter.attr("style")).contains("font-size:max(16px,1rem)");
    }

    @ParameterizedTest
    @FieldSource("WITH_HTML")
    void headingsBeginWithTheNewsletterAndLeaveNoLevelOut(Sample sample) {
        List<Integer> levels = sample.html().select("h1,h2,h3,h4,h5,h6").stream()
                .map(heading -> heading.tagName().charAt(1) - '0')
                .toList();

        assertThat(levels).startsWith(1).containsOnlyOnce(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).as("heading %s of %s", i, levels).isBetween(2, levels.get(i - 1) + 1);
        }
    }

    @ParameterizedTest
    @FieldSource("WITH_HTML")
    void everyTableIsForLayoutAndNoneIsDeep(Sample sample) {
        Document mail = sample.html();

        assertThat(mail.select("table"))
                .isNotEmpty()
                .allMatch(table -> table.attr("role").equals("presentation"))
                .allMatch(table ->
                        (table.attr("cellpadding") + table.attr("cellspacing") + table.attr("border")).equals("000"));
        assertThat(mail.select("table table table table")).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("WITH_HTML")
    void everyLinkSaysWhereItGoes(Sample sample) {
        Document mail = sample.html();

        assertThat(mail.select("a"))
                .isNotEmpty()
                .noneMatch(
                        link -> link.attr("href").isEmpty() || link.attr("href").startsWith("#"))
                .noneMatch(link -> link.text().isBlank());
        assertThat(mail.select("a[aria-label]"))
                .allMatch(link -> link.attr("aria-label").startsWith(link.text()));
        assertThat(mail.select("td > a"))
                .allMatch(link -> link.attr("style").contains("padding:") && link.hasAttr("aria-label"));
        assertThat(mail.select("p a, li a")).allMatch(link -> link.attr("style").contains("underline"));
        assertThat(mail.select("script, form, iframe, video, link")).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("WITH_HTML")
    void everyPictureHasItsWordsAndItsRoom(Sample sample) {
        assertThat(sample.html().select("img"))
                .allMatch(image -> image.hasAttr("alt") && image.hasAttr("width"))
                .allMatch(image -> image.attr("src").matches("(?:cid|https):.*"))
                .allMatch(image -> image.attr("style")
                        .matches("display:block;width:100%;height:auto;.*background-color:#.*;color:#.*font-family:.*"
                                + "max-width:" + image.attr("width") + "px"));
    }

    @ParameterizedTest
    @FieldSource("WITH_HTML")
    void aMailProgramThatDropsTheStyleBlocksShowsTheSameLetter(Sample sample) {
        Document mail = sample.html();

        assertThat(mail.select("style")).hasSize(3);
        assertThat(mail.select("style").stream()
                        .mapToInt(style -> style.data().length())
                        .sum())
                .isLessThanOrEqualTo(8_192);
        assertThat(mail.select("style").get(0).data()).doesNotContain(":root", "prefers-color-scheme");
        assertThat(mail.select("style").get(1).data())
                .startsWith("\n:root{color-scheme:light dark}\n@media (prefers-color-scheme: dark){");
        assertThat(mail.select("style").get(2).data()).contains("[data-ogsc] .ink,", "[data-ogsb] .page{");
        assertThat(mail.select("h1,h2,h3,h4,p,li,ul,ol,blockquote,img,a"))
                .allMatch(element -> element.hasAttr("style"));
        assertThat(mail.select("p,h1,h2,h3,h4,ul,ol,li,blockquote"))
                .allMatch(element -> element.attr("style").contains("margin:"));
    }

    @ParameterizedTest
    @FieldSource("WITH_HTML")
    void everyCellSetsTheTypeOfWhatStandsInIt(Sample sample) {
        assertThat(sample.html().select("td").stream()
                        .filter(cell -> cell.select("> p, > ul, > ol").size() > 0))
                .isNotEmpty()
                .allMatch(cell -> cell.attr("style").contains("font-family:"))
                .allMatch(cell -> cell.attr("style").contains("font-size:"))
                .allMatch(cell -> cell.attr("style").contains(";color:"))
                .allMatch(cell -> cell.className().matches(".*\\b(?:ink|soft)\\b.*"));
    }

    @ParameterizedTest
    @FieldSource("WITH_HTML")
    void noTypeIsSmallAndNoPairIsPureBlackAndWhite(Sample sample) {
        String html = sample.variant().html().orElseThrow();

        assertThat(STYLE_LENGTH.matcher(html).results().map(found -> Integer.valueOf(found.group(1))))
                .isNotEmpty()
                .allMatch(pixels -> pixels >= 14);
        assertThat(html).doesNotContainIgnoringCase("#fff;", "#ffffff", "#000;", "#000000", "justify");
    }

    @ParameterizedTest
    @FieldSource("WITH_HTML")
    void aClassIsThereForAStyleBlockAlone(Sample sample) {
        Document mail = sample.html();
        String blocks = mail.select("style").stream().map(Element::data).reduce("", String::concat);

        assertThat(mail.select("[class]").stream().flatMap(element -> element.classNames().stream()))
                .isNotEmpty()
                .allMatch(hook ->
                        Pattern.compile("\\." + hook + "\\b").matcher(blocks).find());
    }

    @ParameterizedTest
    @FieldSource("WITH_HTML")
    void anInboxShowsALineOfTheEditionBesideTheSubject(Sample sample) {
        Document mail = sample.html();
        Element line = mail.body().child(0);
        Element filler = mail.body().child(1);

        assertThat(line.attr("style")).contains("display:none");
        assertThat(line.text().codePointCount(0, line.text().length())).isBetween(40, 130);
        assertThat(line.text()).isNotEqualTo(mail.title());
        assertThat(filler.attr("aria-hidden")).isEqualTo("true");
        assertThat(filler.text().codePoints().filter(c -> c == 0x34F)).hasSize(80);
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void bothPartsSayWhyOneReadsThisWhoSendsItAndHowToLeave(Sample sample) {
        Variant variant = sample.variant();

        Stream.concat(variant.html().stream(), Stream.of(variant.text()))
                .forEach(part -> assertThat(part)
                        .contains(READER.values())
                        .contains("1 rue de l’Exemple, 75002 Paris", "lettre@example.org"));
        assertThat(variant.text()).endsWith("\nhttps://lettre.example.org/unsubscribe/abc\n");
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void nothingOfTheTemplateLeaksAndTheSubjectIsShort(Sample sample) {
        Variant variant = sample.variant();

        Stream.concat(variant.html().stream(), Stream.of(variant.text(), variant.subject()))
                .forEach(part -> assertThat(LEAK.matcher(part).results().map(found -> found.group()))
                        .isEmpty());
        assertThat(variant.subject().codePointCount(0, variant.subject().length()))
                .isLessThanOrEqualTo(70);
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void linesOfPlainTextFitAndEveryNumberIsAnAddressBelow(Sample sample) {
        String text = sample.variant().text();

        assertThat(text.lines().filter(line -> !line.contains("://")))
                .allMatch(line -> line.codePointCount(0, line.length()) <= 78);
        assertThat(text)
                .doesNotContain("\u202F", "\n\n\n", " \n", "\r", "&nbsp;")
                .startsWith("LA GAZETTE\n");
        assertThat(Pattern.compile("\u00A0\\[(\\d+)]").matcher(text).results().map(found -> found.group(1)))
                .allMatch(number ->
                        text.contains("\n[" + number + "] http") || text.contains("\n[" + number + "] mailto:"));
    }

    @ParameterizedTest
    @FieldSource("WITH_HTML")
    void plainTextCarriesTheWordsOfTheHtml(Sample sample) {
        Document mail = sample.html();
        mail.select("head, [aria-hidden], body > div:first-child, p:has(a[href*=/unsubscribe/])")
                .remove();
        String text = letters(sample.variant().text());

        List<String> missing = Stream.of(mail.text().split("[\\s\\h]+"))
                .map(BuiltInTemplatesTest::letters)
                .filter(word -> !text.contains(word))
                .distinct()
                .toList();

        assertThat(missing).hasSizeLessThan(8);
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @FieldSource("WITH_HTML")
    void threeStoriesAreSmallAndTwelveLongOnesAreNotCutByGmail(Sample sample) {
        int octets = sample.variant().html().orElseThrow().getBytes(StandardCharsets.UTF_8).length;

        assertThat(octets).isLessThanOrEqualTo(sample.edition().stories().size() <= 3 ? 20_000 : 80_000);
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void onlyPlainHasNoHtml(Sample sample) {
        assertThat(sample.variant().html().isEmpty())
                .isEqualTo(sample.template().equals("plain"));
    }
}
