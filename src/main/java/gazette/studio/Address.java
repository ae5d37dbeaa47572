package gazette.studio;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The address of a page of the studio with all that it says, for links that change one thing of it. Immutable.
 *
 * @param path encoded, without a query
 * @param parameters decoded, in their order
 */
record Address(String path, Map<String, String> parameters) {
    Address {
        parameters = new LinkedHashMap<>(parameters);
    }

    /** Without parameters. */
    Address(String path) {
        this(path, Map.of());
    }

    /** What was asked for; of a parameter that is said twice the first. */
    static Address of(Context context) {
        Map<String, String> parameters = new LinkedHashMap<>();
        context.queryParamMap().forEach((name, values) -> parameters.put(name, values.get(0)));
        return new Address(context.req().getRequestURI(), parameters);
    }

    /** The same, but {@code name} is {@code value}. */
    Address with(String name, String value) {
        Map<String, String> others = new LinkedHashMap<>(parameters);
        others.put(name, value);
        return new Address(path, others);
    }

    /** The same, but nothing is said of these. */
    Address without(String... names) {
        Map<String, String> others = new LinkedHashMap<>(parameters);
        for (String name : names) {
            others.remove(name);
        }
        return new Address(path, others);
    }

    /** Another page that says the same. */
    Address at(String other) {
        return new Address(other, parameters);
    }

    /** As a link has it. */
    @Override
    public String toString() {
        return parameters.isEmpty()
                ? path
                : parameters.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
