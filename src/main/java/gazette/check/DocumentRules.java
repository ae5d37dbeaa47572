package gazette.check;

import gazette.check.Finding.Level;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/** What a document says of itself: language, title, and how it wants to be shown. */
final class DocumentRules implements Rule {
    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        specimen.html().map(HtmlPart::document).ifPresent(document -> {
            language(specimen, document, findings);
            wrapper(specimen, document, findings);
            title(specimen, document, findings);
            viewport(specimen, document, findings);
            dark(specimen, document, findings);
        });
        return findings;
    }

    private static void language(Specimen specimen, Document document, List<Finding> findings) {
        Element html = document.expectFirst("html");
        String language = html.attr("lang");
        if (language.isBlank()) {
            findings.add(specimen.atHtml(
                    html,
                    "",
                    Level.ERROR,
                    "lang-missing",
                    Sentence.of("screen readers pronounce the message in the wrong language"),
                    Sentence.of("write <html lang=\"${edition.language}\">")));
        } else if (!isTag(language) || !sameLanguage(language, specimen)) {
            findings.add(specimen.atHtml(
                    html,
                    "",
                    Level.WARN,
                    "lang-odd",
                    oddLanguage(specimen, language),
                    Sentence.of("write <html lang=\"${edition.language}\">")));
        }
        if (!html.hasAttr("dir")) {
            findings.add(specimen.atHtml(
                    html,
                    "",
                    Level.INFO,
                    "dir-missing",
                    Sentence.of("nothing says in which direction it is read, so the mail program decides"),
                    Sentence.of("write <html dir=\"${edition.direction}\">")));
        }
    }

    private static boolean isTag(String language) {
        try {
            new Locale.Builder().setLanguageTag(language);
            return true;
        } catch (IllformedLocaleException noTag) {
            return false;
        }
    }

    private static boolean sameLanguage(String language, Specimen specimen) {
        return specimen.making().isEmpty()
                || Locale.forLanguageTag(language)
                        .getLanguage()
                        .equals(specimen.language().getLanguage());
    }

    private static Sentence oddLanguage(Specimen specimen, String language) {
        return specimen.making().isEmpty()
                ? Sentence.named(
                        "lang-odd.tag", "<html> says «{0}»: screen readers pronounce it in that language", language)
                : Sentence.named(
                        "lang-odd.other",
                        "<html> says «{0}», but its words are in «{1}»: screen readers pronounce it in that language",
                        language,
                        specimen.language().getLanguage());
    }

    private static void wrapper(Specimen specimen, Document document, List<Finding> findings) {
        Element wrapper = document.selectFirst("[role=article]");
        if (wrapper == null) {
            findings.add(specimen.atHtml(
                    0,
                    "",
                    Level.WARN,
                    "wrapper-missing",
                    Sentence.of("nothing in the body has role=article: where a mail program drops <html>, language and"
                            + " direction go with it, and screen readers announce no message"),
                    Sentence.of("wrap the body in <div role=\"article\" aria-label=\"…\" lang=\"…\" dir=\"…\">")));
            return;
        }
        if (wrapper.attr("aria-label").isBlank() && !wrapper.hasAttr("aria-labelledby")) {
            findings.add(specimen.atHtml(
                    wrapper,
                    "",
                    Level.WARN,
                    "wrapper-label-missing",
                    Sentence.of(
                            "the element with role=article has no label: screen readers announce it without saying what it is"),
                    Sentence.of("write aria-label=\"${words.label(…)}\" there")));
        }
        if (!wrapper.hasAttr("lang") || !wrapper.hasAttr("dir")) {
            findings.add(specimen.atHtml(
                    wrapper,
                    "",
                    Level.WARN,
                    "wrapper-lang-missing",
                    Sentence.of(
                            "the element with role=article does not repeat language and direction: many webmails drop <html>"),
                    Sentence.of("write lang=\"${edition.language}\" dir=\"${edition.direction}\" there")));
        }
    }

    private static void title(Specimen specimen, Document document, List<Finding> findings) {
        String title = Names.plain(document.title());
        if (title.isEmpty()) {
            findings.add(specimen.atHtml(
                    0,
                    "",
                    Level.WARN,
                    "title-missing",
                    Sentence.of("a browser or a screen reader that opens the message has no name for it"),
                    Sentence.of("write <title>${subject}</title>")));
        } else if (!title.equals(Names.plain(specimen.subject()))) {
            findings.add(specimen.atHtml(
                    0,
                    "",
                    Level.INFO,
                    "title-is-not-subject",
                    Sentence.of("the title {0} is not the subject", Quote.of(title)),
                    Sentence.of("write <title>${subject}</title>")));
        }
    }

    private static void viewport(Specimen specimen, Document document, List<Finding> findings) {
        Optional<Element> viewport = Optional.ofNullable(document.selectFirst("meta[name=viewport]"));
        String content = viewport.map(meta -> meta.attr("content")).orElse("").replaceAll("\\s", "");
        if (viewport.isPresent()
                && content.matches(
                        "(?i).*(?:user-scalable=(?:no|0)|maximum-scale=(?:0?\\.\\d+|1(?:\\.\\d+)?)(?:,|$)).*")) {
            findings.add(specimen.atHtml(
                    viewport.get(),
                    "",
                    Level.WARN,
                    "zoom-blocked",
                    Sentence.of("readers cannot make the text larger with two fingers"),
                    Sentence.of("write content=\"width=device-width, initial-scale=1\"")));
        } else if (viewport.isEmpty()) {
            findings.add(specimen.atHtml(
                    0,
                    "",
                    Level.INFO,
                    "viewport-missing",
                    Sentence.of("some phones show the message as a small picture of a wide page"),
                    Sentence.of("write <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")));
        }
        boolean doctype = document.childNodes().stream().anyMatch(DocumentType.class::isInstance);
        if (!doctype) {
            findings.add(specimen.atHtml(
                    0,
                    "",
                    Level.WARN,
                    "doctype-missing",
                    Sentence.of("some webmails lay the message out by the rules of old browsers, with other sizes"),
                    Sentence.of("begin html.ftlh with <!DOCTYPE html>")));
        }
    }

    private static void dark(Specimen specimen, Document document, List<Finding> findings) {
        boolean said =
                document.select("meta[name=color-scheme]").attr("content").contains("dark");
        boolean styled = document.select("style").stream()
                .anyMatch(style -> style.data().replaceAll("\\s", "").contains("prefers-color-scheme:dark"));
        if (said && !styled) {
            findings.add(specimen.atHtml(
                    0,
                    "",
                    Level.WARN,
                    "dark-without-styles",
                    Sentence.of("it promises dark colours and has none: text may be dark on dark"),
                    Sentence.of("add a block of @media (prefers-color-scheme: dark), or take the promise out")));
        } else if (!said) {
            findings.add(specimen.atHtml(
                    0,
                    "",
                    Level.INFO,
                    "dark-undeclared",
                    Sentence.of("mail programs in the dark turn its colours round as they like"),
                    Sentence.of("write <meta name=\"color-scheme\" content=\"light dark\"> and styles for both")));
        }
    }
}
