package gazette.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the keys of a front matter mean; collects everything that is wrong with them, in the order of the lines. */
final class FrontMatterKeys {
    private static final List<String> KNOWN = List.of(
            "title",
            "date",
            "author",
            "source",
            "url",
            "image",
            "image-alt",
            "language",
            "topics",
            "lead",
            "intertitles",
            "paragraphs",
            "leave-out");
    /** The keys that take a list as well. */
    private static final Set<String> LISTS =
            Set.of("author", "source", "topics", "intertitles", "paragraphs", "leave-out");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final FrontMatterEntries entries;
    private final FrontMatter frontMatter;

    FrontMatterKeys(FrontMatterYaml.Parsed yaml) {
        this.entries = new FrontMatterEntries(yaml, KNOWN, LISTS);
        this.frontMatter = understand();
    }

    /** What could be understood; of use only without {@link #flaws}. */
    FrontMatter frontMatter() {
        return frontMatter;
    }

    List<Flaw> flaws() {
        return entries.flaws();
    }

    private FrontMatter understand() {
        return new FrontMatter(
                entries.words("title"),
                entries.value(
                        "date", DateLine::read, "write it as 2026-11-20, 2026-11-20 11:49 or 20 novembre 2026 à 11h49"),
                entries.author(),
                list("source"),
                entries.value(
                        "url",
                        FrontMatterKeys::webAddress,
                        "write a whole address that begins with https:// or http://"),
                image(),
                entries.value("language", FrontMatterKeys::language, "write a code such as fr, en or fr-CH"),
                list("topics"),
                new Directions(
                        entries.words("lead"), quoted("intertitles"), quoted("paragraphs"), quoted("leave-out")));
    }

    /** Lines of the text: a comma in one is its own. */
    private List<String> quoted(String key) {
        return entries.entry(key).map(FrontMatterEntry::values).orElse(List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** A list, or the names of one line between commas. */
    private List<String> list(String key) {
        List<String> values = entries.entry(key).map(FrontMatterEntry::values).orElse(List.of());
        return values.size() == 1
                ? SourceLine.names(values.get(0))
                : values.stream().filter(value -> !value.isEmpty()).toList();
    }

    private Optional<PictureName> image() {
        Optional<FrontMatterEntry> image = entries.entry("image");
        Optional<FrontMatterEntry> alt = entries.entry("image-alt");
        if (image.isEmpty()) {
            alt.ifPresent(words -> entries.flaw(
                    words, "image-alt describes a picture, and image names none: name one, or take the line out"));
        }
        String words =
                alt.map(FrontMatterEntry::values).map(values -> values.get(0)).orElse("");
        return image.flatMap(name -> name.single().map(file -> new PictureName(name.line(), file, words)));
    }

    private static Optional<URI> webAddress(String value) {
        try {
            URI address = new URI(value);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Locale> language(String value) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(value).build();
            return LANGUAGES.contains(locale.getLanguage()) ? Optional.of(locale) : Optional.empty();
        } catch (IllformedLocaleException notALanguage) {
            return Optional.empty();
        }
    }
}
