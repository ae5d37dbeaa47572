package gazette.studio;

import gazette.check.CheckWords;
import gazette.check.ClientVerdict;
import gazette.check.Contrast;
import gazette.check.Finding;
import gazette.check.Finding.Level;
import gazette.check.Finding.Spot;
import gazette.check.Persona;
import gazette.check.Personas;
import gazette.edition.Newsletter;
import gazette.proof.Checked;
import gazette.proof.CheckedMessages;
import gazette.web.ReaderLanguage;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the checks found: a page of its own, a part of which the page of the coming edition loads after itself. */
final class ChecksPage implements StudioPages {
    static final String PATH = "/checks";

    private final Desk desk;
    private final Frame frame;
    private final Checks checks;
    private final CheckWords words;

    ChecksPage(Desk desk, Frame frame, Checks checks, CheckWords words) {
        this.desk = desk;
        this.frame = frame;
        this.checks = checks;
        this.words = words;
    }

    /** Asks for what goes into another page: the remarks are counted there, and told here. */
    static final String PART = "part";

    @Override
    public void addTo(StudioRoutes routes) {
        routes.read(PATH, this::page);
    }

    private void page(Context context) {
        Where where = Where.of(context, desk.settings());
        Locale language = ReaderLanguage.of(context);
        Checked checked =
                checks.of(where, Looks.of(context, where.newsletter().masthead().zone()));
        List<Finding> findings = checked.findings();
        Score score = Score.of(findings);
        Map<String, Object> model = new HashMap<>();
        model.put("score", Map.of("points", score.points(), "errors", score.errors(), "warnings", score.warnings()));
        Labels labels = Labels.of(where.newsletter(), language);
        FindingGroups groups =
                new FindingGroups(words, language, labels::of, finding -> spots(finding, where.newsletter(), language));
        boolean isPart = context.queryParam(PART) != null;
        List<Finding> shown = findings.stream()
                .filter(finding -> !isPart || finding.level() != Level.INFO)
                .toList();
        Address whole = Address.of(context).without(PART);
        model.put("found", groups.page(shown, whole, isPart ? FindingSheets.PART : FindingSheets.WHOLE));
        model.put("remarks", findings.size() - shown.size());
        model.put("isPart", isPart);
        model.put("whole", whole.toString());
        model.put("looked", checked.messages().stream().map(this::looked).toList());
        frame.show(context, "checks", Room.NEXT, model);
    }

    /** What personas are called on this page, by what findings call them. */
    private record Labels(Map<String, String> byEnglish) {
        static Labels of(Newsletter newsletter, Locale language) {
            return new Labels(Personas.all(newsletter).stream()
                    .collect(Collectors.toMap(Persona::english, persona -> persona.label(language))));
        }

        String of(String english) {
            return byEnglish.getOrDefault(english, english);
        }
    }

    private List<Map<String, Object>> spots(Finding finding, Newsletter newsletter, Locale language) {
        List<Map<String, Object>> spots = new ArrayList<>();
        finding.template().ifPresent(spot -> spots.add(spot(spot, language, SpotAddress::ofTemplate)));
        finding.article()
                .ifPresent(spot -> spots.add(spot(spot, language, each -> SpotAddress.ofArticle(each, newsletter))));
        return spots;
    }

    private Map<String, Object> spot(Spot spot, Locale language, Function<Spot, Optional<String>> page) {
        return Map.of(
                "name",
                words.line(spot.label(), language),
                "href",
                page.apply(spot).orElse(""));
    }

    private Map<String, Object> looked(CheckedMessages looked) {
        return Map.of(
                "messages", looked.messages(),
                "measured", looked.measured().toString(),
                "clients", looked.clients().stream().map(ChecksPage::client).toList(),
                "contrasts",
                        looked.contrasts().stream().map(ChecksPage::contrast).toList());
    }

    private static Map<String, Object> client(ClientVerdict verdict) {
        return Map.of(
                "label", verdict.client().label(),
                "state", verdict.state().name().toLowerCase(Locale.ROOT),
                "lacking", verdict.lacking(),
                "refinements", verdict.refinements().size(),
                "tested", verdict.tested());
    }

    /** Never rounded up: what does not pass must not look as if it did. */
    private static Map<String, Object> contrast(Contrast contrast) {
        return Map.of(
                "look", contrast.appearance().words(),
                "ratio", BigDecimal.valueOf(contrast.ratio()).setScale(1, RoundingMode.DOWN),
                "isEnough", contrast.ratio() >= contrast.least());
    }
}
