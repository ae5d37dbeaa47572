package gazette.proof;

import gazette.check.Circumstances;
import gazette.check.Finding;
import gazette.check.Finding.Level;
import gazette.check.LinkProbe;
import gazette.check.Making;
import gazette.check.MessageRules;
import gazette.check.Persona;
import gazette.check.Place;
import gazette.check.Sentence;
import gazette.check.Specimen;
import gazette.check.StyleLines;
import gazette.check.Term;
import gazette.config.SigningSettings;
import gazette.delivery.CompiledEdition;
import gazette.delivery.Letter;
import gazette.delivery.Made;
import gazette.delivery.Outcome;
import gazette.delivery.SuppressionReason;
import gazette.dkim.SigningDomain;
import gazette.edition.Edition;
import gazette.edition.Editions.Summary;
import gazette.edition.Newsletter;
import gazette.edition.Rendering;
import gazette.edition.Variant;
import gazette.render.TemplateProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the messages of an edition for some personas, as they would go, and lets every rule look at them. */
public final class MessageCheck {
    private static final String STYLES = "style.css";

    private final Workbench bench;
    private final Optional<LinkProbe> probe;

    /**
     * @param probe asks the web whether pages are there, if it may
     */
    public MessageCheck(Workbench bench, Optional<LinkProbe> probe) {
        this.bench = bench;
        this.probe = probe;
    }

    /** A persona for whom the template fails is a finding, and stops none of the others. */
    public CheckedMessages look(
            Sentence title, Newsletter newsletter, Edition edition, Rendering rendering, List<Persona> personas) {
        CompiledEdition compiled = bench.press().compile(edition, rendering);
        TemplatePlaces places = new TemplatePlaces(bench.workspace(), edition.template());
        Traces traces = new Traces(edition, rendering, bench.renderer(), compiled, places);
        ArticleLines articles = new ArticleLines(edition, newsletter);
        StyleLines styles = new StyleLines(
                places.name(STYLES),
                places.text(STYLES).orElse(""),
                edition.masthead().style().colours());
        List<Specimen> specimens = new ArrayList<>();
        List<Finding> failed = new ArrayList<>();
        List<Sentence> unsent = new ArrayList<>();
        for (Persona persona : personas) {
            String label = persona.label(Locale.ENGLISH);
            Made made = compiled.letter(persona.reader(), "");
            if (made instanceof Letter letter) {
                Variant filled = compiled.filled(persona.reader()).orElseThrow();
                WrittenAt origins = new WrittenAt(places, articles, styles, traces.printed(persona.reader(), filled));
                Variant telling = withLogic(filled, traces.of(filled.key()).variant());
                specimens.add(Specimen.of(label, letter, new Making(edition, rendering, telling), origins));
            } else if (made instanceof Made.Refused refused) {
                refused(persona, edition, refused.why(), failed, unsent);
            }
        }
        Optional<Integer> largest = largest(compiled, newsletter, edition, rendering, failed);
        MessageRules rules = new MessageRules(circumstances(newsletter, largest));
        return CheckedMessages.of(title, rules, specimens, failed, unsent);
    }

    /** A variant that the template made with a reader's values no longer knows that it had to. */
    private static Variant withLogic(Variant filled, Variant open) {
        return new Variant(
                filled.key(), filled.subject(), filled.html(), filled.text(), filled.inlines(), open.logic());
    }

    private static void refused(
            Persona persona, Edition edition, Outcome.Unsendable why, List<Finding> failed, List<Sentence> unsent) {
        if (why.reason() != SuppressionReason.CANNOT_BE_RENDERED) {
            unsent.add(Sentence.named("check.unsent", "{0}: {1}", persona, new Term.Said(words(why))));
            return;
        }
        Sentence what = Sentence.named(
                "message-not-made.some", "the message cannot be made for some readers: {0}", new Term.Said(words(why)));
        failed.add(failure(edition, what, List.of(persona.english())));
    }

    /** Without the number of a reader whom nobody knows. */
    private static String words(Outcome.Unsendable why) {
        return why.words().replaceFirst("^reader \\d+: ", "");
    }

    private static Finding failure(Edition edition, Sentence what, List<String> personas) {
        return new Finding(
                Level.ERROR,
                "message-not-made",
                Place.template(edition.template()),
                Optional.empty(),
                Optional.empty(),
                what,
                Sentence.of("mend the template there: a field that a reader may lack is printed as ${reader.name!}"),
                personas);
    }

    private Optional<Integer> largest(
            CompiledEdition compiled,
            Newsletter newsletter,
            Edition edition,
            Rendering rendering,
            List<Finding> failed) {
        Map<String, String> longest = bench.outbox()
                .readership(newsletter.id(), edition.key().cadence())
                .longest(rendering.fields());
        try {
            return Optional.of(compiled.largest(longest).html());
        } catch (TemplateProblem | IllegalArgumentException why) {
            Sentence what = Sentence.named(
                    "message-not-made.longest",
                    "the message cannot be made for a reader with the longest fields of all: {0}",
                    new Term.Said(String.valueOf(why.getMessage())));
            failed.add(failure(edition, what, List.of()));
            return Optional.empty();
        }
    }

    private Circumstances circumstances(Newsletter newsletter, Optional<Integer> largest) {
        Optional<String> last = bench.editions().list(Optional.of(newsletter.id())).stream()
                .map(Summary::subject)
                .findFirst();
        Optional<SigningDomain> signer = bench.dkim().map(SigningSettings::domain);
        return new Circumstances(largest.map(OptionalInt::of).orElse(OptionalInt.empty()), last, probe, signer);
    }
}
