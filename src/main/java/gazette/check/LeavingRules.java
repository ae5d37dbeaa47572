package gazette.check;

import gazette.check.Finding.Level;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Every reader sees, in both parts, how to leave, why they get the message, and where its sender lives. */
final class LeavingRules implements Rule {
    /** «unsubscribe» in French, English, German, Spanish, Italian and Portuguese, as {@link #plain} has it. */
    private static final List<String> LEAVE = List.of(
            "desabonn",
            "desinscri",
            "unsubscribe",
            "opt-out",
            "opt out",
            "optout",
            "abmelden",
            "abbestell",
            "austragen",
            "cancelar la suscripci",
            "cancelar suscripci",
            "dar de baja",
            "darse de baja",
            "darme de baja",
            "desuscrib",
            "disiscri",
            "annulla l'iscrizione",
            "annullare l'iscrizione",
            "cancelar a subscri",
            "cancelar subscri",
            "anular a subscri",
            "anular subscri",
            "descadastr");

    /** «you get this because», in the same six. */
    private static final List<String> WHY = List.of(
            "vous recevez",
            "vous etes abonn",
            "vous vous etes",
            "you receive",
            "you get",
            "you are receiving",
            "you signed up",
            "you subscribed",
            "you're receiving",
            "you're getting",
            "sie erhalten",
            "sie bekommen",
            "recibe",
            "esta suscrit",
            "riceve",
            "ricevi",
            "hai ricevuto",
            "recebe",
            "esta a receber",
            "inscreveu",
            "e enviado para",
            "e enviada para",
            "foi enviado para",
            "foi enviada para");

    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>();
        specimen.html().ifPresent(part -> inHtml(specimen, part, findings));
        inText(specimen, findings);
        return findings;
    }

    private static void inHtml(Specimen specimen, HtmlPart part, List<Finding> findings) {
        boolean leaves = part.document().select("a[href]").stream()
                .filter(link -> !part.isHidden(link) && !Names.of(link).isEmpty())
                .anyMatch(link -> leadsOut(specimen, link));
        if (!leaves) {
            findings.add(
                    specimen.atHtml(
                            0,
                            "",
                            Level.ERROR,
                            "leave-link-missing",
                            Sentence.of(
                                    "the HTML part shows no link to leave by: readers press «spam» instead, and the law asks for it"),
                            Sentence.of(
                                    "print <a href=\"${reader.unsubscribe}\"> with words that say so, at the foot of html.ftlh")));
        }
        about(specimen, part.visibleText(), Place.HTML, findings);
    }

    private static boolean leadsOut(Specimen specimen, Element link) {
        String href = link.attr("href");
        return address(specimen).filter(href::equals).isPresent() || says(Names.of(link) + " " + href, LEAVE);
    }

    private static void inText(Specimen specimen, List<Finding> findings) {
        String text = specimen.text();
        if (text.isBlank()) {
            return;
        }
        boolean leaves = address(specimen).map(text::contains).orElse(says(text, LEAVE) && text.contains("://"));
        if (!leaves) {
            findings.add(specimen.atText(
                    0,
                    "",
                    Level.ERROR,
                    "leave-address-missing",
                    Sentence.of("the plain-text part holds no address to leave by"),
                    Sentence.of("print ${reader.unsubscribe} on a line of its own at the end of text.ftl")));
        }
        about(specimen, text, Place.TEXT, findings);
    }

    private static void about(Specimen specimen, String words, Sentence place, List<Finding> findings) {
        if (!says(words, WHY)) {
            findings.add(specimen.finding(
                    Level.WARN,
                    "reason-missing",
                    place,
                    Sentence.of("nothing says why one gets this message"),
                    Sentence.of("say at the foot what the reader signed up for: «Vous recevez … parce que …»")));
        }
        specimen.making()
                .map(making -> making.edition().masthead().postalAddress())
                .filter(address -> !letters(words).contains(letters(address)) || address.isBlank())
                .ifPresent(address -> findings.add(specimen.finding(
                        Level.WARN,
                        "postal-address-missing",
                        place,
                        Sentence.of("the sender's postal address is not in it: many countries' laws ask for it"),
                        Sentence.of("print ${newsletter.postalAddress} at the foot"))));
    }

    private static boolean says(String words, List<String> phrases) {
        String plain = plain(words);
        return phrases.stream().anyMatch(plain::contains);
    }

    /** In small letters without accents, with straight apostrophes, on one line. */
    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("\\p{M}+", "")
                .replaceAll("[\\s\\u00A0\\u202F]+", " ");
    }

    private static String letters(String words) {
        return words.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** The address that the head gives to mail programs. */
    private static Optional<String> address(Specimen specimen) {
        return specimen.header("List-Unsubscribe").flatMap(WebAddress::bracketed);
    }
}
