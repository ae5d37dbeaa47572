package gazette.studio;

import gazette.article.FolderSource;
import gazette.article.Origin;
import gazette.check.Finding.Spot;
import gazette.edition.Newsletter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages of the studio that show what a finding is about. */
final class SpotAddress {
    /** {@code templates/digest/html.ftlh}, or {@code digest/html.ftlh (built in)}. */
    private static final Pattern TEMPLATE = Pattern.compile("(?:templates/)?([^/]+)/(.+?)(?: \\(built in\\))?");

    private SpotAddress() {}

    /** The page of the article that lies in this file of a folder of {@code newsletter}; empty when there is none. */
    static Optional<String> ofArticle(Spot spot, Newsletter newsletter) {
        return newsletter.sources().stream()
                .filter(FolderSource.class::isInstance)
                .map(FolderSource.class::cast)
                .filter(folder -> spot.name().startsWith(folder.name() + "/"))
                .findFirst()
                .map(folder -> new Origin(
                        folder.key(), spot.name().substring(folder.name().length() + 1)))
                .map(origin -> ArticleAddress.of(origin).path(spot.line()));
    }

    /** The page of a template's file. */
    static Optional<String> ofTemplate(Spot spot) {
        Matcher file = TEMPLATE.matcher(spot.name());
        return file.matches() ? Optional.of(source(file.group(1), file.group(2), spot.line())) : Optional.empty();
    }

    /**
     * The page of a file of a template.
     *
     * @param template or {@code common}
     * @param line that is marked; 0 for none
     */
    static String source(String template, String file, int line) {
        String path = Room.TEMPLATES.path() + "/" + encoded(template) + "/source/" + encoded(file);
        return line == 0 ? path : path + "?line=" + line + "#line-" + line;
    }

    /** Segments of a path as an address has them (RFC 3986 section 3.3). */
    private static String encoded(String path) {
        return Arrays.stream(path.split("/"))
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
