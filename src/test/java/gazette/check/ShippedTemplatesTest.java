package gazette.check;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.check.Finding.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShippedTemplatesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "digest, fr",
        "digest, en",
        "digest, de",
        "digest, es",
        "digest, it",
        "digest, pt",
        "digest, fr-CA",
        "brief, fr",
        "brief, en",
        "single, fr",
        "single, en",
        "plain, fr",
        "plain, en"
    })
    void aShippedTemplateGivesNothingWorseThanANote(String template, String language) {
        Specimen specimen = Sample.specimen(Sample.edition(Locale.forLanguageTag(language), template), folder);

        List<Finding> findings = new MessageRules(Circumstances.UNKNOWN).of(List.of(specimen));

        assertThat(findings)
                .filteredOn(finding -> finding.level() != Level.INFO)
                .isEmpty();
    }
}
