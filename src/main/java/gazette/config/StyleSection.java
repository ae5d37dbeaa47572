package gazette.config;

import gazette.edition.Style;
import gazette.edition.Style.FooterLine;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a newsletter changes of its template's looks: {@code style}. */
final class StyleSection {
    /** As style sheets call their colours and fonts. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final Pattern COLOUR = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

    /** Names of families, which style sheets take as they stand: nothing in them could end the declaration. */
    private static final Pattern FONTS = Pattern.compile(
            "FAMILY( *, *FAMILY)*".replace("FAMILY", "WORD( +WORD)*").replace("WORD", "-?[\\p{L}_][\\p{L}\\p{N}_-]*"));

    private StyleSection() {}

    /**
     * The template's own looks where nothing is set.
     *
     * @param name what stands for a logo that says nothing else
     */
    static Style read(Section newsletter, Path workspace, String name) {
        Section style = newsletter.section("style");
        Map<String, String> colours = named(
                style.section("colours"),
                StyleSection::colour,
                "put it in quotes, as in \"#8f1418\": a # after a blank begins a comment");
        Map<String, String> fonts =
                named(style.section("fonts"), StyleSection::fonts, "give it names of fonts, or remove the key");
        var logo = LogoSection.read(style, workspace, name);
        List<FooterLine> footer = style.items("footer", "text", StyleSection::footerLine, StyleSection::footerLine);
        style.close();
        return new Style(colours, fonts, logo, footer);
    }

    private static Map<String, String> named(Section section, Fit.Kind<String> kind, String ifNothing) {
        Map<String, String> values = new HashMap<>();
        for (String name : section.names()) {
            if (!NAME.matcher(name).matches()) {
                section.object(
                        name, "is no name in a style sheet", "give small letters, digits and hyphens, such as accent");
            }
            section.entry(name, kind, ifNothing).ifPresent(value -> values.put(name, value));
        }
        return values;
    }

    /** With six digits, as mail programs want it. */
    private static Fit<String> colour(String text) {
        if (!COLOUR.matcher(text).matches()) {
            return Fit.not("give # and three or six hexadecimal digits, in quotes, as in \"#8f1418\"");
        }
        String digits = text.substring(1).toLowerCase(Locale.ROOT);
        return Fit.of("#" + (digits.length() == 6 ? digits : digits.replaceAll("[0-9a-f]", "$0$0")));
    }

    private static Fit<String> fonts(String text) {
        String fonts = text.strip();
        return FONTS.matcher(fonts).matches()
                ? Fit.of(fonts)
                : Fit.not(
                        "give names of fonts with commas between them, without quotes, semicolons or braces, each word"
                                + " beginning with a letter, such as Georgia, Times New Roman, serif");
    }

    private static Fit<FooterLine> footerLine(String text) {
        Fit<String> words = Kinds.words(text);
        return words.value()
                .map(line -> Fit.of(new FooterLine(line, Optional.empty())))
                .orElseGet(() -> Fit.not(words.remedy()));
    }

    private static Optional<FooterLine> footerLine(Section line) {
        Optional<String> words = line.required("text", Kinds::words);
        var link = line.optional("url", LinkAddress::read);
        line.close();
        return words.map(text -> new FooterLine(text, link));
    }
}
