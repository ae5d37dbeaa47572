package gazette.text;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.SourceLanguage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One article, however it is written down, is one article. */
final class EncodingTest {
    private static final String BODY = """
            Depuis lundi, l’œuvre de pierre et d’eau qu’est l’aqueduc des Trois-Ponts reçoit de nouveau des visiteurs, \
            pour 4 € l’entrée. « C’était long », admet l’office de tourisme, qui n’a pas ménagé sa peine…
            Un été de travaux
            Les maçons ont repris chaque joint à la chaux. Il aura fallu dix-huit semaines et 40 tonnes de pierre, \
            tirées de la carrière même d’où venait l’ouvrage.
            """;
    private static final String SIGNED = "16 novembre 2026 à 8h15\nSource : Agence Exemple\n";
    private static final String TEXT = BODY + SIGNED;

    @TempDir
    Path folder;

    @Test
    void theSameTextInEveryEncodingIsTheSameArticle() throws IOException {
        Article expected = read(TEXT.getBytes(UTF_8));

        assertThat(expected.blocks()).hasSize(3);
        assertThat(expected.published()).isPresent();
        assertThat(read(TEXT.getBytes(Charset.forName("windows-1252")))).isEqualTo(expected);
        assertThat(read(("\uFEFF" + TEXT).getBytes(UTF_8))).isEqualTo(expected);
        assertThat(read(TEXT.getBytes(UTF_16))).isEqualTo(expected);
        assertThat(read(Normalizer.normalize(TEXT, Normalizer.Form.NFD).getBytes(UTF_8)))
                .isEqualTo(expected);
    }

    @Test
    void theSameTextWithAnyLineEndsIsTheSameArticle() throws IOException {
        Article expected = read(TEXT.getBytes(UTF_8));

        for (String lineEnd : new String[] {"\r\n", "\r", "\n\n", "\r\n\r\n", "\u2028", " \n\u00A0\n"}) {
            assertThat(read(TEXT.replace("\n", lineEnd).getBytes(UTF_8))).isEqualTo(expected);
        }
        assertThat(read(TEXT.stripTrailing().getBytes(UTF_8))).isEqualTo(expected);
    }

    @Test
    void theDateMayStandAtEitherEnd() throws IOException {
        Article expected = read(TEXT.getBytes(UTF_8));

        assertThat(read((SIGNED + BODY).getBytes(UTF_8))).isEqualTo(expected);
        assertThat(read(("16 novembre 2026 à 8h15\n" + BODY + "Source : Agence Exemple").getBytes(UTF_8)))
                .isEqualTo(expected);
    }

    private Article read(byte[] octets) throws IOException {
        Path file = Files.write(folder.resolve("aqueduc.txt"), octets);
        TextReading reading = FolderReader.parse(file, ZoneId.of("Europe/Paris"), SourceLanguage.of(Locale.FRENCH));
        return reading.article().orElseThrow(() -> new AssertionError(reading.problems()));
    }
}
