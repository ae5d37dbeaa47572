package gazette.proof;

import gazette.article.Articles.Listed;
import gazette.article.Problem;
import gazette.article.Source;
import gazette.check.ArticleRules;
import gazette.check.Finding;
import gazette.check.Finding.Level;
import gazette.check.Persona;
import gazette.check.Place;
import gazette.check.Sentence;
import gazette.check.SigningRules;
import gazette.check.SourceRules;
import gazette.check.Term;
import gazette.check.UnreadFile;
import gazette.config.SigningSettings;
import gazette.digest.Rehearsal;
import gazette.digest.Rehearsal.Outlook;
import gazette.digest.Rehearsal.Sample;
import gazette.edition.Cadence;
import gazette.edition.Edition;
import gazette.edition.Newsletter;
import gazette.edition.NoteUnreadable;
import gazette.edition.Rendering;
import gazette.pickup.Health;
import gazette.render.TemplateProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at newsletters: their sources, what would be picked up, and the messages of the next edition. One check of one
 * workspace; what is wrong with one newsletter stops none of the others.
 */
public final class NewsletterCheck {
    /** Of each source's newest articles: enough to tell its rhythm. */
    private static final int RECENT = 30;

    /** Articles that stand in when nothing is new: a first one, one between, and a last one. */
    private static final int STANDING_IN = 3;

    private static final Sentence NEXT = Sentence.named("check.next", "next edition");

    private final Workbench bench;
    private final Clock clock;
    private final MessageCheck messages;
    private final Set<Source> seen = new LinkedHashSet<>();
    private boolean keysWereLookedAt;

    public NewsletterCheck(Workbench bench, Clock clock, MessageCheck messages) {
        this.bench = bench;
        this.clock = clock;
        this.messages = messages;
    }

    /** The sources that were looked at; one that several newsletters have is looked at once. */
    public int sources() {
        return seen.size();
    }

    public Checked look(Newsletter newsletter, List<Persona> personas) {
        List<Finding> others = around(newsletter);
        List<CheckedMessages> looked = new ArrayList<>();
        for (Cadence cadence : byTemplate(newsletter)) {
            try {
                looked.addAll(edition(newsletter, cadence, personas, others));
            } catch (TemplateProblem broken) {
                others.add(broken(newsletter, cadence, broken));
            } catch (NoteUnreadable unreadable) {
                others.add(new Finding(
                        Level.ERROR,
                        "note-unreadable",
                        Place.named(newsletter.id()),
                        Sentence.of("{0}", new Term.Said(String.valueOf(unreadable.getMessage()))),
                        Sentence.of("mend the editor's note: there is no edition until then")));
            }
        }
        return new Checked(newsletter.id(), newsletter.masthead().name(), others, looked);
    }

    /** Looks at the newsletter of a proof and at the proof's own edition. Picks nothing up and waits for nobody. */
    public Checked look(Proof proof, List<Persona> personas) {
        Newsletter newsletter = proof.newsletter();
        List<Finding> others = around(newsletter);
        heard(proof.outlook(), others);
        Edition edition = proof.edition();
        others.addAll(ArticleRules.of(edition, new ArticleLines(edition, newsletter)::whole));
        Sentence with = proof.look().isComing()
                ? NEXT
                : Sentence.named(
                        "check.newest",
                        "with the {0?newest article|# newest articles}",
                        edition.stories().size());
        CheckedMessages looked = look(newsletter, with, edition, proof.rendering(), personas);
        return new Checked(newsletter.id(), newsletter.masthead().name(), others, List.of(looked));
    }

    /** Looks at all of a newsletter but its messages: there are none, for this reason. */
    public Checked without(Newsletter newsletter, Optional<Finding> reason) {
        List<Finding> others = around(newsletter);
        reason.ifPresent(others::add);
        return new Checked(newsletter.id(), newsletter.masthead().name(), others, List.of());
    }

    private List<Finding> around(Newsletter newsletter) {
        List<Finding> others = new ArrayList<>();
        newsletter.sources().stream().filter(seen::add).forEach(source -> others.addAll(source(source)));
        others.addAll(signing(newsletter));
        return others;
    }

    private static void heard(Outlook outlook, List<Finding> others) {
        outlook.pickedUp().problems().stream()
                .filter(problem -> others.stream().noneMatch(finding -> isSaidBy(finding, problem)))
                .toList()
                .forEach(problem -> others.add(unread(problem)));
    }

    /** Who signs for it; what is the matter with the keys is said once. */
    private List<Finding> signing(Newsletter newsletter) {
        Optional<SigningSettings> dkim = bench.dkim();
        List<Finding> findings = new ArrayList<>();
        if (!keysWereLookedAt) {
            keysWereLookedAt = true;
            findings.addAll(dkim.map(keys -> SigningRules.of(keys.keyFiles())).orElseGet(SigningRules::unsigned));
        }
        dkim.ifPresent(keys -> findings.addAll(SigningRules.of(newsletter.masthead(), keys.domain())));
        return findings;
    }

    /** The first cadence of each template: the others of the same one make the same messages. */
    private static List<Cadence> byTemplate(Newsletter newsletter) {
        Map<String, Cadence> first = new LinkedHashMap<>();
        newsletter
                .cadences()
                .forEach(cadence -> first.putIfAbsent(cadence.template().orElse(newsletter.template()), cadence));
        return List.copyOf(first.values());
    }

    private List<Finding> source(Source source) {
        Health health = bench.sources().health(List.of(source.key())).get(0);
        List<Instant> published = bench.articles().list(List.of(source.key()), RECENT).stream()
                .map(Listed::published)
                .toList();
        return SourceRules.of(source, health, published, clock.instant());
    }

    private List<CheckedMessages> edition(
            Newsletter newsletter, Cadence cadence, List<Persona> personas, List<Finding> others) {
        Rehearsal rehearsal = bench.rehearsal();
        Instant slot = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Outlook outlook = rehearsal.run(newsletter, cadence, slot);
        heard(outlook, others);
        if (outlook.edition().isPresent()) {
            Edition edition = outlook.edition().get();
            others.addAll(ArticleRules.of(edition, new ArticleLines(edition, newsletter)::whole));
            return List.of(look(newsletter, NEXT, edition, outlook.rendering().orElseThrow(), personas));
        }
        Optional<Sample> again = rehearsal.again(newsletter, cadence, slot, STANDING_IN);
        if (again.isEmpty()) {
            others.add(new Finding(
                    Level.INFO,
                    "nothing-to-look-at",
                    Place.named(newsletter.id() + ", " + cadence.name()),
                    Sentence.of(
                            "no message was looked at: {0}, and no article was ever picked up",
                            NoEdition.why(outlook.reason())),
                    Sentence.of("drop an article into a folder of its sources, then check again")));
            return List.of();
        }
        Sample sample = again.get();
        Sentence with = Sentence.named(
                "check.instead",
                "with the {0?newest article|# newest articles}, because {1}",
                sample.edition().stories().size(),
                NoEdition.why(outlook.reason()));
        return List.of(look(newsletter, with, sample.edition(), sample.rendering(), personas));
    }

    private CheckedMessages look(
            Newsletter newsletter, Sentence with, Edition edition, Rendering rendering, List<Persona> personas) {
        Sentence title = Sentence.named(
                "check.title",
                "{0}, template {1}, n° {2}: {3}",
                edition.key().cadence(),
                edition.template(),
                String.valueOf(edition.number()),
                with);
        return messages.look(title, newsletter, edition, rendering, personas);
    }

    private Finding broken(Newsletter newsletter, Cadence cadence, TemplateProblem broken) {
        String template = cadence.template().orElse(newsletter.template());
        return new Finding(
                Level.ERROR,
                "template-broken",
                Place.named(template),
                Sentence.of("{0}", new Term.Said(String.valueOf(broken.getMessage()))),
                Sentence.of(
                        "mend it, then look: gazette preview {0} --cadence {1} --out draft",
                        newsletter.id(), cadence.name()));
    }

    /** A source in trouble, of which the same is known already. */
    private static boolean isSaidBy(Finding finding, Problem problem) {
        return finding.level() != Level.INFO && finding.place().english().contains(problem.place());
    }

    private static Finding unread(Problem problem) {
        if (problem.place().contains("://")) {
            return new Finding(
                    Level.WARN,
                    "source-unanswered",
                    Place.named(problem.place()),
                    Sentence.of("{0}", new Term.Said(problem.what())),
                    Sentence.of("see since when: gazette sources ls"));
        }
        return new Finding(
                Level.WARN,
                "article-unread",
                Place.named(problem.place()),
                UnreadFile.why(problem.what()),
                Sentence.of("see what is taken for what: gazette articles parse FILE"));
    }
}
