package gazette.check;

import gazette.check.Finding.Level;
import gazette.check.Finding.Spot;
import gazette.check.Origins.Part;
import gazette.delivery.Letter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Node;

/**
 * One message as one reader gets it, taken apart once for all rules. Immutable, but for the tree of its HTML part, which
 * nobody changes.
 */
public final class Specimen {
    private final String persona;
    private final Dissection message;
    private final Optional<StyledHtml> styled;
    private final Optional<Making> making;
    private final Origins origins;
    private final Optional<String> home;

    private Specimen(
            String persona, Dissection message, Optional<Making> making, Origins origins, Optional<String> home) {
        this.persona = persona;
        this.message = message;
        this.styled = message.html().map(StyledHtml::of);
        this.making = making;
        this.origins = origins;
        this.home = home;
    }

    /** The letter to one reader of an edition. */
    public static Specimen of(String persona, Letter letter, Making making, Origins origins) {
        Optional<String> home =
                Optional.ofNullable(making.edition().masthead().web().getHost());
        return new Specimen(persona, Dissection.of(letter.octets()), Optional.of(making), origins, home);
    }

    /**
     * A message from anywhere.
     *
     * @param name of the file
     * @param octets lines ended by CRLF or LF
     */
    public static Specimen ofFile(String name, byte[] octets) {
        return ofFile(name, octets, Optional.empty());
    }

    /**
     * The same.
     *
     * @param home the host of the sender's own pages, if that is known: links there are as they should be
     */
    public static Specimen ofFile(String name, byte[] octets, Optional<String> home) {
        return new Specimen(name, Dissection.of(octets), Optional.empty(), Origins.UNKNOWN, home);
    }

    /** The same octets, made of something else. */
    Specimen madeOf(Making other) {
        return new Specimen(persona, message, Optional.of(other), origins, home);
    }

    /** The same message with other octets, for looking at what a damage does. */
    Specimen withOctets(byte[] octets) {
        return new Specimen(persona, Dissection.of(octets), making, origins, home);
    }

    /** The reader's label; the file's name for a message from anywhere. */
    public String persona() {
        return persona;
    }

    /** What it was made of; empty for a message from anywhere. */
    public Optional<Making> making() {
        return making;
    }

    /** The way back to where it was written. */
    Origins origins() {
        return origins;
    }

    /** Whether {@code host} is where the newsletter says that its pages are. */
    boolean livesAt(String host) {
        return home.filter(host::equals).isPresent();
    }

    /** The variant's language; else that of the message's own {@code Content-Language} or HTML; else without a name. */
    public Locale language() {
        return making.map(made -> made.variant().language())
                .or(() -> header("Content-Language").map(HeaderField::words).map(Locale::forLanguageTag))
                .or(() -> html().map(part ->
                        Locale.forLanguageTag(part.document().select("html").attr("lang"))))
                .orElse(Locale.ROOT);
    }

    /** All octets, one character each (ISO 8859-1). */
    public String raw() {
        return message.raw();
    }

    /** The size of the whole message in octets. */
    public int octets() {
        return message.raw().length();
    }

    /** The fields of the head, in their order. */
    public List<HeaderField> headers() {
        return message.headers();
    }

    /** The fields of this name, upper or lower case. */
    public List<HeaderField> headers(String name) {
        return headers().stream().filter(field -> field.isNamed(name)).toList();
    }

    /** The first field of this name. */
    public Optional<HeaderField> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** Decoded; empty when there is none. */
    public String subject() {
        return header("Subject").map(HeaderField::words).orElse("");
    }

    /** What an inbox shows behind the subject: the first words of the HTML part, hidden or not, else of the text. */
    public String preheader() {
        return html().map(Preheader::of).orElseGet(() -> Preheader.of(text()));
    }

    /** The HTML part; empty for a message of plain text alone. */
    public Optional<HtmlPart> html() {
        return message.html();
    }

    /** The HTML part with its styles read; empty for a message of plain text alone. */
    Optional<StyledHtml> styled() {
        return styled;
    }

    /** The plain-text part, lines ended by LF; empty when there is none. */
    public String text() {
        return message.text();
    }

    /** The media types of the message and its parts, outermost first, each with how deep it stands. */
    public List<Dissection.Piece> pieces() {
        return message.pieces();
    }

    /** A finding on the message as a whole, or on a part that has no lines. */
    public Finding finding(Level level, String rule, Sentence place, Sentence what, Sentence remedy) {
        return new Finding(level, rule, place, Optional.empty(), Optional.empty(), what, remedy, List.of(persona));
    }

    /** A finding on the subject. */
    public Finding atSubject(Level level, String rule, Sentence what, Sentence remedy) {
        return at(Part.SUBJECT, 1, subject(), level, rule, what, remedy);
    }

    /**
     * A finding on a node of the HTML part.
     *
     * @param words of the node, by which its article is found; empty when it has none
     */
    public Finding atHtml(Node node, String words, Level level, String rule, Sentence what, Sentence remedy) {
        int line = html().map(part -> part.line(node)).orElse(0);
        return at(Part.HTML, line, words, level, rule, what, remedy);
    }

    /** A finding on a line of the HTML part, from 1; 0 for all of it. */
    public Finding atHtml(int line, String words, Level level, String rule, Sentence what, Sentence remedy) {
        return at(Part.HTML, line, words, level, rule, what, remedy);
    }

    /** A finding on a line of the plain-text part, from 1; 0 for all of it. */
    public Finding atText(int line, String words, Level level, String rule, Sentence what, Sentence remedy) {
        return at(Part.TEXT, line, words, level, rule, what, remedy);
    }

    private Finding at(Part part, int line, String words, Level level, String rule, Sentence what, Sentence remedy) {
        Optional<Spot> template = line == 0 ? Optional.empty() : origins.template(part, line);
        Optional<Spot> article = words.isBlank() ? Optional.empty() : origins.article(words);
        boolean isFound = part == Part.SUBJECT || line == 0 || template.isPresent();
        Sentence place = isFound ? place(part) : Place.line(place(part), line);
        return new Finding(level, rule, place, template, article, what, remedy, List.of(persona));
    }

    private static Sentence place(Part part) {
        return switch (part) {
            case SUBJECT -> Place.SUBJECT;
            case HTML -> Place.HTML;
            case TEXT -> Place.TEXT;
        };
    }
}
