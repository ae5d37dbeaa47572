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
                "header List-Id",
                id.map(field -> Quote.of(field.content()) + " is no list's name")
                                .orElse("there is none")
                        + ": readers cannot sort the newsletter by a filter (RFC 2919)",
                "write List-Id: Name <label.your.domain>"));
    }

    private static List<Finding> unsubscribe(Specimen specimen) {
        Optional<HeaderField> field = specimen.header("List-Unsubscribe");
        if (field.isEmpty()) {
            return List.of(specimen.finding(
                    Level.WARN,
                    "unsubscribe-header-missing",
                    "header List-Unsubscribe",
                    "there is none, so mail programs show no button to leave by; Gmail and Yahoo ask for it",
                    "set web.url in gazette.yaml to an https address that readers reach"));
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
                    "web.url",
                    "the pages for leaving are at " + address.replaceFirst("/unsubscribe.*", "")
                            + ", which only this machine reaches: readers cannot leave",
                    "set web.url in gazette.yaml to an https address that readers reach"));
        }
        if (!field.content().toLowerCase(Locale.ROOT).contains("<https:")) {
            return Optional.of(specimen.finding(
                    Level.WARN,
                    "unsubscribe-header-without-https",
                    "header List-Unsubscribe",
                    Quote.of(field.content()) + " holds no https address, so mail programs show no button",
                    "set web.url in gazette.yaml to an https address that readers reach"));
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
                                "header List-Unsubscribe-Post",
                                "readers cannot leave with one click of their mail program's own button",
                                "write List-Unsubscribe-Post: List-Unsubscribe=One-Click, letter by letter (RFC 8058 section 3.1)"));
    }
}
