package gazette.studio;

import gazette.sink.Sink;
import gazette.web.Visitor;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** An address for each page of the studio, and for each look of it that is worth one. A new page needs a line here. */
record SampleAddresses(Map<String, String> arguments) {
    private static final Pattern ARGUMENT = Pattern.compile("[{<]([^}>]+)[}>]");

    /** What else there is to see on a path. */
    private static final Map<String, List<String>> LOOKS = Map.of(
            "/inbox/{id}",
            List.of("?view=text", "?view=headers", "?view=links", "?view=mime", "?view=source", "?view=checks"),
            "/inbox",
            List.of("?q=is:broken", "?q=nowhere"));

    /** For what is in a sink, the first edition of {@code la-gazette}, its first article and its template. */
    static SampleAddresses of(Sink sink, int port) {
        String message = sink.messages().get(0).id();
        String edition = "/editions/{newsletter}/{number}";
        String template = "/templates/{name}";
        return new SampleAddresses(Map.ofEntries(
                Map.entry("/inbox/{id}", message),
                Map.entry("/inbox/{id}/parts/{number}", "1"),
                Map.entry("/api/v1/messages/{id}", message),
                Map.entry("/editions/{newsletter}", "la-gazette"),
                Map.entry(edition, "1"),
                Map.entry(edition + "/readers/{reader}", "1"),
                Map.entry(edition + "/readers/{reader}/parts/<cid>", "une@x"),
                Map.entry("/articles/{id}", article(port)),
                Map.entry("/articles/{id}/parts/<cid>", "une@x"),
                Map.entry("/next/inline/<cid>", "une@x"),
                Map.entry(template, "digest"),
                Map.entry(template + "/parts/<cid>", "une@x"),
                Map.entry(template + "/source/<file>", "html.ftlh")));
    }

    /** The first that the list of articles leads to. */
    private static String article(int port) {
        return Jsoup.parse(new Visitor(port).get("/articles").body()).select("main a[href^=/articles/]").stream()
                .map(link -> link.attr("href").replaceAll("^/articles/|[?#].*$", ""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the list of articles leads to none"));
    }

    /**
     * The addresses of {@code path}.
     *
     * @throws AssertionError for a path with braces that nobody gave an argument for
     */
    List<String> of(String path) {
        String address = filled(path);
        return Stream.concat(Stream.of(""), LOOKS.getOrDefault(path, List.of()).stream())
                .map(look -> address + look)
                .toList();
    }

    private String filled(String path) {
        Matcher braces = ARGUMENT.matcher(path);
        StringBuilder filled = new StringBuilder();
        while (braces.find()) {
            String upToHere = path.substring(0, braces.end());
            String argument = arguments.get(upToHere);
            if (argument == null) {
                throw new AssertionError("no sample for " + upToHere + ": add one to SampleAddresses");
            }
            braces.appendReplacement(filled, Matcher.quoteReplacement(argument));
        }
        return braces.appendTail(filled).toString();
    }
}
