package gazette.feed;

import gazette.article.Blanks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands right inside one element, by the names of {@link Vocabulary}. */
final class Parts {
    private final Element element;
    private final String core;
    private final Place place;
    private final Map<String, List<Element>> byName = new HashMap<>();

    /**
     * @param core the namespace or vocabulary whose names have no prefix
     * @param around the place that {@code element} stands in
     */
    Parts(Element element, String core, Place around) {
        this.element = element;
        this.core = core;
        this.place = around.within(element);
        element.children()
                .forEach(child -> byName.computeIfAbsent(Vocabulary.name(child, core), name -> new ArrayList<>())
                        .add(child));
    }

    Element element() {
        return element;
    }

    Place place() {
        return place;
    }

    /** All elements of these names: those of the first name first. */
    Stream<Element> all(String... names) {
        return Arrays.stream(names).flatMap(name -> byName.getOrDefault(name, List.of()).stream());
    }

    /** The first of them that says anything. */
    Optional<Element> first(String... names) {
        return all(names).filter(Parts::saysSomething).findFirst();
    }

    /** The text of the first of them that says anything, blanks folded; empty when none does. */
    String text(String... names) {
        return first(names).map(found -> Blanks.fold(found.text())).orElse("");
    }

    /** What stands inside the elements of these names. */
    Stream<Parts> inside(String... names) {
        return all(names).map(this::in);
    }

    /** What stands inside {@code child}, which is right inside this one. */
    Parts in(Element child) {
        return new Parts(child, core, place);
    }

    /** An attribute without its blanks, the case of its name aside. */
    static Optional<String> attribute(Element element, String name) {
        return element.attributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().equalsIgnoreCase(name))
                .map(attribute -> attribute.getValue().strip())
                .findFirst();
    }

    static boolean saysSomething(Element element) {
        return element.content().stream().anyMatch(part -> part instanceof Element || !Blanks.isBlank(part.toString()));
    }
}
