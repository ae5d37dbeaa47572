package gazette.config;

import gazette.edition.ArticleLimits;
import gazette.edition.Cadence;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** One of a newsletter's {@code cadences}. */
final class CadenceSection {
    private CadenceSection() {}

    /**
     * Empty when it has no cron expression, or one that is wrong.
     *
     * @param newsletters the limits that hold where the cadence says nothing
     */
    static Optional<Cadence> read(
            Section cadence,
            Function<String, Optional<String>> cronObjection,
            Path workspace,
            ArticleLimits newsletters) {
        cadence.notBuilt("late");
        Kinds.name(cadence.name()).ifNot(remedy -> cadence.object("is no name for a cadence", remedy));
        Optional<String> cron = cadence.required("cron", Kinds.unless(cronObjection));
        Optional<String> template = cadence.optional("template", TemplateName.in(workspace));
        Optional<ArticleLimits> limits = limits(cadence, newsletters);
        cadence.close();
        return cron.map(c -> new Cadence(cadence.name(), c, template, limits));
    }

    private static Optional<ArticleLimits> limits(Section cadence, ArticleLimits newsletters) {
        boolean isSet = cadence.isSet("articles");
        Section articles = cadence.section("articles");
        int min = articles.optional("min", SelectionSection.COUNT).orElse(newsletters.min());
        int max = articles.optional("max", SelectionSection.COUNT).orElse(newsletters.max());
        articles.close();
        return isSet ? Optional.of(SelectionSection.limits(articles, min, max)) : Optional.empty();
    }
}
