package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Rendering;
import gazette.edition.Variant;
import gazette.render.Renderer;
import gazette.subscriber.Readership;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Tokens;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompiledEditionTest {
    private static final String LEAVING = "${reader.unsubscribe}\n";

    @TempDir
    private Path folder;

    @Test
    void aReaderGetsTheStoriesOfTheirTopicsAndNothingWhenThereAreNone() throws Exception {
        CompiledEdition compiled = compiled("${articles?size}", "<#list articles as a>${a.title}\n</#list>" + LEAVING);

        assertThat(text(compiled, reader(Optional.empty(), List.of(), Map.of())))
                .startsWith("Le réseau tient\nUn match\n");
        assertThat(text(compiled, reader(Optional.empty(), List.of("ENERGIE"), Map.of())))
                .startsWith("Le réseau tient\nhttps");
        Made none = compiled.letter(reader(Optional.empty(), List.of("jardin"), Map.of()), "");
        assertThat(((Made.Refused) none).why().reason()).isEqualTo(SuppressionReason.NO_TOPIC);
        assertThat(compiled.filled(reader(Optional.empty(), List.of("jardin"), Map.of())))
                .isEmpty();
    }

    @Test
    void aReaderWhoseWishIsNewGetsAVariantOfWhatWasFrozenWhateverTheTemplateSaysNow() throws Exception {
        CompiledEdition compiled = compiled("x", "Bonjour ${reader.ville!\"vous\"}\n" + LEAVING);

        write("text.ftl", "tout autre chose");

        assertThat(text(compiled, reader(Optional.of(Locale.ENGLISH), List.of("sport"), Map.of())))
                .startsWith("Bonjour vous\n");
        assertThat(text(compiled, reader(Optional.empty(), List.of(), Map.of("ville", "Évry"))))
                .startsWith("Bonjour Évry\n");
    }

    @Test
    void aReaderWhoWantsTextGetsNoHtml() throws Exception {
        CompiledEdition compiled = compiled("x", LEAVING);

        assertThat(read(compiled, reader(Optional.empty(), List.of(), Map.of("format", "texte")))
                        .html())
                .isEmpty();
        assertThat(read(compiled, reader(Optional.empty(), List.of(), Map.of())).html())
                .isPresent();
    }

    @Test
    void aTemplateThatFailsForOneReaderHarmsNobodyElse() throws Exception {
        CompiledEdition compiled =
                compiled("x", "<#if reader.parts?has_content && reader.parts?number gt 1>Parts\n</#if>" + LEAVING);

        Made fails = compiled.letter(reader(Optional.empty(), List.of(), Map.of("parts", "deux")), "");

        assertThat(((Made.Refused) fails).why().reason()).isEqualTo(SuppressionReason.CANNOT_BE_RENDERED);
        assertThat(((Made.Refused) fails).why().words()).contains("reader 9", "text.ftl");
        assertThat(text(compiled, reader(Optional.empty(), List.of(), Map.of("parts", "2"))))
                .startsWith("Parts\n");
        assertThat(text(compiled, reader(Optional.empty(), List.of(), Map.of())))
                .startsWith("https");
    }

    @Test
    void aVariantThatCannotBeMadeIsRefusedToItsReadersAlone() throws Exception {
        CompiledEdition compiled = compiled(
                "x", "<#if articles?size == 1 && articles[0].title == \"Un match\"><#stop \"rien\"></#if>" + LEAVING);

        Made fails = compiled.letter(reader(Optional.empty(), List.of("sport"), Map.of()), "");

        assertThat(((Made.Refused) fails).why().reason()).isEqualTo(SuppressionReason.CANNOT_BE_RENDERED);
        assertThat(compiled.letter(reader(Optional.empty(), List.of("sport"), Map.of()), ""))
                .isEqualTo(fails);
        assertThat(text(compiled, reader(Optional.empty(), List.of(), Map.of())))
                .startsWith("https");
    }

    @Test
    void whatAReaderWouldSeeIsWhatTheyGet() throws Exception {
        CompiledEdition compiled = compiled("Pour ${reader.name!}", "Bonjour ${reader.ville!}\n" + LEAVING);
        Subscriber reader = reader(Optional.empty(), List.of("sport"), Map.of("ville", "É".repeat(100)));

        Variant seen = compiled.filled(reader).orElseThrow();

        ReadLetter got = read(compiled, reader);
        assertThat(got.subject()).isEqualTo(seen.subject()).isEqualTo("Pour Lectrice 9");
        assertThat(got.text()).isEqualTo(seen.text());
        assertThat(got.html()).isEqualTo(seen.html());
    }

    @Test
    void theHeaviestMessageIsToldOfATemplateWithLogicToo() throws Exception {
        CompiledEdition compiled = compiled("x", "${(reader.ville!\"\")?upper_case}\n" + LEAVING);

        Weight light = compiled.largest(Map.of("ville", "a"));
        Weight heavy = compiled.largest(Map.of("ville", "a".repeat(50)));

        assertThat(heavy.message() - light.message()).isEqualTo(49);
        assertThat(heavy.html()).isEqualTo(light.html()).isPositive();
    }

    /** Of an edition that was rendered for nobody in particular. */
    private CompiledEdition compiled(String subject, String text) throws IOException {
        write("subject.ftl", subject);
        write("text.ftl", text);
        write("html.ftlh", "<p>${reader.unsubscribe}</p>");
        Renderer renderer = new Renderer(folder);
        Edition edition = Sample.topical("mine");
        Rendering rendering = renderer.render(edition, Illustrations.AS_WRITTEN, Readership.NOBODY);
        return new Press(Tokens.open(folder.resolve("secret.key")), renderer).compile(edition, rendering);
    }

    private void write(String file, String words) throws IOException {
        Path template = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(template.resolve(file), words, StandardCharsets.UTF_8);
    }

    private static String text(CompiledEdition compiled, Subscriber reader) throws MessagingException, IOException {
        return read(compiled, reader).text();
    }

    private static ReadLetter read(CompiledEdition compiled, Subscriber reader) throws MessagingException, IOException {
        Made made = compiled.letter(reader, "");
        assertThat(made).isInstanceOf(Letter.class);
        return ReadLetter.of((Letter) made);
    }

    private static Subscriber reader(Optional<Locale> language, List<String> topics, Map<String, String> columns) {
        return new Subscriber(9, Sample.reader(9).address(), "Lectrice 9", language, Optional.empty(), topics, columns);
    }
}
