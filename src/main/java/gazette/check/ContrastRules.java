package gazette.check;

import gazette.check.Contrasts.Measured;
import gazette.check.Finding.Level;
import gazette.check.Finding.Spot;
import gazette.check.Look.Dye;
import gazette.check.Origins.StyleOrigin;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether every text can be told from its ground: in light, in dark as it is written, and where a client inverts it by
 * itself (WCAG 2.2, criterion 1.4.3). Safe to use from many threads.
 */
public final class ContrastRules implements Rule {
    private final ColourReader colours = new ColourReader();

    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        measured(specimen).forEach((appearance, texts) -> {
            Map<List<Object>, List<Measured>> pairs = texts.stream()
                    .filter(text -> !text.contrast().passes())
                    .collect(Collectors.groupingBy(ContrastRules::pair, LinkedHashMap::new, Collectors.toList()));
            pairs.values().forEach(alike -> findings.add(low(specimen, alike)));
            if (appearance == Appearance.LIGHT) {
                texts.stream()
                        .filter(ContrastRules::isPure)
                        .findFirst()
                        .ifPresent(text -> findings.add(pure(specimen, text)));
            }
        });
        findings.addAll(TransparentPictures.of(specimen));
        return findings;
    }

    /** The text with the lowest ratio in each appearance that the message has; none for a message of plain text alone. */
    public List<Contrast> lowest(Specimen specimen) {
        return measured(specimen).values().stream()
                .flatMap(texts -> texts.stream()
                        .map(Measured::contrast)
                        .min(Comparator.comparingDouble(contrast -> contrast.ratio() / contrast.least()))
                        .stream())
                .toList();
    }

    private Map<Appearance, List<Measured>> measured(Specimen specimen) {
        return specimen.styled().map(this::measured).orElse(Map.of());
    }

    private Map<Appearance, List<Measured>> measured(StyledHtml html) {
        Map<Appearance, List<Measured>> measured = new LinkedHashMap<>();
        Cascade light = Cascade.light(html);
        for (Appearance appearance : Appearance.values()) {
            if (appearance != Appearance.DARK) {
                measured.put(appearance, measured(html, light, appearance, false));
            } else if (DarkMode.isWritten(html)) {
                measured.put(appearance, measured(html, Cascade.dark(html), appearance, DarkMode.isDeclared(html)));
            }
        }
        return measured;
    }

    private List<Measured> measured(StyledHtml html, Cascade cascade, Appearance appearance, boolean darkCanvas) {
        return Contrasts.of(html, new Looks(colours, cascade, appearance, darkCanvas), appearance);
    }

    private static List<Object> pair(Measured text) {
        Contrast contrast = text.contrast();
        return List.of(contrast.ink(), contrast.ground(), contrast.isLarge());
    }

    private static boolean isPure(Measured text) {
        Colour ink = text.contrast().ink();
        Colour ground = text.contrast().ground();
        return (ink.equals(Colour.BLACK) && ground.equals(Colour.WHITE))
                || (ink.equals(Colour.WHITE) && ground.equals(Colour.BLACK));
    }

    private static Finding low(Specimen specimen, List<Measured> alike) {
        Measured first = alike.get(0);
        Contrast contrast = first.contrast();
        Level level = contrast.appearance() == Appearance.INVERTED ? Level.WARN : Level.ERROR;
        Sentence what = Sentence.named(
                "contrast.what",
                "{0}{1} can hardly be read, {2}: {3} on {4} is {5} to 1, where {6} is the least{7}",
                new Quote(contrast.words()),
                alike.size() > 1
                        ? Sentence.named("contrast.more", " and {0} more", alike.size() - 1)
                        : Sentence.NOTHING,
                contrast.appearance().sentence(),
                contrast.ink(),
                contrast.ground(),
                rounded(contrast.ratio()),
                contrast.least(),
                contrast.isLarge() ? Sentence.named("contrast.large", " for large type") : Sentence.NOTHING);
        Optional<StyleOrigin> origin = origin(specimen, contrast.appearance(), first.ink());
        Finding finding =
                specimen.atHtml(first.element(), "", level, "contrast", what, remedy(specimen, contrast, origin));
        return origin.map(style -> at(finding, style.spot())).orElse(finding);
    }

    private static Finding at(Finding finding, Spot style) {
        return new Finding(
                finding.level(),
                finding.rule(),
                finding.place(),
                Optional.of(style),
                finding.article(),
                finding.what(),
                finding.remedy(),
                finding.personas());
    }

    private static Optional<StyleOrigin> origin(Specimen specimen, Appearance appearance, Dye dye) {
        return dye.value().isEmpty()
                ? Optional.empty()
                : specimen.origins()
                        .style(
                                List.of(dye.classes().split("\\s+")),
                                dye.property(),
                                dye.value(),
                                appearance == Appearance.DARK);
    }

    private static Sentence remedy(Specimen specimen, Contrast contrast, Optional<StyleOrigin> origin) {
        Sentence setting = origin.map(style -> setting(specimen, style)).orElse(Sentence.NOTHING);
        if (contrast.appearance() == Appearance.INVERTED) {
            return Sentence.named(
                    "contrast.inverted",
                    "clients that invert a page show it so: take the text further from its ground, in light{0}",
                    setting);
        }
        Colour better = contrast.remedy();
        return Sentence.named(
                "contrast.better",
                "give the text {0} ({1} to 1){2}",
                better,
                rounded(better.contrast(contrast.ground())),
                setting);
    }

    /** Which setting the colour is, for a variable of the style sheet. */
    private static Sentence setting(Specimen specimen, StyleOrigin style) {
        if (style.variable().isEmpty()) {
            return Sentence.NOTHING;
        }
        return specimen.making()
                .map(made -> made.edition().masthead())
                .filter(masthead -> masthead.style().colours().containsKey(style.variable()))
                .map(masthead -> Sentence.named(
                        "contrast.setting",
                        ": {0} in gazette.yaml",
                        "newsletters." + masthead.newsletter() + ".style.colours." + style.variable()))
                .orElse(Sentence.named("contrast.variable", ": --{0}", style.variable()));
    }

    private static Finding pure(Specimen specimen, Measured text) {
        return specimen.atHtml(
                text.element(),
                "",
                Level.INFO,
                "contrast-pure",
                Sentence.of(
                        "«{0}» is pure black on pure white, or the reverse: it dazzles many readers, and some"
                                + " clients invert exactly these",
                        text.contrast().words()),
                Sentence.of("take a colour beside them, such as #1a1a1a on #ffffff"));
    }

    /** Never rounded up: 4.499 does not pass. */
    private static BigDecimal rounded(double ratio) {
        return BigDecimal.valueOf(ratio).setScale(2, RoundingMode.DOWN);
    }
}
