package gazette.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.delivery.CompiledEdition;
import gazette.delivery.Letter;
import gazette.delivery.Press;
import gazette.edition.Variant;
import gazette.subscriber.Readership;
import gazette.subscriber.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole editions as readers get them. Run with {@code -Dgolden=write} to rewrite what is expected; the diff is the review.
 *
 * <p>Not every edition is here for every reader: all readers get the short one by a template that reads every field; every
 * other edition shows one thing, to the reader for whom it matters most. Messages as they go
 * over the wire are kept where the octets have something to tell: of one part, of two, and with pictures.
 */
final class GoldenEditionsTest {
    private static final Path FOLDER = Path.of("src/test/resources/gazette/golden");
    /** All of the files together are to stay readable in a review. */
    private static final long MOST_OCTETS = 2_000_000;
    /** Tokens are made with it, so that they are the same each time. */
    private static final String KEY = "1 Z2F6ZXR0ZS1nYXpldHRlLWdhemV0dGUtZ2F6ZXR0ZS0";

    /** A template that greets: the built-in ones name nobody. */
    private static final Map<String, String> BY_NAME = Map.of(
            "subject.ftl",
            "<#if reader.name?has_content>${reader.name} : </#if>${edition.subject}",
            "html.ftlh",
            """
            <!DOCTYPE html>
            <html lang="${edition.language}"><head><title>${edition.subject}</title></head><body>
            <p>Bonjour<#if reader.name?has_content> ${reader.name}</#if>,</p>
            <#list articles as article><h2>${article.title}</h2></#list>
            <p><a href="https://journal.example.org/?de=${reader.address?url}">${reader.address}</a>
            <#if reader.since?has_content>${reader.since}</#if></p>
            <p><a href="${reader.unsubscribe}">${words.leave}</a></p></body></html>
            """,
            "text.ftl",
            """
            Bonjour<#if reader.name?has_content> ${reader.name}</#if>,
            <#list articles as article>
            ${wrap("Un article pour " + (reader.name!"vous") + " : " + article.title, "- ")}
            </#list>
            ${reader.unsubscribe}
            """);

    @TempDir
    private Path folder;

    /** One edition for one reader. */
    record Golden(String edition, GoldenReader reader, boolean isMessage, Supplier<GoldenEditions.Sample> sample) {
        Path file(String kind) {
            return FOLDER.resolve(edition).resolve(reader.slug() + "." + kind);
        }

        @Override
        public String toString() {
            return edition + "/" + reader.slug();
        }
    }

    static List<Golden> all() {
        List<Golden> all = new ArrayList<>();
        for (GoldenReader reader : GoldenReader.values()) {
            boolean isMessage = reader == GoldenReader.RIGHT_TO_LEFT || reader == GoldenReader.TEXT_ALONE;
            all.add(new Golden("by-name", reader, isMessage, () -> GoldenEditions.threeBy("by-name")));
        }
        all.add(new Golden("three", GoldenReader.NAMED, true, GoldenEditions::three));
        all.add(new Golden("three", GoldenReader.UNKNOWN, false, GoldenEditions::three));
        all.add(new Golden("three", GoldenReader.IN_ENGLISH, false, GoldenEditions::three));
        all.add(new Golden("three", GoldenReader.ONE_TOPIC, false, GoldenEditions::three));
        for (Locale language : Newsroom.LANGUAGES) {
            String edition = "laid-out-" + language.getLanguage();
            all.add(new Golden(edition, GoldenReader.UNKNOWN, false, () -> GoldenEditions.laidOut(language)));
        }
        all.add(new Golden("twelve-long", GoldenReader.NAMED, false, GoldenEditions::twelveLong));
        all.add(new Golden("dressed", GoldenReader.ORANGE, true, GoldenEditions::dressed));
        all.add(new Golden("pictures", GoldenReader.NAMED, true, GoldenEditions::pictures));
        all.add(new Golden("articles", GoldenReader.NAMED, false, GoldenEditions::articles));
        all.add(new Golden("next-to-nothing", GoldenReader.UNKNOWN, false, GoldenEditions::nextToNothing));
        for (String template : List.of("brief", "plain")) {
            all.add(new Golden(template, GoldenReader.LONG_NAME, false, () -> GoldenEditions.threeBy(template)));
        }
        for (Locale language : List.of(Locale.FRANCE, Locale.UK)) {
            String edition = "single-" + language.getLanguage();
            all.add(new Golden(edition, GoldenReader.NAMED, false, () -> GoldenEditions.oneBy("single", language)));
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void everyEditionReadsAsItIsMeantTo(Golden golden) throws IOException {
        Map<Path, String> made = made(golden);

        for (Map.Entry<Path, String> file : made.entrySet()) {
            if (System.getProperty("golden", "").equals("write")) {
                Files.createDirectories(file.getKey().getParent());
                Files.writeString(file.getKey(), file.getValue(), UTF_8);
            }
            assertThat(file.getValue().lines().toList())
                    .as(file.getKey().toString())
                    .isEqualTo(Files.readAllLines(file.getKey(), UTF_8));
        }
    }

    @Test
    void nothingElseIsInTheFolderAndItStaysReadable() throws IOException {
        Set<Path> expected = new HashSet<>();
        for (Golden golden : all()) {
            expected.addAll(made(golden).keySet());
        }

        try (Stream<Path> files = Files.walk(FOLDER).filter(Files::isRegularFile)) {
            List<Path> there = files.toList();
            assertThat(there).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(there.stream().mapToLong(file -> file.toFile().length()).sum())
                    .isLessThan(MOST_OCTETS);
        }
    }

    /** What is expected, by the file that holds it; a message without CR, which no file under version control keeps. */
    private Map<Path, String> made(Golden golden) throws IOException {
        Path key = folder.resolve("secret.key");
        Files.writeString(key, KEY + "\n", UTF_8);
        Path template = Files.createDirectories(folder.resolve("templates/by-name"));
        for (Map.Entry<String, String> file : BY_NAME.entrySet()) {
            Files.writeString(template.resolve(file.getKey()), file.getValue(), UTF_8);
        }
        Tokens tokens = Tokens.readOnly(key);
        Renderer renderer = new Renderer(folder.resolve("templates"), OnlineAddress.signed(tokens));
        GoldenEditions.Sample sample = golden.sample().get();
        CompiledEdition compiled = new Press(tokens, renderer)
                .compile(sample.edition(), renderer.render(sample.edition(), sample.pictures(), Readership.NOBODY));
        Variant variant = compiled.filled(golden.reader().subscriber()).orElseThrow();
        Map<Path, String> made = new LinkedHashMap<>();
        made.put(golden.file("text"), "Subject: " + variant.subject() + "\n\n" + variant.text());
        variant.html().ifPresent(html -> made.put(golden.file("html"), html));
        if (golden.isMessage()) {
            Letter letter = (Letter) compiled.letter(golden.reader().subscriber(), "");
            made.put(golden.file("eml"), new String(letter.octets(), ISO_8859_1).replace("\r\n", "\n"));
        }
        return made;
    }
}
