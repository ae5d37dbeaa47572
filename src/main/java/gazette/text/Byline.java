package gazette.text;

import gazette.article.Blanks;
import gazette.article.Punctuation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who wrote an article, without «Par». */
record Byline(String who) implements Sign {
    /** In characters. */
    private static final int LONGEST = 90;

    private static final String NAME = "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|[dl]['’]\\p{Lu}[\\p{L}\\p{M}-]*)";
    private static final String PARTICLE = "(?:de|du|des|la|le|van|von|der|den|da|di|dos|el|al|ben|bin|y|et|and|&)";
    /** A person or several: {@code Prénom Nom, Prénom d’Un-Nom et Prénom de La Nom}. */
    private static final String PEOPLE = NAME + "(?:,? (?:" + PARTICLE + " )*" + NAME + "){0,9}";
    /** What is said of them: {@code , envoyé spécial à Lyon}, {@code (Agence Exemple)}, {@code avec l’agence}. */
    private static final String ROLE =
            "(?:, \\p{Ll}[^:;.!?\\d]*| (?:avec|with|à|in|pour|for) [^:;,.!?\\d]*)?" + "(?: ?\\([^()\\d]{2,40}\\))?";
    /** Nobody in particular: {@code la rédaction, avec Agence Exemple}, {@code our special correspondent in Lyon}. */
    private static final String NEWSROOM =
            "(?i:(?:(?:la|le|les|notre|nos|un|une|the|our|an?) |l['’] ?)?(?:[\\p{L}-]+ )?"
                    + "(?:rédaction|service|équipe|correspondante?s?|envoyée?s?|journalistes?"
                    + "|newsroom|staff|editors?|desk|correspondents?|reporters?|writers?|team))"
                    + "(?:,? (?:avec|with|à|in|pour|for|de|du|des|of|spéciale?s?|régionale?|numérique) [^:;.!?\\d]*"
                    + "| [^:;,.!?\\d]*)?";

    private static final Pattern LINE =
            Pattern.compile("(?:Par|PAR|By|BY) (?<who>(?:" + PEOPLE + ROLE + ")|(?:" + NEWSROOM + "))");
    /** {@code By Land, By Sea}: a title that plays on the word. */
    private static final Pattern AGAIN = Pattern.compile("(?i).*\\b(?:par|by)\\b.*");

    /** Reads {@code Par la rédaction} or {@code By …}; empty for a sentence or a title that merely begins so. */
    static Optional<Byline> read(String line) {
        Matcher words = LINE.matcher(line.length() > LONGEST ? "" : Blanks.fold(line));
        if (!words.matches()
                || Punctuation.endsSentence(line)
                || AGAIN.matcher(words.group("who")).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Byline(words.group("who")));
    }
}
