package gazette.check;

import static org.assertj.core.api.Assertions.assertThat;

import gazette.edition.ArticleLimits;
import gazette.edition.Cadence;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Masthead;
import gazette.edition.Newsletter;
import gazette.edition.Rule;
import gazette.edition.Selection;
import gazette.edition.Topic;
import gazette.mail.EmailAddress;
import gazette.mail.Format;
import gazette.mail.Mailbox;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PersonasTest {
    @Test
    void thereIsOneForEachThingThatMayBreakAMessage() {
        List<Persona> all = Personas.all(newsletter("énergie", "climat"));

        assertThat(all).extracting(Persona::key).doesNotHaveDuplicates().contains("topic-énergie", "topic-climat");
        assertThat(all).extracting(persona -> persona.label(Locale.FRENCH)).doesNotHaveDuplicates();
        assertThat(all).extracting(persona -> persona.label(Locale.GERMAN)).doesNotHaveDuplicates();
        assertThat(all)
                .filteredOn(persona -> persona.reader().language().isPresent())
                .hasSize(6);
        assertThat(all)
                .filteredOn(persona -> persona.reader().format() == Format.TEXT)
                .hasSize(1);
        assertThat(all)
                .filteredOn(persona -> persona.reader().since().isEmpty())
                .hasSize(1);
        assertThat(all).filteredOn(persona -> persona.reader().name().isEmpty()).hasSize(1);
        assertThat(all)
                .filteredOn(persona -> Character.getDirectionality(
                                persona.reader().name().concat(" ").codePointAt(0))
                        == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .hasSize(1);
    }

    @Test
    void theUsualAreFewAndBeginWithTheOneThatHasEverything() {
        List<Persona> usual = Personas.usual(newsletter("énergie"));

        assertThat(usual).hasSize(4);
        assertThat(usual.get(0).label(Locale.FRENCH)).isEqualTo("lectrice, Orange.fr");
        assertThat(usual.get(0).label(Locale.ENGLISH)).isEqualTo("reader, Orange.fr");
        assertThat(usual.get(0).reader().topics()).isEmpty();
    }

    private static Newsletter newsletter(String... topics) {
        Selection every = Selection.of(new ArticleLimits(1, 12));
        Selection selection = new Selection(
                every.limits(),
                every.order(),
                every.lead(),
                every.filter(),
                List.of(topics).stream().map(name -> new Topic(name, Rule.NONE)).toList(),
                every.nearCopies(),
                every.corrections());
        Masthead masthead = new Masthead(
                "la-gazette",
                "La Gazette",
                new Mailbox("La Gazette", EmailAddress.of("lettre@example.org")),
                Optional.empty(),
                Locale.FRENCH,
                ZoneId.of("Europe/Paris"),
                "1 rue de l'Exemple, 75002 Paris",
                URI.create("https://lettre.example.org"));
        return new Newsletter(
                masthead,
                List.of(),
                selection,
                List.of(new Cadence("daily", "0 0 7 ? * MON-FRI")),
                Optional.empty(),
                "digest",
                Duration.ZERO,
                InDoubtPolicy.RETRY);
    }
}
