package gazette.proof;

import gazette.check.ClientVerdict;
import gazette.check.Contrast;
import gazette.check.Finding;
import gazette.check.MessageRules;
import gazette.check.Sentence;
import gazette.check.Specimen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What looking at the messages of one edition, or at one file, came to.
 *
 * @param title what was looked at, on a line
 * @param findings on its messages, the worst first
 * @param messages how many were looked at
 * @param unsent why some persona gets none, a line each
 * @param clients how each mail program shows the first message with an HTML part
 * @param measured the day of what is known of mail programs
 * @param contrasts the lowest of that message, one for each appearance
 */
public record CheckedMessages(
        Sentence title,
        List<Finding> findings,
        int messages,
        List<Sentence> unsent,
        List<ClientVerdict> clients,
        LocalDate measured,
        List<Contrast> contrasts) {
    public CheckedMessages {
        findings = List.copyOf(findings);
        unsent = List.copyOf(unsent);
        clients = List.copyOf(clients);
        contrasts = List.copyOf(contrasts);
    }

    /**
     * Lets every rule look at {@code specimens}.
     *
     * @param failed what was found before there was a message to look at
     */
    public static CheckedMessages of(
            Sentence title, MessageRules rules, List<Specimen> specimens, List<Finding> failed, List<Sentence> unsent) {
        List<Finding> findings = new ArrayList<>(failed);
        findings.addAll(rules.of(specimens));
        Optional<Specimen> shown = specimens.stream()
                .filter(specimen -> specimen.html().isPresent())
                .findFirst();
        return new CheckedMessages(
                title,
                Finding.sorted(Finding.merged(findings)),
                specimens.size(),
                unsent,
                shown.map(rules::verdicts).orElse(List.of()),
                rules.measured(),
                shown.map(rules::lowest).orElse(List.of()));
    }
}
