package gazette.render;

import gazette.article.Prose;
import gazette.article.Span;
import gazette.article.Span.Look;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a template sees of running text: {@code .text}, {@code .noted} with the numbers of its links, {@code .runs}. */
final class ProseModel {
    private final Locale language;
    private final Links links;

    ProseModel(Locale language, Links links) {
        this.language = language;
        this.links = links;
    }

    /** {@code prose} set in its language; empty when nothing of it can be printed. */
    Map<String, Object> map(Prose prose) {
        List<Span> spans = Typography.set(clean(prose.spans()), language);
        List<Map<String, Object>> runs = new ArrayList<>();
        StringBuilder noted = new StringBuilder();
        for (int from = 0, to; from < spans.size(); from = to) {
            Optional<URI> link = spans.get(from).link();
            to = from + 1;
            while (to < spans.size() && spans.get(to).link().equals(link)) {
                to++;
            }
            Map<String, Object> run = run(spans.subList(from, to), link);
            runs.add(run);
            noted.append(noted(run));
        }
        String text = spans.stream().map(Span::words).collect(Collectors.joining());
        return Map.of("text", text, "noted", noted.toString(), "runs", runs);
    }

    private static List<Span> clean(List<Span> written) {
        List<Span> clean = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Span span = written.get(i);
            String words = Clean.piece(span.words());
            words = i == 0 ? words.stripLeading() : words;
            words = i == written.size() - 1 ? words.stripTrailing() : words;
            if (!words.isEmpty()) {
                clean.add(new Span(words, span.look(), span.link()));
            }
        }
        return clean;
    }

    private Map<String, Object> run(List<Span> spans, Optional<URI> link) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("spans", spans.stream().map(ProseModel::span).toList());
        String words = spans.stream().map(Span::words).collect(Collectors.joining());
        run.put("words", words);
        link.flatMap(address -> links.target(address, words)).ifPresent(target -> run.put("link", target));
        return run;
    }

    private static Map<String, Object> span(Span span) {
        return Map.of("look", look(span.look()), "words", span.words());
    }

    private static String look(Look look) {
        return switch (look) {
            case PLAIN -> "plain";
            case EMPHASIS -> "emphasis";
            case STRONG -> "strong";
            case CODE -> "code";
        };
    }

    /** The words of {@code run} and the number of its link, which stays on their line. */
    private static String noted(Map<String, Object> run) {
        String words = String.valueOf(run.get("words"));
        if (!(run.get("link") instanceof Map<?, ?> link) || !link.containsKey("number")) {
            return words;
        }
        String inside = words.stripTrailing();
        return inside + "\u00A0[" + link.get("number") + "]" + words.substring(inside.length());
    }
}
