package gazette.studio;

import gazette.check.Persona;
import gazette.check.Personas;
import gazette.subscriber.Beginning;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The readers whom the message on the stage can be made for: personas, and subscribers who are sought. For one page. */
final class ReaderChoice {
    /** More are found by more letters. */
    private static final int MOST_FOUND = 8;

    private final Desk desk;
    private final Where where;
    private final Address address;

    ReaderChoice(Desk desk, Where where, Address address) {
        this.desk = desk;
        this.where = where;
        this.address = address;
    }

    /** Whom the message can be made for, and whom it is made for. */
    Map<String, Object> model(ChosenReader chosen, Context context, Locale language) {
        String sought = Objects.requireNonNullElse(context.queryParam(ChosenReader.SOUGHT), "")
                .strip();
        return Map.of(
                "reader", chosen.label(),
                "persona", chosen.persona().orElse(""),
                "sought", sought,
                "found", sought.isEmpty() ? List.of() : found(sought),
                "personas",
                        Personas.all(where.newsletter()).stream()
                                .map(each -> persona(each, language))
                                .toList());
    }

    private List<Map<String, Object>> found(String sought) {
        return desk.subscribers().beginning(where.newsletter().id(), new Beginning(sought), MOST_FOUND).stream()
                .map(each -> Map.<String, Object>of(
                        "label",
                        ChosenReader.label(each),
                        "href",
                        address.without(ChosenReader.PARAMETER, ChosenReader.SOUGHT, Tests.PARAMETER)
                                .with(ChosenReader.REAL, String.valueOf(each.id()))
                                .toString()))
                .toList();
    }

    private static Map<String, Object> persona(Persona persona, Locale language) {
        return Map.of("key", persona.key(), "label", persona.label(language));
    }
}
