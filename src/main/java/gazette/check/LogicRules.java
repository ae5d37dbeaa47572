package gazette.check;

import gazette.check.Finding.Level;
import gazette.check.Finding.Spot;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a template does with a reader's fields beyond printing them: right, and slower. */
final class LogicRules implements Rule {
    private static final Pattern PLACE = Pattern.compile("([\\w./-]+\\.ftlh?)[: ,]+(?:line )?(\\d+)");

    @Override
    public List<Finding> of(Specimen specimen) {
        return specimen.making().stream()
                .flatMap(LogicRules::logic)
                .distinct()
                .map(logic -> finding(specimen, logic))
                .toList();
    }

    /** Of the edition's variants, and of this reader's: it may be made for them alone. */
    private static Stream<String> logic(Making making) {
        return Stream.concat(making.rendering().variants().stream(), Stream.of(making.variant()))
                .flatMap(variant -> variant.logic().stream());
    }

    private static Finding finding(Specimen specimen, String logic) {
        Matcher place = PLACE.matcher(logic);
        Optional<Spot> template = place.find()
                ? Optional.of(new Spot(specimen.origins().file(place.group(1)), Integer.parseInt(place.group(2))))
                : Optional.empty();
        return new Finding(
                Level.INFO,
                "reader-logic",
                Place.TEMPLATE,
                template,
                Optional.empty(),
                Sentence.of(
                        "each reader's message is rendered anew, which takes many times as long as filling it in: {0}",
                        new Term.Said(logic)),
                Sentence.of("print the field as it is, as ${reader.name}, if nothing else is meant"),
                List.of(specimen.persona()));
    }
}
