package gazette.delivery;

import gazette.dkim.Signer;
import gazette.edition.Edition;
import gazette.edition.Rendering;
import gazette.edition.Variant;
import gazette.edition.VariantKey;
import gazette.mail.EnvelopeSender;
import gazette.mail.HeaderText;
import gazette.render.Field;
import gazette.render.PersonalText;
import gazette.render.Place;
import gazette.render.Renderer;
import gazette.render.TemplateProblem;
import gazette.render.Traced;
import gazette.subscriber.Subscriber;
import gazette.subscriber.Wish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An edition ready to be sent: each variant is encoded once, and a letter is made by putting the reader's values between
 * its octets. Needs no store. Safe to use from many threads.
 */
public final class CompiledEdition {
    /** For what wishes lead to, in octets: some thousand of them, as good as all of most audiences. */
    private static final long WISHES = 1 << 19;

    private static final long WISH = 500;

    private final Edition edition;
    private final Rendering rendering;
    private final Plates plates;
    private final Optional<Signer> signer;
    private final Function<Subscriber, String> leaving;
    private final EnvelopeSender sender;
    private final Kept<Wish, Optional<VariantKey>> keys = new Kept<>(WISHES, key -> WISH);

    /**
     * @param signer of every letter, if there is one
     * @param leaving the address at which a reader leaves the newsletter
     */
    CompiledEdition(
            Edition edition,
            Rendering rendering,
            Renderer renderer,
            Optional<Signer> signer,
            Function<Subscriber, String> leaving) {
        this.edition = edition;
        this.rendering = rendering;
        this.plates = new Plates(edition, rendering, renderer);
        this.signer = signer;
        this.leaving = leaving;
        this.sender = EnvelopeSender.of(edition.masthead().from().address());
    }

    /**
     * The letter to {@code reader}, or why there is none: a value with a line break where a header would take it, half a
     * character, a template that fails for them, or no story on the topics that they asked for.
     *
     * @param prefix put before the subject, such as {@code "[TEST] "}; a letter with another one is another letter
     *     (RFC 5322 section 3.6.4), so a test never makes a receiver drop the real one as a copy
     */
    public Made letter(Subscriber reader, String prefix) {
        try {
            ReaderFields fields = fields(reader);
            return key(reader, fields)
                    .map(key -> letter(key, new Addressee(reader, fields, key.language(), prefix)))
                    .orElseGet(() -> refused(SuppressionReason.NO_TOPIC, reader, "no story on a topic of theirs"));
        } catch (TemplateProblem | IllegalArgumentException reason) {
            return refused(
                    SuppressionReason.CANNOT_BE_RENDERED,
                    reader,
                    HeaderText.onOneLine(String.valueOf(reason.getMessage())));
        }
    }

    private Made letter(VariantKey key, Addressee to) {
        Enclosure message = message(plates.plate(key).compiled(to), to);
        boolean utf8 = to.address().needsSmtpUtf8()
                || edition.masthead().from().address().needsSmtpUtf8();
        return new Letter(sender, to.address(), utf8, message, Letter.Dots.INSIDE_LINES);
    }

    /** A second attempt is signed as the first one was: at the moment that the edition is of. */
    private Enclosure message(CompiledVariant compiled, Addressee to) {
        return signer.map(by -> compiled.message(to, by, edition.composedAt())).orElseGet(() -> compiled.message(to));
    }

    private static Made refused(SuppressionReason reason, Subscriber reader, String words) {
        return new Made.Refused(new Outcome.Unsendable(reason, "reader " + reader.id() + ": " + words));
    }

    /**
     * The variant with this key, its fields open; made now of what was frozen when nobody needed it then.
     *
     * @throws TemplateProblem when the template fails
     */
    public Variant open(VariantKey key) {
        return plates.variant(key);
    }

    /**
     * What {@code reader} would see: their variant with their values in it; empty when there is nothing in it for them.
     *
     * @throws TemplateProblem when the template fails for them
     * @throws IllegalArgumentException when a value of theirs cannot stand in a message
     */
    public Optional<Variant> filled(Subscriber reader) {
        ReaderFields fields = fields(reader);
        return key(reader, fields).map(key -> filled(key, new Addressee(reader, fields, key.language(), "")));
    }

    private Variant filled(VariantKey key, Addressee reader) {
        Variant variant = plates.variant(key);
        return variant.logic().isEmpty() ? filled(variant, reader) : plates.personal(key, reader);
    }

    private static Variant filled(Variant variant, Addressee reader) {
        return new Variant(
                variant.key(),
                Field.fill(variant.subject(), reader::value),
                variant.html().map(html -> Field.fill(html, reader::value)),
                PersonalText.fill(variant.text(), reader::value),
                variant.inlines(),
                variant.logic());
    }

    /**
     * What printed each line of the plain-text part that {@code reader} gets.
     *
     * @param traced their variant
     */
    public List<Place> text(Traced traced, Subscriber reader) {
        Addressee to = new Addressee(reader, fields(reader), traced.variant().language(), "");
        return traced.text(to::value);
    }

    /**
     * The most that a message of any variant weighs.
     *
     * @param longest what to fill the fields with, by name; the usual one is the longest value that anybody has
     * @throws TemplateProblem when the template fails for such a reader
     * @throws IllegalArgumentException when a value cannot stand in a message
     */
    public Weight largest(Map<String, String> longest) {
        Subscriber reader = Giant.reader(edition, longest);
        return rendering.variants().stream()
                .map(variant -> weight(variant.key(), reader))
                .reduce(Weight.NONE, Weight::larger);
    }

    private Weight weight(VariantKey key, Subscriber reader) {
        Subscriber late = Giant.since(reader, key.language());
        Addressee to = new Addressee(late, fields(late), key.language(), "");
        CompiledVariant compiled = plates.plate(key).compiled(to);
        return new Weight(message(compiled, to).size(), compiled.htmlOctets(to));
    }

    /** What it takes in memory by now, in octets. It grows as variants are needed, up to a limit. */
    long octets() {
        return plates.octets();
    }

    private ReaderFields fields(Subscriber reader) {
        return new ReaderFields(reader, leaving.apply(reader));
    }

    private Optional<VariantKey> key(Subscriber reader, ReaderFields fields) {
        Wish wish = new Wish(reader.language(), reader.topics(), reader.format(), fields.absent(rendering.fields()));
        return keys.find(wish).orElseGet(() -> keys.keep(wish, Renderer.key(edition, rendering.template(), wish)));
    }
}
