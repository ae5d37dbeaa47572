package gazette.edition;

import static java.nio.charset.StandardCharsets.UTF_8;

import gazette.article.Article;
import gazette.article.Origin;
import gazette.article.Paragraph;
import gazette.article.Published;
import gazette.edition.Candidate.History;
import gazette.edition.Story.Elsewhere;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A choice as a file: settings, then the articles of a shelf. A line is a word and its value; lines that begin with two
 * spaces belong to the {@code source}, {@code article}, {@code sent} or {@code settled} above; {@code #} begins a comment.
 * The plan is in lines {@code left-out}, {@code put-back}, {@code placed} and {@code form}. The slot is 2026-11-22T06:00Z.
 */
record ChoiceCase(Path file) {
    static final Path FOLDER = Path.of("src/test/resources/gazette/edition/choices");
    static final Instant SLOT = Instant.parse("2026-11-22T06:00:00Z");

    /** A line with those that belong to it. */
    private record Entry(String word, String value, Map<String, String> details) {
        String detail(String name) {
            return details.getOrDefault(name, "");
        }

        List<String> list(String name) {
            return commas(detail(name));
        }

        Optional<URI> address() {
            return Optional.of(detail("address")).filter(a -> !a.isEmpty()).map(URI::create);
        }
    }

    static List<ChoiceCase> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".shelf"))
                    .sorted()
                    .map(ChoiceCase::new)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is chosen, a verdict a line. */
    String account() {
        List<Entry> entries = entries();
        Newsletter newsletter = ChoiceSettings.newsletter(entries.stream()
                .map(e -> new ChoiceSettings.Line(e.word(), e.value(), e.details()))
                .toList());
        Choice choice = Choice.of(newsletter, shelf(newsletter, entries));
        return Stream.of(
                        choice.verdicts().stream().map(verdict -> line(choice, verdict)),
                        Stream.of("waiting " + choice.waiting()),
                        choice.isEmpty() ? Stream.of("no edition: " + choice.reason()) : Stream.<String>of())
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Choice choice, Verdict verdict) {
        String name = verdict.origin().source().replace("folder:", "") + "/"
                + verdict.origin().name();
        String adds = choice.stories().stream()
                .filter(pick -> pick.origin().equals(verdict.origin()))
                .map(pick -> (pick.topics().isEmpty() ? "" : " topics " + pick.topics())
                        + (pick.elsewhere().isEmpty()
                                ? ""
                                : " elsewhere "
                                        + pick.elsewhere().stream()
                                                .map(Elsewhere::name)
                                                .toList())
                        + (pick.isUpdate() ? " update" : "")
                        + (pick.section().isEmpty() ? "" : " section «" + pick.section() + "»")
                        + (pick.form() == Form.LONG ? "" : " " + pick.form()))
                .collect(Collectors.joining());
        return String.format(Locale.ROOT, "%-7s %s%s: %s", verdict.place(), name, adds, verdict.why())
                .replaceAll(": $", "");
    }

    private static Shelf shelf(Newsletter newsletter, List<Entry> entries) {
        Sieve sieve = new Sieve(newsletter, SLOT);
        List<Candidate> candidates = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.word().equals("article")) {
                List<String> flags = List.of(entry.value().split(" "));
                Article article = article(entry);
                Instant since = article.published().map(Published::instant).orElse(SLOT);
                candidates.add(sieve.candidate(
                        article, new History(since, flags.contains("waited"), flags.contains("update"))));
            } else if (entry.word().equals("sent")) {
                int number = Integer.parseInt(entry.detail("number"));
                Sent story = Sent.story(number, article(entry), newsletter.selection());
                sent.add(story);
                entry.list("copies")
                        .forEach(copy -> sent.add(
                                story.copy(new Origin("folder:ailleurs", copy), Optional.of(URI.create(copy)))));
            }
        }
        return new Shelf(13, Optional.empty(), candidates, sent, settled(entries), plan(entries));
    }

    private static List<Verdict> settled(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.word().equals("settled"))
                .map(entry -> new Verdict(
                        origin(entry.value()),
                        "Titre " + entry.value(),
                        Locale.FRENCH,
                        Verdict.Place.OUT,
                        entry.detail("why")))
                .toList();
    }

    /** Of lines such as {@code placed agence/un, agence/deux} and {@code form agence/un SHORT}. */
    private static Plan plan(List<Entry> entries) {
        Map<Origin, Form> forms = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> entry.word().equals("form"))
                .map(entry -> entry.value().split(" "))
                .forEach(form -> forms.put(origin(form[0]), Form.valueOf(form[1])));
        return new Plan(
                origins(entries, "placed"),
                Set.copyOf(origins(entries, "left-out")),
                Set.copyOf(origins(entries, "put-back")),
                forms,
                Optional.empty());
    }

    private static List<Origin> origins(List<Entry> entries, String word) {
        return entries.stream()
                .filter(entry -> entry.word().equals(word))
                .flatMap(entry -> commas(entry.value()).stream())
                .map(ChoiceCase::origin)
                .toList();
    }

    private static Origin origin(String written) {
        String[] name = written.split("/");
        return new Origin("folder:" + name[0], name[1]);
    }

    private static Article article(Entry entry) {
        String[] name = entry.value().split(" ")[0].split("/");
        String when = entry.details().getOrDefault("published", "2026-11-21T12:00");
        return new Article(
                new Origin("folder:" + name[0], name[1]),
                Locale.forLanguageTag(entry.details().getOrDefault("language", "fr")),
                Optional.of(entry.details().getOrDefault("title", "Titre " + String.join(" ", name))),
                entry.detail("summary"),
                Arrays.stream(entry.details()
                                .getOrDefault("text", "Le corps de l’article " + String.join(" ", name) + ".")
                                .split(" / "))
                        .map(Paragraph::new)
                        .map(gazette.article.Block.class::cast)
                        .toList(),
                Optional.of(LocalDateTime.parse(when))
                        .map(at -> new Published(at.toLocalDate(), Optional.of(at.toLocalTime()), ZoneOffset.UTC)),
                entry.detail("byline"),
                entry.list("credits"),
                entry.address(),
                Optional.empty(),
                entry.list("categories"),
                entry.list("topics"));
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (String line : read(file).lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.strip().split(" ", 2);
            String value = parts.length == 2 ? parts[1].strip() : "";
            if (line.startsWith("  ")) {
                entries.get(entries.size() - 1).details().put(parts[0], value);
            } else {
                entries.add(new Entry(parts[0], value, new LinkedHashMap<>()));
            }
        }
        return entries;
    }

    static List<String> commas(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    String expected() {
        return Files.exists(expectedFile()) ? read(expectedFile()) : "";
    }

    void expect(String account) {
        try {
            Files.writeString(expectedFile(), account, UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path expectedFile() {
        return FOLDER.resolve(toString().replace(".shelf", ".expected"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public String toString() {
        return String.valueOf(file.getFileName());
    }
}
