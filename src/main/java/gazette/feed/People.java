package gazette.feed;

import gazette.article.Blanks;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who wrote something. */
final class People {
    private static final String MAIL = "(?:mailto:)?[^\\s()<>@,]{1,64}@[^\\s()<>@,]{1,255}";
    private static final Pattern MAIL_ALONE = Pattern.compile("[<(\\s]*(" + MAIL + ")[>)\\s]*");
    private static final Pattern MAIL_FIRST = Pattern.compile(MAIL + "\\s*[(\\[\"-]+\\s*([^)\\]\"]+?)\\s*[)\\]\"]?");
    private static final Pattern MAIL_LAST = Pattern.compile("\"?([^<>(@\"]+?)\"?\\s*[<(,]\\s*" + MAIL + "\\s*[>)]?");

    /** Addresses of machines. */
    private static final Pattern NOBODY =
            Pattern.compile("(?i)(?:no-?reply|nobody|donotreply)@.*|.*@(?:noreply|invalid)\\..*");

    private People() {}

    /** The names of those that elements of the first of these names to say anything speak of. */
    static String of(Parts parts, String... names) {
        return Stream.of(names)
                .map(name -> joined(parts.all(name).map(person -> name(parts, person))))
                .filter(found -> !found.isEmpty())
                .reduce(People::better)
                .orElse("");
    }

    /** Names joined with commas, each once. */
    static String joined(Stream<String> names) {
        return names.map(Blanks::fold)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** A name is better than an address; else the first is. */
    private static String better(String first, String second) {
        return first.indexOf('@') >= 0 && second.indexOf('@') < 0 ? second : first;
    }

    /** An Atom person, or text as RSS has it. */
    private static String name(Parts around, Element person) {
        Parts inside = around.in(person);
        Optional<Element> named = inside.first("name", "atom:name", "foaf:name");
        if (named.isPresent()) {
            return inText(Wording.guessed(named.get(), inside.place()).words());
        }
        if (person.children().findAny().isEmpty()) {
            return inText(Wording.guessed(person, around.place()).words());
        }
        return inText(inside.text("email", "atom:email"));
    }

    /** The name in {@code reader@example.org (Name)} and its kind; the address alone when there is no name. */
    static String inText(String text) {
        String bare = Blanks.fold(text);
        if (bare.length() > 300) {
            return bare.indexOf('@') < 0 ? bare : "";
        }
        for (Pattern form : List.of(MAIL_FIRST, MAIL_LAST)) {
            Matcher found = form.matcher(bare);
            if (found.matches()) {
                return found.group(1);
            }
        }
        Matcher alone = MAIL_ALONE.matcher(bare);
        if (alone.matches()) {
            return NOBODY.matcher(alone.group(1)).matches() ? "" : alone.group(1);
        }
        return bare;
    }
}
