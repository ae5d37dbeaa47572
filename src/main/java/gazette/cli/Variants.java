package gazette.cli;

import gazette.edition.Rendering;
import gazette.edition.Variant;
import gazette.mail.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What an edition was rendered into, in words. */
final class Variants {
    /** More than anybody reads through; {@code check} names all. */
    private static final int LOGIC_SHOWN = 3;

    private Variants() {}

    static List<String> lines(Rendering rendering) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + count(rendering.variants().size(), "variant") + ": " + languages(rendering));
        List<String> logic = logic(rendering);
        if (!logic.isEmpty()) {
            lines.add(
                    "  ! the template does more with a reader's fields than print them, so that each message is rendered"
                            + " on its own, which is slower:");
            logic.stream().limit(LOGIC_SHOWN).forEach(one -> lines.add("    " + one));
            if (logic.size() > LOGIC_SHOWN) {
                lines.add("    and " + count(logic.size() - LOGIC_SHOWN, "other place"));
            }
        }
        return lines;
    }

    private static String languages(Rendering rendering) {
        Map<String, Long> languages = rendering.variants().stream()
                .collect(Collectors.groupingBy(Variants::sort, LinkedHashMap::new, Collectors.counting()));
        return languages.entrySet().stream()
                .map(one -> one.getKey() + (one.getValue() > 1 ? " " + one.getValue() : ""))
                .collect(Collectors.joining(" · "));
    }

    private static String sort(Variant variant) {
        return variant.language().getDisplayLanguage(Locale.ENGLISH)
                + (variant.language().getCountry().isEmpty()
                        ? ""
                        : " (" + variant.language().getCountry() + ")")
                + (variant.key().format() == Format.TEXT ? " in plain text" : "");
    }

    /** The same in one line; none when the template only prints fields. */
    static List<String> slow(Rendering rendering) {
        return logic(rendering).isEmpty()
                ? List.of()
                : List.of(
                        "  ! the template does more with a reader's fields than print them, which is slower: gazette check"
                                + " names the places");
    }

    /** What the template does with fields beyond printing them, each place once. */
    private static List<String> logic(Rendering rendering) {
        return rendering.variants().stream()
                .flatMap(variant -> variant.logic().stream())
                .distinct()
                .toList();
    }

    static List<Map<String, Object>> documents(Rendering rendering) {
        return rendering.variants().stream().map(Variants::document).toList();
    }

    private static Map<String, Object> document(Variant variant) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("language", variant.language().toLanguageTag());
        document.put("format", variant.key().format().name().toLowerCase(Locale.ROOT));
        document.put("stories", variant.key().stories().size());
        document.put("absent", variant.key().absent().stream().sorted().toList());
        document.put("logic", variant.logic());
        return document;
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
