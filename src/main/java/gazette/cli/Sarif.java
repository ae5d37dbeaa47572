package gazette.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import gazette.check.Finding;
import gazette.check.Finding.Level;
import gazette.check.Finding.Spot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Findings as code hosts and editors read them: SARIF 2.1.0 (OASIS, 2020). */
final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    private Sarif() {}

    /** One run of one tool, as a document. */
    static String of(List<Finding> findings) {
        Map<String, Finding> rules = new LinkedHashMap<>();
        findings.forEach(finding -> rules.putIfAbsent(finding.rule(), finding));
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "gazette");
        driver.put("version", VersionCommand.number());
        driver.put("rules", rules.values().stream().map(Sarif::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "unicodeCodePoints");
        run.put("results", findings.stream().map(Sarif::result).toList());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", SCHEMA);
        document.put("version", "2.1.0");
        document.put("runs", List.of(run));
        return json(document);
    }

    private static Map<String, Object> rule(Finding example) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", example.rule());
        rule.put("shortDescription", text(example.rule().replace('-', ' ')));
        rule.put("help", text("For example: " + example.remedy().english()));
        rule.put("defaultConfiguration", Map.of("level", level(example.level())));
        return rule;
    }

    private static Map<String, Object> result(Finding finding) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule());
        result.put("level", level(finding.level()));
        result.put(
                "message",
                text(finding.place().english() + ": " + finding.what().english() + ". Remedy: "
                        + finding.remedy().english()));
        result.put("locations", List.of(location(finding)));
        return result;
    }

    private static String level(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARN -> "warning";
            case INFO -> "note";
        };
    }

    private static Map<String, Object> text(String words) {
        return Map.of("text", words);
    }

    /** The first file that it is in, an article before a template: that is what a newsroom edits; else the place in words. */
    private static Map<String, Object> location(Finding finding) {
        Map<String, Object> location = new LinkedHashMap<>();
        Stream.of(finding.article(), finding.template())
                .flatMap(Optional::stream)
                .flatMap(spot -> physical(spot).stream())
                .findFirst()
                .ifPresent(physical -> location.put("physicalLocation", physical));
        location.put(
                "logicalLocations",
                List.of(Map.of("fullyQualifiedName", finding.place().english())));
        return location;
    }

    private static Optional<Map<String, Object>> physical(Spot spot) {
        return address(spot.name()).map(address -> {
            Map<String, Object> physical = new LinkedHashMap<>();
            physical.put("artifactLocation", Map.of("uri", address));
            if (spot.line() > 0) {
                physical.put("region", Map.of("startLine", spot.line()));
            }
            return physical;
        });
    }

    /** A file by its path from the workspace, or an address of the web; what is in the program has none. */
    private static Optional<String> address(String name) {
        if (name.contains("://")) {
            return Optional.of(name);
        }
        if (name.endsWith("(built in)") || !name.contains("/") || name.startsWith("«")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(null, null, name, null).toASCIIString());
        } catch (URISyntaxException noPath) {
            return Optional.empty();
        }
    }

    private static String json(Map<String, Object> document) {
        try {
            return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(document) + "\n";
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
