package gazette.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the forms and links of the coming edition's page lead. For one page. */
final class NextLinks {
    private final Where where;
    private final Address address;

    NextLinks(Where where, Address address) {
        this.where = where;
        this.address = address;
    }

    /** Where the page's forms and links lead. */
    Map<String, Object> model() {
        Address plain = address.without(Tests.PARAMETER);
        Address checks = plain.without(
                        View.PARAMETER,
                        Appearance.PARAMETER,
                        PicturesShown.PARAMETER,
                        ChosenReader.PARAMETER,
                        ChosenReader.REAL)
                .at(ChecksPage.PATH);
        return Map.of(
                "story", plain.at(PlanChanges.STORY).toString(),
                "note", plain.at(PlanChanges.NOTE).toString(),
                "over", plain.at(PlanChanges.OVER).toString(),
                "test", plain.at(Tests.PATH).toString(),
                "send", asked().at(SendPage.PATH).toString(),
                "checks", checks.toString(),
                "coming", plain.without(Looks.LAST, Looks.SINCE, Looks.AS_OF).toString(),
                "part", checks.with(ChecksPage.PART, "checks").toString(),
                "kept", kept(Looks.LAST, Looks.SINCE, Looks.AS_OF),
                "keptForReader", kept(ChosenReader.PARAMETER, ChosenReader.REAL, ChosenReader.SOUGHT));
    }

    private Address asked() {
        return new Address("/")
                .with(Where.NEWSLETTER, where.newsletter().id())
                .with(Where.CADENCE, where.cadence().name());
    }

    /** What a form of this page that changes these says of all else. */
    private List<Map<String, Object>> kept(String... changed) {
        List<Map<String, Object>> kept = new ArrayList<>();
        address.without(changed)
                .without(Tests.PARAMETER)
                .parameters()
                .forEach((name, value) -> kept.add(Map.of("name", name, "value", value)));
        return kept;
    }
}
