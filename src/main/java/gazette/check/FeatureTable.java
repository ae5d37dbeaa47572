package gazette.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By what a message shows that it uses a feature; the head of {@code features.tsv} says how it is written. Immutable. */
final class FeatureTable {
    private static final String FILE = "features.tsv";
    private static final Pattern ELEMENT = Pattern.compile("<([a-z0-9]+)>( element)?");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+) attribute");
    private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"|'[^']*'|url\\([^)]*\\)");

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, Pattern> values = new LinkedHashMap<>();
    private final Map<String, Pattern> selectors = new LinkedHashMap<>();
    private final Map<String, Pattern> atRules = new LinkedHashMap<>();
    private final Map<String, String> elements = new LinkedHashMap<>();
    private final Set<String> refinements = new HashSet<>();

    private FeatureTable(Collection<Feature> features, String written) {
        written.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .forEach(this::take);
        features.forEach(this::takeByName);
    }

    /** The program's own, for these features. */
    static FeatureTable of(Collection<Feature> features) {
        try (InputStream in = FeatureTable.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program's own " + FILE + " is missing");
            }
            return new FeatureTable(features, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException brokenJar) {
            throw new UncheckedIOException("the program's own " + FILE + " cannot be read", brokenJar);
        }
    }

    private void take(String[] cells) {
        switch (cells[0]) {
            case "property" -> takeProperties(cells[1], cells[2]);
            case "value" -> values.put(cells[1], Pattern.compile(cells[2], Pattern.CASE_INSENSITIVE));
            case "selector" -> selectors.put(cells[1], Pattern.compile(cells[2]));
            case "at" -> atRules.put(cells[1], Pattern.compile(cells[2]));
            case "element" -> elements.put(cells[1], cells[2]);
            case "refines" -> refinements.addAll(List.of(cells[1].split(" ")));
            default -> throw new IllegalArgumentException(FILE + " has a line of '" + cells[0] + "'");
        }
    }

    private void takeProperties(String slug, String names) {
        for (String name : names.split(" ")) {
            if (name.endsWith("*")) {
                prefixes.put(name.substring(0, name.length() - 1), slug);
            } else {
                properties.put(name, slug);
            }
        }
    }

    private void takeByName(Feature feature) {
        String slug = feature.slug();
        Matcher element = ELEMENT.matcher(feature.title());
        Matcher attribute = ATTRIBUTE.matcher(feature.title());
        if (slug.startsWith("css-") && !values.containsKey(slug)) {
            properties.putIfAbsent(slug.substring("css-".length()), slug);
        } else if (slug.startsWith("html-") && element.matches()) {
            elements.putIfAbsent(slug, element.group(1));
        } else if (slug.startsWith("html-") && attribute.matches()) {
            elements.putIfAbsent(slug, "[" + attribute.group(1) + "]");
        }
    }

    /** The features of a declaration, those aside that its value needs. */
    Set<String> of(Declaration declaration) {
        Set<String> slugs = new TreeSet<>();
        property(declaration.property()).ifPresent(slugs::add);
        if (declaration.isImportant()) {
            slugs.add("css-important");
        }
        if (declaration.property().startsWith("--")) {
            slugs.add("css-variables");
        }
        return slugs;
    }

    /** Those that its value needs. */
    Set<String> valuesOf(Declaration declaration) {
        String said = declaration.property() + ":"
                + WORDS.matcher(declaration.value()).replaceAll("").strip();
        return found(values, said);
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name))
                .or(() -> prefixes.keySet().stream()
                        .filter(name::startsWith)
                        .findFirst()
                        .map(prefixes::get));
    }

    Set<String> ofSelector(String selector) {
        return found(selectors, selector);
    }

    Set<String> ofAtRule(String prelude) {
        return found(atRules, prelude);
    }

    private static Set<String> found(Map<String, Pattern> patterns, String said) {
        List<String> slugs = new ArrayList<>();
        patterns.forEach((slug, pattern) -> {
            if (pattern.matcher(said).find()) {
                slugs.add(slug);
            }
        });
        return new TreeSet<>(slugs);
    }

    /** The selectors of elements that need a feature, by its slug; in the order of the table. */
    Map<String, String> elements() {
        return Collections.unmodifiableMap(elements);
    }

    /** Every feature that the table names. */
    Set<String> slugs() {
        Set<String> slugs = new TreeSet<>(refinements);
        slugs.addAll(values.keySet());
        slugs.addAll(selectors.keySet());
        slugs.addAll(atRules.keySet());
        slugs.addAll(elements.keySet());
        slugs.addAll(properties.values());
        slugs.addAll(prefixes.values());
        return slugs;
    }

    /** Whether a message is whole without this feature, and only less fine. */
    boolean isRefinement(String slug) {
        return refinements.contains(slug);
    }
}
