package gazette.check;

import gazette.check.Finding.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the head tells mail programs of the newsletter: its name, and how to leave it by their own button. */
final class ListHeaderRules implements Rule {
    @Override
    public List<Finding> of(Specimen specimen) {
        List<Finding> findings = new ArrayList<>(list(specimen));
        findings.addAll(unsubscribe(specimen));
        return findings;
    }

    private static List<Finding> list(Specimen specimen) {
        Optional<HeaderField> id = specimen.header("List-Id");
        if (id.isPresent() && id.get().content().matches("(?s).*<[^<>@\\s]+\\.[^<>@\\s]+>")) {
            return List.of();
        }
        return List.of(specimen.finding(
                Level.WARN,
                "list-id-missing",
                Place.header("List-Id"),
                id.map(field -> Sentence.named(
                                "list-id-missing.odd",
                                "{0} is no list's name: readers cannot sort the newsletter by a filter (RFC 2919)",
                                Quote.of(field.content())))
                        .orElse(Sentence.named(
                                "list-id-missing.none",
                                "there is none: readers cannot sort the newsletter by a filter (RFC 2919)")),
                Sentence.of("write List-Id: Name <label.your.domain>")));
    }

    private static List<Finding> unsubscribe(Specimen specimen) {
        Optional<HeaderField> field = specimen.header("List-Unsubscribe");
        if (field.isEmpty()) {
            return List.of(specimen.finding(
                    Level.WARN,
                    "unsubscribe-header-missing",
                    Place.header("List-Unsubscribe"),
                    Sentence.of(
                            "there is none, so mail programs show no button to leave by; Gmail and Yahoo ask for it"),
                    Sentence.of("set web.url in gazette.yaml to an https address that readers reach")));
        }
        return Stream.of(address(specimen, field.get()), oneClick(specimen))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> address(Specimen specimen, HeaderField field) {
        String address = WebAddress.bracketed(field).orElse("").toLowerCase(Locale.ROOT);
        if (specimen.making().isPresent() && Hosts.isLocal(WebAddress.host(address))) {
            return Optional.of(specimen.finding(
                    Level.WARN,
                    "web-on-this-machine",
                    Place.named("web.url"),
                    Sentence.of(
                            "the pages for leaving are at {0}, which only this machine reaches: readers cannot leave",
                            address.replaceFirst("/unsubscribe.*", "")),
                    Sentence.of("set web.url in gazette.yaml to an https address that readers reach")));
        }
        if (!field.content().toLowerCase(Locale.ROOT).contains("<https:")) {
            return Optional.of(specimen.finding(
                    Level.WARN,
                    "unsubscribe-header-without-https",
                    Place.header("List-Unsubscribe"),
                    Sentence.of(
                            "{0} holds no https address, so mail programs show no button", Quote.of(field.content())),
                    Sentence.of("set web.url in gazette.yaml to an https address that readers reach")));
        }
        return Optional.empty();
    }

    private static Optional<Finding> oneClick(Specimen specimen) {
        boolean works = specimen.header("List-Unsubscribe-Post")
                .filter(post -> post.content().equals("List-Unsubscribe=One-Click"))
                .isPresent();
        return works
                ? Optional.empty()
                : Optional.of(
                        specimen.finding(
                                Level.WARN,
                                "one-click-missing",
                                Place.header("List-Unsubscribe-Post"),
                                Sentence.of("readers cannot leave with one click of their mail program's own button"),
                                Sentence.of(
                                        "write List-Unsubscribe-Post: List-Unsubscribe=One-Click, letter by letter (RFC 8058 section 3.1)")));
    }
}
