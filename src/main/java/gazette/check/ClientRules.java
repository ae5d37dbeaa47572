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
        String what = "«" + shown.said() + "» needs " + one.feature().title() + ", which " + names(without)
                + (without.size() == 1 ? " does" : " do") + " not know" + times(one)
                + (one.isRefinement() ? "; the message is whole without" : "");
        String remedy = one.isRefinement()
                ? "nothing, if it may be less fine there: " + PAGE + slug(one)
                : "say it in a way that they know, before or instead: " + PAGE + slug(one);
        return Optional.of(specimen.atHtml(shown.line(), "", level, rule, what, remedy));
    }

    private static Finding hanging(Specimen specimen, StyledHtml html, List<Client> without) {
        List<Hanging> hanging = Hanging.of(html);
        Hanging first = hanging.get(0);
        String what = "the look of " + elements(hanging)
                + " on style blocks, which " + names(without) + " drop: <"
                + first.element().normalName() + "> has its "
                + first.declaration().property() + " from «"
                + String.join(", ", first.rule().selectors()) + "» alone";
        return specimen.atHtml(
                first.declaration().line(),
                "",
                Level.WARN,
                "client-drops-styles",
                what,
                "write it into the elements too; in a template css(\"name\") does");
    }

    private static String elements(List<Hanging> hanging) {
        long count = hanging.stream().map(Hanging::element).distinct().count();
        return count == 1 ? "1 element hangs" : count + " elements hang";
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
        String what = "«" + shown.said() + "» needs " + one.feature().title() + ", which " + names(some)
                + (some.size() == 1 ? " knows" : " know") + " in part" + times(one) + (why.isEmpty() ? "" : ": " + why);
        return Optional.of(specimen.atHtml(
                shown.line(), "", Level.INFO, "client-partly", what, "see what is missing: " + PAGE + slug(one)));
    }

    private Finding untested(Specimen specimen, ClientVerdict verdict) {
        return specimen.finding(
                Level.INFO,
                "client-untested",
                "HTML part",
                verdict.client().label() + " is untested for " + verdict.untested() + " of the " + verdict.used()
                        + " features that the message uses (data of " + support.date() + ")",
                "if many of your readers have it, send a test there: gazette test");
    }

    private static String slug(Used one) {
        return one.feature().slug() + "/";
    }

    private static String times(Used one) {
        return one.uses().size() == 1 ? "" : " (" + one.uses().size() + " places)";
    }

    private static String names(List<Client> clients) {
        List<String> labels = clients.stream().map(Client::label).toList();
        return labels.size() == 1
                ? labels.get(0)
                : String.join(", ", labels.subList(0, labels.size() - 1)) + " and " + labels.get(labels.size() - 1);
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
