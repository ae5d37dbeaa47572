package gazette.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.edition.Edition;
import gazette.edition.Illustrations;
import gazette.edition.Rendering;
import gazette.edition.Variant;
import gazette.edition.VariantKey;
import gazette.render.Renderer;
import gazette.subscriber.Readership;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Token;
import gazette.subscriber.Tokens;
import gazette.subscriber.Wish;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For every reader, splicing the compiled variant gives what rendering for that reader alone gives, encoded. */
final class SplicingTest {
    private static final Path NASTY = Path.of("src/test/resources/gazette/delivery/templates");

    @TempDir
    private Path folder;

    private Tokens tokens;

    @BeforeEach
    void openTheKeys() {
        tokens = Tokens.open(folder.resolve("secret.key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"digest", "brief", "single", "plain"})
    void whatIsSplicedForAThousandReadersIsWhatWouldBeRenderedForEachAlone(String builtIn)
            throws MessagingException, IOException {
        assertSpliced(builtIn, 1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"borders", "bare", "addressed", "logic"})
    void soItIsByTemplatesThatPutFieldsWhereFewWould(String nasty) throws MessagingException, IOException {
        assertSpliced(nasty, 100);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"borders", "bare", "addressed", "logic"})
    void soItIsForAThousandReadersOfThose(String nasty) throws MessagingException, IOException {
        assertSpliced(nasty, 1000);
    }

    private void assertSpliced(String template, int count) throws MessagingException, IOException {
        Edition edition = Sample.topical(template);
        Renderer renderer = new Renderer(NASTY);
        AnyReader readers = new AnyReader(template.hashCode());
        List<Subscriber> audience = readers.many(count);
        Rendering rendering = renderer.render(edition, Illustrations.AS_WRITTEN, audience(audience));
        assertThat(rendering.first().logic().isEmpty()).isEqualTo(!template.equals("logic"));
        CompiledEdition compiled = new Press(tokens, renderer).compile(edition, rendering);
        for (Subscriber reader : audience) {
            assertSpliced(edition, rendering, renderer, compiled, reader);
        }
    }

    private void assertSpliced(
            Edition edition, Rendering rendering, Renderer renderer, CompiledEdition compiled, Subscriber reader)
            throws MessagingException, IOException {
        ReaderFields fields = new ReaderFields(reader, leaving(reader));
        Wish wish = Wish.of(reader, rendering.fields());
        Optional<VariantKey> key = Renderer.key(edition, rendering.template(), wish);
        Made made = compiled.letter(reader, "");

        if (key.isEmpty()) {
            assertThat(((Made.Refused) made).why().reason()).isEqualTo(SuppressionReason.NO_TOPIC);
            return;
        }
        Map<String, String> values = fields.present(key.get().language());
        Variant expected = renderer.personal(edition, rendering, key.get(), values);
        assertThat(made).as("reader %s", reader).isInstanceOf(Letter.class);
        ReadLetter read = ReadLetter.of((Letter) made);
        assertThat(read.subject()).as("subject for %s", reader).isEqualTo(expected.subject());
        assertThat(read.text()).as("text for %s", reader).isEqualTo(expected.text());
        assertThat(read.html()).as("HTML for %s", reader).isEqualTo(expected.html());
        assertThat(read.inlines()).as("pictures for %s", reader).isEqualTo(ReadLetter.pictures(expected.inlines()));
        assertThat(read.name()).isEqualTo(reader.name().strip());
        assertThat(read.header("Content-Language"))
                .isEqualTo(key.get().language().toLanguageTag());
        assertThat(read.header("List-Unsubscribe")).isEqualTo("<" + leaving(reader) + ">");
        assertThat(read.names()).containsExactlyElementsOf(names(expected));
        read.assertPassesEveryServer();
    }

    private static List<String> names(Variant variant) {
        Stream<String> alone = variant.html().isPresent() ? Stream.of() : Stream.of("Content-Transfer-Encoding");
        return Stream.concat(PressTest.FIELDS.stream(), alone).toList();
    }

    private String leaving(Subscriber reader) {
        Token token = new Token(Token.Purpose.UNSUBSCRIBE, "la-gazette", reader.id());
        return "https://lettre.example.org/unsubscribe/" + tokens.sign(token);
    }

    /** Those who are there when the edition is rendered: the first half, so that the others need variants made since. */
    private static Readership audience(List<Subscriber> readers) {
        List<Subscriber> early = readers.subList(0, readers.size() / 2);
        return new Readership() {
            @Override
            public List<Wish> wishes(Set<String> fields) {
                return early.stream().map(r -> Wish.of(r, fields)).distinct().toList();
            }

            @Override
            public Map<String, String> longest(Set<String> fields) {
                return Map.of();
            }
        };
    }
}
