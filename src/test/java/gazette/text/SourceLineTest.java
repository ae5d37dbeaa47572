package gazette.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Source : Agence Exemple                       | Agence Exemple",
                "Source: Example Agency                        | Example Agency",
                "SOURCE :Agence Exemple                        | Agence Exemple",
                "Source : Agence Exemple.                      | Agence Exemple",
                "Sources : AEX, Lettre du fleuve               | AEX + Lettre du fleuve",
                "Sources : AEX, Lettre du fleuve et Revue      | AEX + Lettre du fleuve + Revue",
                "Sources: Tide Review and Harbour News         | Tide Review + Harbour News",
                "Source : Ministère de la Mer et de la Pêche   | Ministère de la Mer et de la Pêche",
                "Sources : Office des eaux et des forêts ; AEX | Office des eaux et des forêts + AEX",
                "Source : Exemple S.A.                         | Exemple S.A.",
                "Source : https://example.org/a                | https://example.org/a",
            })
    void namesTheSources(String line, String names) {
        assertThat(SourceLine.read(line).map(SourceLine::names)).contains(List.of(names.split(" \\+ ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Source\u00A0:\u00A0Agence Exemple", "\u202FSource\u202F: Agence\u00A0Exemple"})
    void takesEverySpaceForASpace(String line) {
        assertThat(SourceLine.read(line).map(SourceLine::names)).contains(List.of("Agence Exemple"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Source :",
                "Sources : ,",
                "Source de fierté : le barrage",
                "La source : un mystère",
                "Ressource : le bois",
                "Source : la rivière naît ici. Elle descend ensuite vers la plaine",
            })
    void leavesEverythingElseAlone(String line) {
        assertThat(SourceLine.read(line)).isEmpty();
    }
}
