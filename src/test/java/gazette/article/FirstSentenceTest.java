package gazette.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FirstSentenceTest {
    /** The sentence ends at the bar, which is not part of the text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le barrage tient.| La suite demain.",
                "Le barrage tient !| La suite demain.",
                "Le barrage tient-il ?| Oui.",
                "Selon M. Exemple, le n° 3 tient.| Le reste suit.",
                "Le P.-D.G. de la régie se tait.| Personne ne s'étonne.",
                "Il a coûté 3.5 millions, soit 3,5.| Puis plus rien.",
                "Il hésite... puis part.| Fin.",
                "Il hésite… puis part.| Fin.",
                "Il hésite…| Puis il part.",
                "« Enfin ! » dit-il au bourg.| Puis il part.",
                "« Le barrage tient. »| Le maire sourit.",
                "Il a dit : « Le barrage tient\u00A0!\u00A0»| Le maire sourit.",
                "Vraiment ?!| Oui.",
                "Voir l'art. 12 et la p. 3 du dossier.| Le reste suit.",
                "Ils l'ont vu le 3 sept. 2024 au soir.| Puis plus rien.",
                "Ils étaient sept.| Le soir tombait.",
                "Né en 50 av. J.-C. sur la rive, il dort.| Chut.",
                "Il pleut, il neige, etc.| La suite demain.",
                "La récolte date de 2024.| 12 pays ont suivi.",
                "Mr. Example met Dr. Sample at 9 a.m. sharp.| They left.",
                "The U.S. gate opened.| It rained.",
                "See No. 3 for details.| It rained.",
                "He said no.| It rained.",
                "\"It held.\"| The mayor smiled.",
                "It held (at last!).| The mayor smiled.",
                "Le site exemple.org ferme.| Dommage.",
                "Le barrage tient.|\u00A0Le maire sourit.",
                "Le barrage tient.| « Enfin », dit le maire.",
                "Le barrage tient.| — Vraiment ?",
            })
    void endsWhereAReaderWouldStop(String marked) {
        int bar = marked.indexOf('|');

        assertThat(FirstSentence.of(marked.replace("|", ""))).isEqualTo(marked.substring(0, bar));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Le barrage tient", "Le barrage tient.", "« Tient. »", "...", "M."})
    void isTheWholeTextWhenThereIsJustOne(String text) {
        assertThat(FirstSentence.of(text)).isEqualTo(text);
    }

    @Test
    void aTitleIsCutAtAWordBeforeNinetyCharacters() {
        String lead = "Le barrage de la vallée, dont personne n'attendait plus rien depuis l'automne dernier,"
                + " tourne de nouveau à plein régime. La suite demain.";

        String title = Title.from(lead);

        assertThat(title)
                .isEqualTo("Le barrage de la vallée, dont personne n'attendait plus rien depuis l'automne dernier…");
        assertThat(Title.from("Le barrage tient. La suite demain.")).isEqualTo("Le barrage tient.");
    }

    @Test
    void aTitleOfOneEndlessWordIsCutBetweenCharacters() {
        String title = Title.from("🦆".repeat(200));

        assertThat(title).isEqualTo("🦆".repeat(Title.LONGEST) + "…");
    }
}
