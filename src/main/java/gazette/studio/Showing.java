package gazette.studio;

import gazette.proof.Look;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An edition on the page of the next one.
 *
 * @param look which articles it is made of
 * @param draft what making it came to
 * @param address of a page that shows just this
 */
record Showing(Look look, Draft draft, Address address) {
    /** So many articles stand in for an edition that has none. */
    private static final int LATEST = 3;

    /** Whether it is the coming edition, and nothing has come in for it. */
    boolean isNothingNew() {
        return look.isComing() && draft.isNothing();
    }

    /** What is shown instead when nothing is new: the latest articles; itself while there never was one. */
    Showing inStead(Drafts drafts, Where where) {
        Look latest = new Look(OptionalInt.of(LATEST), Optional.empty(), look.asOf());
        Draft made = drafts.of(where, latest);
        return made.proof().isPresent()
                ? new Showing(latest, made, address.with(Looks.LAST, String.valueOf(LATEST)))
                : this;
    }

    /** What the page says of the coming edition, although it shows another: why there is none, and what it leaves out. */
    static Map<String, Object> ofTheComing(Map<String, Object> coming, Map<String, Object> shown) {
        Map<Object, Object> to = new HashMap<>((Map<?, ?>) shown.getOrDefault("to", Map.of()));
        Map<?, ?> decided = (Map<?, ?>) coming.getOrDefault("to", Map.of());
        for (String form : new String[] {"story", "note", "over"}) {
            to.put(form, decided.get(form));
        }
        return Map.of(
                "standsIn",
                true,
                "to",
                to,
                "reason",
                coming.getOrDefault("reason", Map.of()),
                "others",
                coming.getOrDefault("others", Map.of()));
    }
}
