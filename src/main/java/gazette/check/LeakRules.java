package gazette.check;

import gazette.check.Finding.Level;
import gazette.check.Finding.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Nothing of how a message is made stands in it: {@link Leak} says what that may be. */
final class LeakRules implements Rule {
    /** Of one kind in one message: more would say no more. */
    private static final int MOST = 5;

    /** So many words around one make prose, in which it may be a word like any other. */
    private static final int PROSE = 4;

    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        for (Leak leak : Leak.ALL) {
            List<Finding> all = new ArrayList<>(inHead(specimen, leak));
            specimen.html().ifPresent(part -> all.addAll(inHtml(specimen, part, leak)));
            all.addAll(inText(specimen, leak));
            findings.addAll(once(all).stream().limit(MOST).toList());
        }
        return findings;
    }

    /** What an article says stands in many places of a message, and is to be looked at in one. */
    private static List<Finding> once(List<Finding> all) {
        Set<Spot> said = new HashSet<>();
        return all.stream()
                .filter(finding -> finding.level() == Level.ERROR
                        || finding.article().map(said::add).orElse(said.isEmpty()))
                .toList();
    }

    private static List<Finding> inHead(Specimen specimen, Leak leak) {
        List<Finding> findings = new ArrayList<>();
        for (HeaderField field : specimen.headers()) {
            if (field.isNamed("Subject")) {
                leak.in(field.words())
                        .flatMap(found -> level(specimen, leak, found, field.words()))
                        .ifPresent(level -> findings.add(specimen.atSubject(
                                level, leak.rule(), what(leak, field.words()), remedy(leak, level))));
            } else if (field.name().matches("(?i)from|to|reply-to|list-.*|feedback-id")) {
                leak.in(field.words())
                        .ifPresent(found -> findings.add(specimen.finding(
                                Level.ERROR,
                                leak.rule(),
                                Place.header(field.name()),
                                what(leak, field.words()),
                                leak.remedy())));
            }
        }
        return findings;
    }

    private static List<Finding> inHtml(Specimen specimen, HtmlPart part, Leak leak) {
        List<Finding> findings = new ArrayList<>();
        Set<String> said = new HashSet<>();
        Map<String, Optional<String>> looked = new HashMap<>(); // a look stands in many elements
        part.document()
                .traverse((node, depth) -> words(node)
                        .forEach(words -> looked.computeIfAbsent(words, leak::in)
                                .flatMap(found -> level(specimen, leak, found, words))
                                .filter(level -> said.add(part.line(node) + words))
                                .ifPresent(level -> findings.add(specimen.atHtml(
                                        node, words, level, leak.rule(), what(leak, words), remedy(leak, level))))));
        return findings;
    }

    private static List<String> words(Node node) {
        if (node instanceof TextNode text) {
            return List.of(text.getWholeText());
        }
        if (node instanceof DataNode data) {
            return List.of(data.getWholeData());
        }
        return node instanceof Element
                ? node.attributes().asList().stream().map(Attribute::getValue).toList()
                : List.of();
    }

    private static List<Finding> inText(Specimen specimen, Leak leak) {
        List<Finding> findings = new ArrayList<>();
        String[] lines = specimen.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            int number = i + 1;
            leak.in(line)
                    .flatMap(found -> level(specimen, leak, found, line))
                    .ifPresent(level -> findings.add(
                            specimen.atText(number, line, level, leak.rule(), what(leak, line), remedy(leak, level))));
        }
        return findings;
    }

    /** An error, unless an article speaks of such things. Of a message from anywhere, prose around it tells as much. */
    private static Optional<Level> level(Specimen specimen, Leak leak, String found, String words) {
        if (specimen.making().isPresent()) {
            return specimen.making().get().says(found) ? leak.ofArticles() : Optional.of(Level.ERROR);
        }
        boolean inProse = words.strip().split("\\s+").length > found.split("\\s+").length + PROSE;
        return Optional.of(inProse && leak.ofArticles().isEmpty() ? Level.WARN : Level.ERROR);
    }

    private static Sentence remedy(Leak leak, Level level) {
        return level == Level.ERROR
                ? leak.remedy()
                : Sentence.named("leak.said", "nothing, if it is meant; else mend it where it was written");
    }

    private static Sentence what(Leak leak, String words) {
        String found = leak.in(words).orElse("");
        int at = Math.max(0, words.indexOf(found) - 20);
        return Sentence.named("leak.what", "readers see {0}: {1}", leak.what(), Quote.of(words.substring(at)));
    }
}
