package gazette.check;

import gazette.check.ClientVerdict.State;
import gazette.check.Finding.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What mail programs make of a message's HTML part, from what was measured at caniemail.com. Safe to use from many threads. */
public final class ClientRules implements Rule {
    private static final String PAGE = "https://www.caniemail.com/features/";

    private final ClientSupport support;
    private final FeatureTable table;

    public ClientRules() {
        this(ClientSupport.packed());
    }

    ClientRules(ClientSupport support) {
        this.support = support;
        this.table = FeatureTable.of(support.features());
    }

    /** The day of the measurements. */
    public LocalDate date() {
        return support.date();
    }

    @Override
    public List<Finding> of(Specimen specimen) {
        return specimen.styled().map(html -> findings(specimen, html)).orElse(List.of());
    }

    /** How each client shows a message; nothing for a message of plain text alone. */
    public List<ClientVerdict> verdicts(Specimen specimen) {
        return specimen.styled().map(html -> verdicts(features(html))).orElse(List.of());
    }

    /** One feature and where the message uses it. */
    private record Used(Feature feature, List<FeatureUse> uses, boolean isRefinement) {
        List<Client> clients(Support level) {
            return Stream.of(Client.values())
                    .filter(client -> feature.in(client) == level)
                    .toList();
        }

        /** The use to show: one that is needed, the first of those. */
        FeatureUse shown() {
            return uses.stream()
                    .min(Comparator.comparing(FeatureUse::isSpare).thenComparing(FeatureUse::line))
                    .orElseThrow();
        }
    }

    private List<Used> features(StyledHtml html) {
        Map<String, List<FeatureUse>> bySlug = FeatureScan.of(table, html).stream()
                .collect(Collectors.groupingBy(FeatureUse::slug, LinkedHashMap::new, Collectors.toList()));
        List<Used> used = new ArrayList<>();
        bySlug.forEach((slug, uses) -> support.feature(slug)
                .ifPresent(feature -> used.add(new Used(feature, uses, isRefinement(slug, uses)))));
        used.sort(Comparator.comparing(one -> one.shown().line()));
        return used;
    }

    private boolean isRefinement(String slug, List<FeatureUse> uses) {
        return table.isRefinement(slug) || uses.stream().allMatch(FeatureUse::isSpare);
    }

    private List<Finding> findings(Specimen specimen, StyledHtml html) {
        List<Used> used = features(html);
        List<Finding> findings = new ArrayList<>();
        for (Used one : used) {
            lacking(specimen, html, one).ifPresent(findings::add);
            partly(specimen, one).ifPresent(findings::add);
        }
        verdicts(used).stream()
                .filter(verdict -> verdict.state() == State.UNTESTED)
                .forEach(verdict -> findings.add(untested(specimen, verdict)));
        return findings;
    }

    private Optional<Finding> lacking(Specimen specimen, StyledHtml html, Used one) {
        List<Client> without = one.clients(Support.NO);
        if (without.isEmpty()) {
            return Optional.empty();
        }
        if (one.feature().slug().equals("html-style") && !one.isRefinement()) {
            return Optional.of(hanging(specimen, html, without));
        }
        FeatureUse shown = one.shown();
        Level level = one.isRefinement() ? Level.INFO : Level.WARN;
        String rule = one.isRefinement() ? "client-refinement" : "client-lacks";
        Object[] terms = {
            new Quote(shown.said()),
            new Term.Said(one.feature().title()),
            names(without),
            Term.Repeats.places(one.uses().size())
        };
        Sentence what = one.isRefinement()
                ? Sentence.named(
                        "client-refinement.what",
                        "{0} needs {1}, which {2} {2?does|do} not know{3}; the message is whole without",
                        terms)
                : Sentence.named("client-lacks.what", "{0} needs {1}, which {2} {2?does|do} not know{3}", terms);
        Sentence remedy = one.isRefinement()
                ? Sentence.named(
                        "client-refinement.remedy", "nothing, if it may be less fine there: {0}", PAGE + slug(one))
                : Sentence.named(
                        "client-lacks.remedy",
                        "say it in a way that they know, before or instead: {0}",
                        PAGE + slug(one));
        return Optional.of(specimen.atHtml(shown.line(), "", level, rule, what, remedy));
    }

    private static Finding hanging(Specimen specimen, StyledHtml html, List<Client> without) {
        List<Hanging> hanging = Hanging.of(html);
        Hanging first = hanging.get(0);
        long elements = hanging.stream().map(Hanging::element).distinct().count();
        Sentence what = Sentence.named(
                "client-drops-styles.what",
                "the look of {0} {0?element hangs|elements hang} on style blocks, which {1} drop: <{2}> has its {3} from"
                        + " «{4}» alone",
                elements,
                names(without),
                first.element().normalName(),
                first.declaration().property(),
                String.join(", ", first.rule().selectors()));
        return specimen.atHtml(
                first.declaration().line(),
                "",
                Level.WARN,
                "client-drops-styles",
                what,
                Sentence.of("write it into the elements too; in a template css(\"name\") does"));
    }

    private Optional<Finding> partly(Specimen specimen, Used one) {
        List<Client> some = one.clients(Support.PART);
        if (some.isEmpty()) {
            return Optional.empty();
        }
        FeatureUse shown = one.shown();
        String why = one.feature().remarks().stream()
                .filter(remark -> remark.clients().stream().anyMatch(some::contains))
                .map(remark -> remark.words().replaceFirst("^Partial\\. ?", "").replaceFirst("\\.$", ""))
                .distinct()
                .limit(2)
                .collect(Collectors.joining("; "));
        Sentence what = Sentence.named(
                "client-partly.what",
                "{0} needs {1}, which {2} {2?knows|know} in part{3}{4}",
                new Quote(shown.said()),
                new Term.Said(one.feature().title()),
                names(some),
                Term.Repeats.places(one.uses().size()),
                why.isEmpty() ? Sentence.NOTHING : Sentence.named("client-partly.why", ": {0}", new Term.Said(why)));
        return Optional.of(specimen.atHtml(
                shown.line(),
                "",
                Level.INFO,
                "client-partly",
                what,
                Sentence.of("see what is missing: {0}", PAGE + slug(one))));
    }

    private Finding untested(Specimen specimen, ClientVerdict verdict) {
        return specimen.finding(
                Level.INFO,
                "client-untested",
                Place.HTML,
                Sentence.of(
                        "{0} is untested for {1} of the {2} features that the message uses (data of {3})",
                        verdict.client().label(), verdict.untested(), verdict.used(), new Term.Day(support.date())),
                Sentence.of("if many of your readers have it, send a test there: gazette test"));
    }

    private static String slug(Used one) {
        return one.feature().slug() + "/";
    }

    private static List<String> names(List<Client> clients) {
        return clients.stream().map(Client::label).toList();
    }

    private static List<ClientVerdict> verdicts(List<Used> used) {
        return Stream.of(Client.values()).map(client -> verdict(client, used)).toList();
    }

    private static ClientVerdict verdict(Client client, List<Used> used) {
        List<Used> without = of(used, client, Support.NO);
        return new ClientVerdict(
                client,
                used.size(),
                (int) used.stream()
                        .filter(one -> !one.feature().in(client).isTested())
                        .count(),
                titles(without.stream().filter(one -> !one.isRefinement()).toList()),
                titles(without.stream().filter(Used::isRefinement).toList()),
                titles(of(used, client, Support.PART)));
    }

    private static List<Used> of(List<Used> used, Client client, Support level) {
        return used.stream().filter(one -> one.feature().in(client) == level).toList();
    }

    private static List<String> titles(List<Used> used) {
        return used.stream().map(one -> one.feature().title()).toList();
    }
}
