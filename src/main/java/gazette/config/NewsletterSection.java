package gazette.config;

import gazette.edition.Cadence;
import gazette.edition.InDoubtPolicy;
import gazette.edition.Masthead;
import gazette.edition.Newsletter;
import gazette.edition.Presentation;
import gazette.edition.Selection;
import gazette.edition.Style;
import gazette.edition.Supply;
import gazette.mail.ListId;
import gazette.mail.Mailbox;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One newsletter below {@code newsletters}. */
final class NewsletterSection {
    private final Section section;
    private final Path workspace;
    private final Function<String, Optional<String>> cronObjection;

    NewsletterSection(Section section, Path workspace, Function<String, Optional<String>> cronObjection) {
        this.section = section;
        this.workspace = workspace;
        this.cronObjection = cronObjection;
    }

    /**
     * Empty when something that it needs is missing.
     *
     * @param web where readers' links begin, if that is known
     */
    Optional<Newsletter> read(Optional<URI> web) {
        section.notBuilt("approval");
        ListId.objection(section.name()).ifPresent(why -> section.object("is no name for a newsletter", why));
        Optional<Masthead> masthead = masthead(web);
        List<Supply> supplies = supplies(masthead);
        Section articles = section.section("articles");
        Selection selection = SelectionSection.read(section, articles);
        Presentation presentation = PresentationSection.read(section, articles, workspace);
        articles.close();
        List<Cadence> cadences = section.named("cadences").stream()
                .flatMap(each -> CadenceSection.read(each, cronObjection, workspace, selection.limits()).stream())
                .toList();
        Optional<Path> subscribers = subscribers();
        String template = section.optional("template", TemplateName.in(workspace), TemplateName.USUAL);
        Duration cooldown = section.optional("cooldown", Kinds.duration(Duration.ZERO), "2m");
        InDoubtPolicy inDoubt = section.optional(
                "in-doubt", Kinds.oneOf(Map.of("retry", InDoubtPolicy.RETRY, "hold", InDoubtPolicy.HOLD)), "retry");
        section.close();
        return masthead.filter(m -> !cadences.isEmpty())
                .map(m -> new Newsletter(
                        m, supplies, selection, cadences, subscribers, template, presentation, cooldown, inDoubt));
    }

    private Optional<Masthead> masthead(Optional<URI> web) {
        Optional<String> name = section.required("name", Kinds::words);
        Optional<Mailbox> from = section.required("from", Kinds::mailbox);
        Optional<Mailbox> replyTo = section.optional("reply-to", Kinds::mailbox);
        Optional<Locale> language = section.required("language", Kinds::language);
        Optional<ZoneId> zone = section.required("timezone", Kinds::zone);
        Optional<String> postal = section.required("postal-address", Kinds::words);
        Style style = StyleSection.read(section, workspace, name.orElse(""));
        if (name.isEmpty() || from.isEmpty() || language.isEmpty() || zone.isEmpty() || postal.isEmpty()) {
            return Optional.empty();
        }
        return web.map(url -> new Masthead(
                section.name(), name.get(), from.get(), replyTo, language.get(), zone.get(), postal.get(), url, style));
    }

    private List<Supply> supplies(Optional<Masthead> masthead) {
        Set<Object> seen = new HashSet<>();
        return section.list("sources").stream()
                .flatMap(each -> new SourceSection(each, workspace, seen).read(masthead).stream())
                .toList();
    }

    private Optional<Path> subscribers() {
        Optional<Path> file = section.optional("subscribers", Kinds.path(workspace));
        file.filter(f -> !Files.isRegularFile(f) || !Files.isReadable(f))
                .ifPresent(f -> section.object(
                        "subscribers",
                        "names a file that is not there or cannot be read: " + f,
                        "create it, with the headings address,name,language, or remove the key"));
        return file;
    }
}
