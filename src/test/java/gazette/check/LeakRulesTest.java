package gazette.check;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.article.Article;
import gazette.article.Paragraph;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LeakRulesTest {
    @TempDir
    private Path folder;

    @Test
    void codeThatAnArticleSpeaksOfIsAWarningAndNamesTheArticle() {
        Specimen specimen = about("Écrivez ${nom} dans le modèle, puis <#if abonné> autour.");

        assertThat(new LeakRules().of(specimen))
                .isNotEmpty()
                .allMatch(finding -> finding.level() == Finding.Level.WARN)
                .anyMatch(finding -> finding.article()
                        .filter(spot -> spot.name().equals("un.txt"))
                        .isPresent());
    }

    @Test
    void codeInAHeadlineIsTheArticlesOwnInCapitalsTooAndSaidOnce() {
        Article article = Sample.article(
                Locale.FRANCE,
                "un.txt",
                "Écrire ${nom}",
                List.of(new Paragraph("Le titre dit tout, et le reste le dit mieux.")),
                Optional.empty());
        Specimen specimen = Sample.specimen(Sample.edition(Locale.FRENCH, "digest", List.of(article)), folder);
        Specimen loud = Damage.of(
                        Finding.Level.WARN, "leak-template-code", "text", "Le titre dit tout", "ÉCRIRE ${NOM} dit tout")
                .done(specimen);

        List<Finding> findings = new LeakRules().of(loud);

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).level()).isEqualTo(Finding.Level.WARN);
        assertThat(findings.get(0).remedy().english()).startsWith("nothing, if it is meant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le match nul de samedi, nulle part ailleurs.",
                "Der Vertrag ist null und nichtig, um null Uhr.",
                "Sa valeur est undefined, ou NaN, dit le manuel.",
                "AT&T; R&D; une esperluette & un point-virgule ;",
                "Une Âme, un Ãgé et l’â€ du clavier ? Non : âge, À, É.",
                "Il gagne 3 $ {brut} et <3 partout.",
                "java.util est un paquet, gazette.fr un site."
            })
    void wordsThatOnlyLookLikeALeakAreNone(String words) {
        assertThat(new LeakRules().of(about(words)).stream().filter(finding -> finding.level() == Finding.Level.ERROR))
                .isEmpty();
    }

    @Test
    void inAMessageFromAnywhereAMissingValueInProseIsAWarningAndAloneAnError() {
        String head = "From: a@example.org\nContent-Type: text/plain; charset=UTF-8\n\n";
        Specimen prose = file(head + "Das Abkommen ist null und nichtig, sagt das Gericht.\n");
        Specimen alone = file(head + "Bonjour null,\n");

        assertThat(new LeakRules().of(prose)).extracting(Finding::level).containsExactly(Finding.Level.WARN);
        assertThat(new LeakRules().of(alone)).extracting(Finding::level).containsExactly(Finding.Level.ERROR);
    }

    private static Specimen file(String message) {
        return Specimen.ofFile("lettre.eml", message.getBytes(StandardCharsets.UTF_8));
    }

    private Specimen about(String words) {
        Article article =
                Sample.article(Locale.FRANCE, "un.txt", "Un titre", List.of(new Paragraph(words)), Optional.empty());
        return Sample.specimen(Sample.edition(Locale.FRENCH, "digest", List.of(article)), folder);
    }
}
