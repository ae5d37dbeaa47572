package gazette.check;

/** What findings call the parts of a message. */
public final class Place {
    public static final Sentence MESSAGE = Sentence.named("place.message", "message");
    static final Sentence SUBJECT = Sentence.named("place.subject", "subject");
    static final Sentence HTML = Sentence.named("place.html", "HTML part");
    static final Sentence TEXT = Sentence.named("place.text", "plain-text part");
    static final Sentence PICTURES = Sentence.named("place.pictures", "pictures");
    static final Sentence ARTICLE = Sentence.named("place.article", "article");
    public static final Sentence TEMPLATE = Sentence.named("place.template", "template");
    public static final Sentence NOTE = Sentence.named("place.note", "note");

    private Place() {}

    /** The template of this name. */
    public static Sentence template(String name) {
        return Sentence.named("place.template-named", "template {0}", name);
    }

    /** What has a name that is the same in every language: a file, a source, a setting. */
    public static Sentence named(String name) {
        return Sentence.named("place.named", "{0}", name);
    }

    static Sentence header(String name) {
        return Sentence.named("place.header", "header {0}", name);
    }

    static Sentence part(String mediaType) {
        return Sentence.named("place.part", "{0} part", mediaType);
    }

    static Sentence line(Sentence part, int line) {
        return Sentence.named("place.line", "{0}, line {1}", part, line);
    }
}
