package gazette.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the keys of a front matter mean; collects everything that is wrong with them, in the order of the lines. */
final class FrontMatterKeys {
    /** In characters. No headline, name or description is longer; a text that got in by mistake is. */
    private static final int LONGEST = 1_000;

    private static final List<String> KNOWN =
            List.of("title", "date", "author", "source", "url", "image", "image-alt", "language", "topics");
    /** The keys that take a list as well. */
    private static final Set<String> LISTS = Set.of("author", "source", "topics");

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, FrontMatterEntry> entries = new LinkedHashMap<>();
    private final FrontMatter frontMatter;

    FrontMatterKeys(FrontMatterYaml.Parsed yaml) {
        flaws.addAll(yaml.flaws());
        yaml.entries().forEach(this::admit);
        this.frontMatter = understand();
    }

    /** What could be understood; of use only without {@link #flaws}. */
    FrontMatter frontMatter() {
        return frontMatter;
    }

    List<Flaw> flaws() {
        return flaws.stream().sorted(Comparator.comparingInt(Flaw::line)).toList();
    }

    private void admit(FrontMatterEntry entry) {
        String key = entry.key();
        if (!KNOWN.contains(key)) {
            flaw(entry, "a front matter has no key '" + key + "': use " + String.join(", ", KNOWN));
        } else if (entries.containsKey(key)) {
            flaw(
                    entry,
                    key + " is given twice, first on line " + entries.get(key).line() + ": keep one");
        } else if (entry.values().stream().allMatch(String::isEmpty)) {
            flaw(entry, key + " is empty: give it a value, or take the line out");
        } else if (entry.values().size() > 1 && !LISTS.contains(key)) {
            flaw(entry, key + " is a list: give one value");
        } else if (entry.values().stream().anyMatch(FrontMatterKeys::isUnprintable)) {
            flaw(entry, key + " holds a control character: write it without");
        } else if (entry.values().stream().anyMatch(value -> value.length() > LONGEST)) {
            flaw(entry, key + " is longer than " + LONGEST + " characters: shorten it, or move it to the text");
        } else {
            entries.put(key, entry);
        }
    }

    private static boolean isUnprintable(String value) {
        return value.codePoints()
                .anyMatch(c -> Character.getType(c) == Character.CONTROL
                        || Character.getType(c) == Character.SURROGATE
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
    }

    private FrontMatter understand() {
        return new FrontMatter(
                value("title", Optional::of, ""),
                value("date", DateLine::read, "write it as 2026-11-20, 2026-11-20 11:49 or 20 novembre 2026 à 11h49"),
                Optional.of(String.join(", ", list("author")))
                        .filter(author -> !author.isEmpty())
                        .map(author -> Byline.read(author).map(Byline::who).orElse(author)),
                list("source"),
                value("url", FrontMatterKeys::webAddress, "write a whole address that begins with https:// or http://"),
                image(),
                value("language", FrontMatterKeys::language, "write a code such as fr, en or fr-CH"),
                list("topics"));
    }

    private <T> Optional<T> value(String key, Function<String, Optional<T>> reader, String remedy) {
        FrontMatterEntry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        Optional<T> value = entry.single().flatMap(reader);
        if (value.isEmpty()) {
            flaw(entry, key + " is '" + String.join(", ", entry.values()) + "': " + remedy);
        }
        return value;
    }

    /** A list, or the names of one line between commas. */
    private List<String> list(String key) {
        FrontMatterEntry entry = entries.get(key);
        if (entry == null) {
            return List.of();
        }
        return entry.values().size() == 1 && !key.equals("author")
                ? SourceLine.names(entry.values().get(0))
                : entry.values().stream().filter(value -> !value.isEmpty()).toList();
    }

    private Optional<PictureName> image() {
        FrontMatterEntry image = entries.get("image");
        FrontMatterEntry alt = entries.get("image-alt");
        if (image == null && alt != null) {
            flaw(alt, "image-alt describes a picture, and image names none: name one, or take the line out");
        }
        if (image == null) {
            return Optional.empty();
        }
        String words = alt == null ? "" : alt.values().get(0);
        return image.single().map(file -> new PictureName(image.line(), file, words));
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

    private void flaw(FrontMatterEntry entry, String what) {
        flaws.add(new Flaw(entry.line(), what));
    }
}
