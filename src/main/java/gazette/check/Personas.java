package gazette.check;

import gazette.edition.Newsletter;
import gazette.edition.Topic;
import gazette.mail.EmailAddress;
import gazette.subscriber.Subscriber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sample readers of a newsletter: each differs from the first in the one thing that may break a message. */
public final class Personas {
    /** A day long ago enough for everybody to have been a reader. */
    private static final LocalDate SINCE = LocalDate.of(2026, 1, 15);

    /** Those whose messages differ the most. */
    private static final Set<String> USUAL = Set.of("reader", "long-name", "no-name", "text");

    private static final String LONG_NAME = "Lectrice au prénom composé et au double nom de famille à particules";

    /** «Reader 1», from right to left. */
    private static final String ARABIC_NAME = "قارئة ١";

    private static final List<Language> LANGUAGES = List.of(
            new Language("fr", "en français", "in French"),
            new Language("en", "en anglais", "in English"),
            new Language("de", "en allemand", "in German"),
            new Language("es", "en espagnol", "in Spanish"),
            new Language("it", "en italien", "in Italian"),
            new Language("pt", "en portugais", "in Portuguese"));

    private record Language(String tag, String french, String english) {}

    private Personas() {}

    /** The few that are looked at each time. */
    public static List<Persona> usual(Newsletter newsletter) {
        return all(newsletter).stream()
                .filter(persona -> USUAL.contains(persona.key()))
                .toList();
    }

    /** Every one: names, languages, formats, and a reader of each topic. */
    public static List<Persona> all(Newsletter newsletter) {
        List<Persona> personas = new ArrayList<>();
        personas.add(persona("reader", "lectrice, Orange.fr", "reader, Orange.fr", new Traits()));
        personas.add(
                persona("long-name", "lectrice au nom long", "reader with a long name", new Traits().name(LONG_NAME)));
        personas.add(persona("no-name", "lectrice sans nom", "reader without a name", new Traits().name("")));
        personas.add(persona(
                "right-to-left-name",
                "lectrice au nom de droite à gauche",
                "reader whose name runs from right to left",
                new Traits().name(ARABIC_NAME)));
        personas.add(persona(
                "no-since",
                "lectrice sans date d’inscription",
                "reader since nobody knows when",
                new Traits().newcomer()));
        personas.add(persona("text", "lectrice en texte brut", "reader of plain text", new Traits().text()));
        for (Language language : LANGUAGES) {
            personas.add(persona(
                    "language-" + language.tag(),
                    "lectrice " + language.french(),
                    "reader " + language.english(),
                    new Traits().language(language.tag())));
        }
        for (Topic topic : newsletter.selection().topics()) {
            personas.add(persona(
                    "topic-" + topic.name(),
                    "lectrice du thème «" + topic.name() + "»",
                    "reader of the topic “" + topic.name() + "”",
                    new Traits().topic(topic.name())));
        }
        return List.copyOf(personas);
    }

    private static Persona persona(String key, String french, String english, Traits traits) {
        return new Persona(key, french, english, traits.reader());
    }

    /** What a persona is made of; as the first of them where nothing else is said. */
    private record Traits(
            String name,
            Optional<Locale> language,
            Optional<LocalDate> since,
            List<String> topics,
            Map<String, String> columns) {
        Traits() {
            this("Lectrice 1", Optional.empty(), Optional.of(SINCE), List.of(), Map.of());
        }

        Traits name(String other) {
            return new Traits(other, language, since, topics, columns);
        }

        Traits newcomer() {
            return new Traits(name, language, Optional.empty(), topics, columns);
        }

        Traits language(String tag) {
            return new Traits(name, Optional.of(Locale.forLanguageTag(tag)), since, topics, columns);
        }

        Traits topic(String topic) {
            return new Traits(name, language, since, List.of(topic), columns);
        }

        Traits text() {
            return new Traits(name, language, since, topics, Map.of("format", "text"));
        }

        /** The address is of a domain that nobody can have (RFC 2606 section 2). */
        Subscriber reader() {
            return new Subscriber(
                    0, EmailAddress.of("lectrice@orange.example"), name, language, since, topics, columns);
        }
    }
}
