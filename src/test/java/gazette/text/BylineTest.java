package gazette.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BylineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Par la rédaction                            | la rédaction",
                "PAR LA RÉDACTION                            | LA RÉDACTION",
                "Par notre correspondant à Genève            | notre correspondant à Genève",
                "Par l’équipe numérique                      | l’équipe numérique",
                "Par le service des sports                   | le service des sports",
                "Par Prénom Nom                              | Prénom Nom",
                "Par Prénom de La Nom-Composé                | Prénom de La Nom-Composé",
                "Par Prénom Nom et Prénom d’Autrenom         | Prénom Nom et Prénom d’Autrenom",
                "Par Prénom Nom, Autre Nom et Tiers Nom      | Prénom Nom, Autre Nom et Tiers Nom",
                "Par Prénom Nom, envoyée spéciale à Dakar    | Prénom Nom, envoyée spéciale à Dakar",
                "Par Prénom Nom (Agence Exemple)             | Prénom Nom (Agence Exemple)",
                "Par Prénom Nom avec Agence Exemple          | Prénom Nom avec Agence Exemple",
                "Par P. Nom                                  | P. Nom",
                "Par la rédaction, avec Agence Exemple       | la rédaction, avec Agence Exemple",
                "By the newsroom                             | the newsroom",
                "By our correspondent in Oslo                | our correspondent in Oslo",
                "By Given Surname and Given O'Name           | Given Surname and Given O'Name",
                "BY GIVEN SURNAME                            | GIVEN SURNAME",
            })
    void namesWhoWroteIt(String line, String who) {
        assertThat(Byline.read(line).map(Byline::who)).contains(who);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Par\u00A0la\u202Frédaction", " Par la rédaction\u00A0"})
    void takesEverySpaceForASpace(String line) {
        assertThat(Byline.read(line).map(Byline::who)).contains("la rédaction");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Par ailleurs",
                "Par grand froid, le barrage tient",
                "Par temps de crise",
                "Par la suite, les vannes ont été ouvertes",
                "Par la suite du service, les vannes sont ouvertes",
                "Par la rédaction, les vannes sont ouvertes",
                "Par la rédaction.",
                "Par Prénom Nom !",
                "Par-delà les frontières",
                "Parlons du barrage",
                "Par chance, Genève a gagné",
                "Par 12 voix contre 3",
                "By and large",
                "By the time the gate closed",
                "By Land, By Sea: the gate opens new routes",
                "Bystanders",
                "Par",
                "",
                "Par Prénom Nom : le barrage tient",
                "La rédaction",
            })
    void leavesSentencesAndTitlesAlone(String line) {
        assertThat(Byline.read(line)).isEmpty();
    }
}
