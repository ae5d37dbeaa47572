package gazette.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why a text file, or a part of it, was not read, as a sentence of any language. Whoever reads files says it in English,
 * once and for logs; here those words are known again, and what stands in them.
 */
public final class UnreadFile {
    /** Places in a sentence, each filled by what stands there. */
    private static final Term NAME = new Term.Words("");

    private static final Term NUMBER = new Term.Figure(BigDecimal.ZERO);
    private static final Term SAID = new Term.Said("");
    private static final Term WHY = Sentence.NOTHING;

    private static final List<Known> KNOWN = Stream.of(
                    Sentence.named("unread.empty", "the file is empty: write the text into it, or delete it"),
                    Sentence.named(
                            "unread.blank", "the file holds nothing but blanks: write the text into it, or delete it"),
                    Sentence.named(
                            "unread.no-utf-16", "the file begins like UTF-16 and then is none: save it as UTF-8"),
                    Sentence.named(
                            "unread.zeros",
                            "the file holds octets of zero: it is no text, or UTF-16 without its mark;"
                                    + " save it as plain text in UTF-8"),
                    Sentence.named(
                            "unread.no-utf-8",
                            "line {0} is no UTF-8, while the rest of the file is: correct its accents and save it as"
                                    + " UTF-8",
                            NAME),
                    Sentence.named(
                            "unread.no-text",
                            "the file is a picture or the like and no text, or in an alphabet that it does not name:"
                                    + " save it as plain text in UTF-8, or take it out of the folder"),
                    Sentence.named(
                            "unread.control",
                            "line {0} holds the control character {1}: the file is no text, or the character must go",
                            NAME,
                            NAME),
                    Sentence.named(
                            "unread.lines", "a text has {0} lines at most: split it, or put less into it", NUMBER),
                    Sentence.named("unread.large", "a text has 10 MB at most: split it, or put less into it"),
                    Sentence.named(
                            "unread.characters",
                            "a Markdown text has {0} characters at most: split it, or put less into it",
                            NUMBER),
                    Sentence.named(
                            "unread.link", "this is a link to a file outside of the folder: put the file itself here"),
                    Sentence.named("unread.gone", "there is no such file: correct the name, or the link"),
                    Sentence.named("unread.barred", "the file cannot be read ({0}): check its permissions", SAID),
                    Sentence.named(
                            "unread.no-article",
                            "there is no text here: write the article below what is said about it"),
                    Sentence.named(
                            "unread.pictures-alone",
                            "there is nothing else in it: write the article below its pictures"),
                    Sentence.named(
                            "unread.fence",
                            "the front matter is opened here and never closed: put a line --- below its last key"),
                    Sentence.named(
                            "unread.front-matter-long",
                            "the front matter is longer than {0} characters: shorten it",
                            NUMBER),
                    Sentence.named(
                            "unread.no-yaml-line",
                            "this is no YAML ({0}): put a value that holds ': ' or begins with a sign in quotes, as in"
                                    + " title: \"Énergie : le réseau tient\"",
                            SAID),
                    Sentence.named(
                            "unread.no-yaml",
                            "the front matter is no YAML ({0}): put a value that holds ': ' or begins with a sign in"
                                    + " quotes, as in title: \"Énergie : le réseau tient\"",
                            SAID),
                    Sentence.named(
                            "unread.no-keys", "a front matter is made of lines such as 'title: …'; this is none"),
                    Sentence.named(
                            "unread.key-no-word",
                            "a key of the front matter must be a word: write a line such as 'title: …'"),
                    Sentence.named(
                            "unread.key-deep",
                            "{0} holds more than a value or a plain list: write one value, or [one, two]",
                            NAME),
                    Sentence.named("unread.key-unknown", "a front matter has no key '{0}': use {1}", NAME, NAME),
                    Sentence.named("unread.key-twice", "{0} is given twice, first on line {1}: keep one", NAME, NAME),
                    Sentence.named("unread.key-empty", "{0} is empty: give it a value, or take the line out", NAME),
                    Sentence.named("unread.key-list", "{0} is a list: give one value", NAME),
                    Sentence.named("unread.key-control", "{0} holds a control character: write it without", NAME),
                    Sentence.named(
                            "unread.key-long",
                            "{0} is longer than {1} characters: shorten it, or move it to the text",
                            NAME,
                            NUMBER),
                    Sentence.named(
                            "unread.date",
                            "date is '{0}': write it as 2026-11-20, 2026-11-20 11:49 or 20 novembre 2026 à 11h49",
                            NAME),
                    Sentence.named(
                            "unread.url",
                            "url is '{0}': write a whole address that begins with https:// or http://",
                            NAME),
                    Sentence.named("unread.language", "language is '{0}': write a code such as fr, en or fr-CH", NAME),
                    Sentence.named(
                            "unread.alt",
                            "image-alt describes a picture, and image names none: name one, or take the line out"),
                    Sentence.named("unread.image", "image is '{0}': {1}; the article goes without it", NAME, WHY),
                    Sentence.named("unread.image-many", "a text shows {0} files at most: take some out", NUMBER),
                    Sentence.named(
                            "unread.image-gone",
                            "there is no such file beside the text: put it there, or correct the name"),
                    Sentence.named(
                            "unread.image-elsewhere",
                            "a picture lies beside its text or in a folder below: put it there, and name it without"
                                    + " ../"),
                    Sentence.named(
                            "unread.image-web", "pictures come from files: put it beside the text and name the file"),
                    Sentence.named("unread.image-large", "a picture has 10 MB at most: make it smaller"),
                    Sentence.named("unread.image-broken", "this is no whole JPEG, PNG or GIF: save it again as one"),
                    Sentence.named(
                            "unread.image-side", "a picture has {0} pixels a side at most: make it smaller", NUMBER),
                    Sentence.named("unread.image-barred", "it cannot be read ({0}): check its permissions", SAID))
            .map(Known::of)
            .toList();

    private UnreadFile() {}

    /** A sentence, and how its English is known. */
    private record Known(Sentence sentence, Pattern english) {
        static Known of(Sentence sentence) {
            Matcher mark = Telling.MARK.matcher(sentence.pattern());
            StringBuilder english = new StringBuilder();
            int from = 0;
            while (mark.find()) {
                english.append(Pattern.quote(sentence.pattern().substring(from, mark.start())))
                        .append("(.*)");
                from = mark.end();
            }
            english.append(Pattern.quote(sentence.pattern().substring(from)));
            return new Known(sentence, Pattern.compile(english.toString(), Pattern.DOTALL));
        }

        Optional<Sentence> in(String what) {
            Matcher found = english.matcher(what);
            return found.matches() ? Optional.of(sentence.with(terms(found))) : Optional.empty();
        }

        private List<Term> terms(Matcher found) {
            List<Term> terms = new ArrayList<>();
            for (int i = 0; i < found.groupCount(); i++) {
                terms.add(filled(sentence.terms().get(i), found.group(i + 1)));
            }
            return terms;
        }

        private static Term filled(Term place, String words) {
            if (place instanceof Term.Figure) {
                return words.matches("\\d{1,9}") ? Term.of(Integer.valueOf(words)) : new Term.Words(words);
            }
            if (place instanceof Sentence) {
                return UnreadFile.why(words);
            }
            return place instanceof Term.Said ? new Term.Said(words) : new Term.Words(words);
        }
    }

    /** Why, in words of any language where they are the program's own; else as it was put. */
    public static Sentence why(String what) {
        return KNOWN.stream()
                .flatMap(known -> known.in(what).stream())
                .findFirst()
                .orElseGet(() -> Sentence.named("unread.other", "{0}", new Term.Said(what)));
    }
}
