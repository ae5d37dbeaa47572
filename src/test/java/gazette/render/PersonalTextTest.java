package gazette.render;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.render.Field.Kind;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filling a stored part and tidying a part that was printed with the values give the same text. */
final class PersonalTextTest {
    private static final String NAME = Samples.marker("name");
    private static final String LONG = "un deux trois quatre cinq six sept huit neuf dix ".repeat(5);

    private static String filled(String printed, String value) {
        return PersonalText.fill(TextPart.tidy(Typography.withoutNarrowSpaces(printed)), name -> value);
    }

    @Test
    void linesWithoutAFieldAreTheSameForEverybody() {
        assertThat(PersonalText.pieces("a\n\nb\n")).isEqualTo(List.of(new Piece.Constant("a\n\nb\n")));
    }

    @Test
    void aLineWithAFieldIsAPassageOfItsOwnAndItsLineEndIsNot() {
        List<Piece> pieces = PersonalText.pieces("a\nBonjour " + NAME + ",\nb\n");

        assertThat(pieces).hasSize(3);
        assertThat(pieces.get(0)).isEqualTo(new Piece.Constant("a\n"));
        assertThat(pieces.get(1).fill(name -> "Lectrice 1")).isEqualTo("Bonjour Lectrice 1,");
        assertThat(pieces.get(2)).isEqualTo(new Piece.Constant("\nb\n"));
    }

    @Test
    void aPassageMayBeTheFirstOrTheLastOfAPart() {
        assertThat(PersonalText.pieces(NAME)).hasSize(1);
        assertThat(PersonalText.pieces(NAME + "\n" + NAME + "\n")).hasSize(4);
        assertThat(PersonalText.pieces("")).isEmpty();
    }

    @Test
    void aParagraphIsBrokenWhereTheReadersOwnWordsMakeItBreak() {
        String stored = PersonalText.paragraph("Bonjour " + NAME + ", " + LONG, "1. ");

        assertThat(PersonalText.fill(stored, name -> "Lectrice 1"))
                .isEqualTo(TextPart.wrapped("Bonjour Lectrice 1, " + LONG, "1. "));
        assertThat(PersonalText.fill(stored, name -> "Lectrice " + LONG.strip()))
                .isEqualTo(TextPart.wrapped("Bonjour Lectrice " + LONG.strip() + ", " + LONG, "1. "));
    }

    @Test
    void aFieldBeforeTheFirstLineIndentsTheOthers() {
        String stored = PersonalText.paragraph(LONG, NAME + " : ");

        assertThat(PersonalText.fill(stored, name -> "Lectrice 1")).isEqualTo(TextPart.wrapped(LONG, "Lectrice 1 : "));
    }

    @Test
    void aParagraphInAParagraphIsBrokenFirst() {
        String inner = PersonalText.paragraph(NAME + " " + LONG, "- ");
        String stored = PersonalText.paragraph("Voici : " + inner + " fin", "> ", "> ");

        String broken = TextPart.wrapped("x " + LONG, "- ");
        assertThat(PersonalText.fill(stored, name -> "x"))
                .isEqualTo(TextPart.wrapped("Voici : " + broken + " fin", "> ", "> "));
    }

    @Test
    void aFieldInAnAddressIsEncodedBeforeItsLineIsTidied() {
        String line = "https://example.org/?q=" + new Field(Kind.URL, "q").marker() + "  ";

        assertThat(PersonalText.fill(line, name -> "é\u202F!")).isEqualTo("https://example.org/?q=%C3%A9%C2%A0!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "Lectrice 1", "1\u202F000 lectrices", "{LONG}", "https://example.org/a", "\u00A0a\u00A0"})
    void aTidiedPartThatIsFilledIsAFilledPartThatIsTidied(String value) {
        String words = value.replace("{LONG}", LONG.strip());
        Random chance = new Random(words.length());

        for (int n = 0; n < 500; n++) {
            List<Function<UnaryOperator<String>, String>> lines = IntStream.range(0, 1 + chance.nextInt(12))
                    .mapToObj(i -> line(chance.nextInt(9)))
                    .toList();
            String open = print(lines, field -> NAME);
            String printed = print(lines, field -> words);

            assertThat(filled(open, words)).isEqualTo(TextPart.tidy(Typography.withoutNarrowSpaces(printed)));
        }
    }

    private static String print(List<Function<UnaryOperator<String>, String>> lines, UnaryOperator<String> value) {
        return String.join("\n", lines.stream().map(line -> line.apply(value)).toList());
    }

    private static Function<UnaryOperator<String>, String> line(int kind) {
        return value -> {
            String field = value.apply("name");
            boolean isOpen = Field.isIn(field);
            String text = "Bonjour " + field + ", " + LONG + field;
            return switch (kind) {
                case 0 -> "";
                case 1 -> "  \t";
                case 2 -> LONG + " ";
                case 3 -> "Bonjour " + field + ", ";
                case 4 -> field;
                case 5 -> LONG + field;
                case 6 -> isOpen ? PersonalText.paragraph(text, "- ") : TextPart.wrapped(text, "- ");
                case 7 -> "> " + (isOpen ? PersonalText.paragraph(text, "", "> ") : TextPart.wrapped(text, "", "> "));
                default -> "\tune ligne\r";
            };
        };
    }
}
