package gazette.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.FolderSource;
import gazette.article.SourceLanguage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MendTest {
    private static final String TEXT = """
            Réservé aux abonnés
            Le réseau électrique tient
            La consommation a baissé, les barrages sont pleins et le vent souffle, dit l’agence dans sa note.
            Les exportations ont atteint un record et le prix du marché est redescendu sous celui d’avant.
            Fait à Lyon, le 30 décembre 2024, dans les bureaux de la rédaction
            La rédaction du matin
            Une respiration bienvenue.
            Le printemps dira si la tendance tient, et l’agence reste prudente dans toutes ses prévisions.
            Le gestionnaire publiera ses chiffres en avril, après les avoir fait relire par un cabinet extérieur.
            D’ici là, rien ne change pour les abonnés, ni les tarifs ni les heures creuses de la nuit.
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Meaning.class)
    void aLineIsWhatItIsSaidToBeAndNoOtherOctetChanges(Meaning meaning) throws IOException {
        Path file = write("a.txt", TEXT.getBytes(UTF_8));
        int line = meaning == Meaning.DATE ? 5 : meaning == Meaning.TITLE ? 2 : 7;

        Optional<Objection> objection = save(open(file).mend(line, meaning, ""));

        byte[] mended = Files.readAllBytes(file);
        assertThat(objection).isEmpty();
        assertThat(new String(mended, UTF_8)).startsWith("---\n").endsWith("---\n" + TEXT);
        assertThat(save(open(file).undo(line + frontMatter(file)))).isEmpty();
        assertThat(Files.readAllBytes(file)).isEqualTo(TEXT.getBytes(UTF_8));
    }

    @Test
    void whatIsSaidOfALineIsInTheArticle() throws IOException {
        Path file = write("a.txt", TEXT.getBytes(UTF_8));

        mend(file, "Réservé aux", Meaning.LEFT_OUT);
        mend(file, "Le réseau", Meaning.TITLE);
        mend(file, "Fait à Lyon", Meaning.DATE);
        mend(file, "La rédaction du matin", Meaning.BYLINE);
        mend(file, "Une respiration", Meaning.INTERTITLE);
        mend(file, "Les exportations", Meaning.LEAD);

        Article article = open(file).reading().article().orElseThrow();
        assertThat(article.headline()).contains("Le réseau électrique tient");
        assertThat(article.published().orElseThrow().date()).hasToString("2024-12-30");
        assertThat(article.byline()).isEqualTo("La rédaction du matin");
        assertThat(article.lead()).startsWith("Les exportations");
        assertThat(article.text())
                .contains("Une respiration bienvenue.")
                .doesNotContain("Réservé", "Fait à Lyon", "La rédaction du matin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void theFileStaysWrittenAsItWas(String charset) throws IOException {
        String mark = charset.equals("windows-1252") ? "" : "\uFEFF";
        byte[] octets = (mark + TEXT.replace("\n", "\r\n")).getBytes(Charset.forName(charset));
        Path file = write("a.txt", octets);

        Optional<Objection> objection = save(open(file).mend(2, Meaning.TITLE, ""));

        assertThat(objection).isEmpty();
        assertThat(Files.readString(file, Charset.forName(charset)))
                .startsWith(mark + "---\r\ntitle: \"Le réseau électrique tient\"\r\n")
                .endsWith(TEXT.replace("\n", "\r\n"));
        assertThat(save(open(file).without("title"))).isEmpty();
        assertThat(save(open(file).without("leave-out"))).isEmpty();
        assertThat(Files.readAllBytes(file)).isEqualTo(octets);
    }

    @Test
    void anotherFrontMatterKeepsItsWordsAndItsComments() throws IOException {
        String front =
                "---\n# de la main de la rédaction\nurl: https://example.org/a   # ici\n\ntopics:\n- énergie\n---\n";
        Path file = write("a.txt", (front + TEXT).getBytes(UTF_8));

        assertThat(save(open(file).mend(8, Meaning.LEFT_OUT, ""))).isEmpty();
        assertThat(save(open(file).mend(15, Meaning.INTERTITLE, ""))).isEmpty();

        assertThat(Files.readString(file, UTF_8))
                .isEqualTo(front.substring(0, front.length() - 4)
                        + "leave-out: \"Réservé aux abonnés\"\nintertitles: \"Une respiration bienvenue.\"\n---\n"
                        + TEXT);
    }

    @Test
    void octetsThatStandForNothingStayWhatTheyAre() throws IOException {
        byte[] octets = TEXT.replace("tendance", "ten\u0081dance").getBytes(ISO_8859_1);
        octets[octets.length - 2] = (byte) 0x81;
        Path file = write("a.txt", octets);

        assertThat(save(open(file).mend(1, Meaning.LEFT_OUT, ""))).isEmpty();

        assertThat(Files.readString(file, ISO_8859_1)).endsWith(new String(octets, ISO_8859_1));
    }

    @Test
    void aFileThatChangedSinceItWasLookedAtIsLeftAlone() throws IOException {
        Path file = write("a.txt", TEXT.getBytes(UTF_8));
        Mend mend = open(file).mend(1, Meaning.LEFT_OUT, "");

        Files.writeString(file, TEXT + "Encore une phrase, écrite entre-temps.\n", UTF_8);

        assertThat(save(mend)).contains(Objection.CHANGED);
        assertThat(Files.readString(file, UTF_8)).doesNotContain("leave-out");
    }

    @Test
    void permissionsStayAndNothingIsLeftBeside() throws IOException {
        Path file = write("a.txt", TEXT.getBytes(UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(save(open(file).mend(1, Meaning.LEFT_OUT, ""))).isEmpty();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileOutsideOfTheFolderIsNotOpened() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("a.txt"), TEXT, UTF_8);
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("b.txt"), outside.resolve("a.txt"));

        assertThat(files(inside)).hasSize(1);
        assertThat(files(inside).get(0).open()).isEmpty();
    }

    @Test
    void aLineWithoutADayIsNoDateUntilOneIsGiven() throws IOException {
        Path file = write("a.txt", TEXT.getBytes(UTF_8));

        assertThat(open(file).mend(7, Meaning.DATE, "")).isEqualTo(new Mend.Refused(Objection.NO_DATE));
        assertThat(open(file).mend(7, Meaning.DATE, "demain")).isEqualTo(new Mend.Refused(Objection.NO_DATE));
        assertThat(save(open(file).mend(7, Meaning.DATE, "2024-12-30 11:49"))).isEmpty();
        assertThat(open(file)
                        .reading()
                        .article()
                        .orElseThrow()
                        .published()
                        .orElseThrow()
                        .time())
                .hasValueSatisfying(time -> assertThat(time).hasToString("11:49"));
    }

    @Test
    void wordsThatYamlWouldTakeForSignsAreQuoted() throws IOException {
        String odd = "- «Oui» : \"non\" \\ #peut-être {x} [y] & *z*";
        Path file = write("a.txt", (odd + "\n" + TEXT).getBytes(UTF_8));

        assertThat(save(open(file).mend(1, Meaning.TITLE, ""))).isEmpty();

        assertThat(open(file).reading().article().orElseThrow().headline()).contains(odd);
    }

    /** Whatever is said of whatever line, the rest of the file is the same, and taking it back gives the same reading. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void everyLineOfEveryTextCanBeSaidToBeAnything(GoldenText text) throws IOException {
        Path file = write(text.toString(), text.octets());
        Path picture = text.file().resolveSibling("vallee.png");
        Files.copy(picture, folder.resolve("vallee.png"));
        Manuscript before = open(file);
        int mends = 0;
        for (Line line : before.reading().lines()) {
            for (Meaning meaning : Meaning.values()) {
                if (!(before.mend(line.number(), meaning, "") instanceof Mend.Ready ready)) {
                    continue;
                }
                mends++;
                assertThat(endsAlike(ready.octets(), text.octets(), before.reading()))
                        .isTrue();
            }
        }
        assertThat(mends > 0).isEqualTo(before.reading().article().isPresent());
        assertThat(Files.readAllBytes(file)).isEqualTo(text.octets());
    }

    static Stream<GoldenText> texts() {
        return GoldenTextTest.everything().filter(text -> text.octets().length < 100_000);
    }

    /** All that follows the front matter. */
    private static boolean endsAlike(byte[] mended, byte[] original, TextReading reading) {
        String before = new String(original, ISO_8859_1);
        String after = new String(mended, ISO_8859_1);
        boolean hasFrontMatter = reading.lines().stream().anyMatch(line -> line.part() == Part.FRONT_MATTER);
        String mark = before.startsWith("\u00EF\u00BB\u00BF") ? before.substring(0, 3) : "";
        String below =
                hasFrontMatter ? before.substring(before.indexOf("---", 5) + 3) : before.substring(mark.length());
        boolean isUtf16 = before.startsWith("\u00FF\u00FE") || before.startsWith("\u00FE\u00FF");
        return isUtf16 ? after.endsWith(before.substring(2)) : after.startsWith(mark) && after.endsWith(below);
    }

    private void mend(Path file, String words, Meaning meaning) {
        int line = open(file).reading().lines().stream()
                .filter(each -> each.text().startsWith(words))
                .findFirst()
                .orElseThrow()
                .number();
        assertThat(save(open(file).mend(line, meaning, ""))).isEmpty();
    }

    private int frontMatter(Path file) {
        return (int) open(file).reading().lines().stream()
                .filter(line -> line.part() == Part.FRONT_MATTER)
                .count();
    }

    private static Optional<Objection> save(Mend mend) {
        return mend instanceof Mend.Ready ready ? ready.save() : Optional.of(((Mend.Refused) mend).why());
    }

    private Manuscript open(Path file) {
        return files(folder).stream()
                .filter(each -> each.path().endsWith(file.getFileName()))
                .findFirst()
                .flatMap(TextFile::open)
                .orElseThrow();
    }

    private static List<TextFile> files(Path folder) {
        return FolderReader.files(
                new FolderSource("texts", folder, GoldenText.PARIS, SourceLanguage.of(Locale.FRENCH)));
    }

    private Path write(String name, byte[] octets) throws IOException {
        return Files.write(folder.resolve(name), octets).toRealPath();
    }
}
