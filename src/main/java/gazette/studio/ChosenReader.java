package gazette.studio;

import gazette.check.Persona;
import gazette.check.Personas;
import gazette.edition.Newsletter;
import gazette.subscriber.Subscriber;
import gazette.web.ReaderLanguage;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom the message on the stage is made for.
 *
 * @param label what a page calls them
 * @param persona the sample reader's key; empty for a real one
 */
record ChosenReader(String label, Optional<String> persona, Subscriber subscriber) {
    /** What the address says: a sample reader's key. */
    static final String PARAMETER = "reader";

    /** What the address says instead: a real reader's number. */
    static final String REAL = "subscriber";

    /** How the address or name begins of real readers whom somebody looks for. */
    static final String SOUGHT = "find";

    /** The one that the address names; the first sample reader when it names nobody who is there. */
    static ChosenReader of(Context context, Newsletter newsletter, Desk desk) {
        Locale language = ReaderLanguage.of(context);
        List<Persona> personas = Personas.all(newsletter);
        return real(context, newsletter, desk)
                .orElseGet(() -> Word.of(context, PARAMETER, personas, Persona::key)
                        .map(persona -> of(persona, language))
                        .orElseGet(() -> of(personas.get(0), language)));
    }

    private static ChosenReader of(Persona persona, Locale language) {
        return new ChosenReader(persona.label(language), Optional.of(persona.key()), persona.reader());
    }

    /** Somebody who left since is looked at no more. */
    private static Optional<ChosenReader> real(Context context, Newsletter newsletter, Desk desk) {
        return Optional.ofNullable(context.queryParam(REAL))
                .filter(number -> number.matches("[1-9]\\d{0,17}"))
                .flatMap(number -> desk.subscribers().find(newsletter.id(), Long.parseLong(number)))
                .map(subscriber -> new ChosenReader(label(subscriber), Optional.empty(), subscriber));
    }

    /** Their name, if it is known, and address. */
    static String label(Subscriber subscriber) {
        return (subscriber.name().isBlank() ? "" : subscriber.name() + " ") + subscriber.address();
    }
}
