package gazette.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** All rules on messages. Safe to use from many threads, if the probe is. */
public final class MessageRules {
    private final ContrastRules contrasts = new ContrastRules();
    private final ClientRules clients = new ClientRules();
    private final List<Rule> each;
    private final Circumstances circumstances;

    public MessageRules(Circumstances circumstances) {
        this.circumstances = circumstances;
        this.each = List.of(
                new LeakRules(),
                new HeaderRules(),
                new SenderRules(),
                new ListHeaderRules(),
                new SignatureRules(circumstances.signer()),
                new FormRules(),
                new LeavingRules(),
                new DocumentRules(),
                new StructureRules(),
                new LegibilityRules(),
                new LinkTextRules(),
                new LinkRules(),
                new AltRules(),
                new PictureRules(),
                new ArticlePictureRules(),
                new MarkupRules(),
                new TextRules(),
                new StepRules(),
                new TypographyRules(),
                new SubjectRules(circumstances.lastSubject()),
                new SpamRules(),
                new LogicRules(),
                contrasts,
                clients);
    }

    /**
     * What is the matter with the messages of one edition, the worst first; what several of them have is said once.
     *
     * @param specimens one for each persona
     */
    public List<Finding> of(List<Specimen> specimens) {
        List<Finding> findings = new ArrayList<>(new SizeRules(circumstances.largestHtml()).of(specimens));
        for (Specimen specimen : specimens) {
            each.forEach(rule -> findings.addAll(rule.of(specimen)));
        }
        circumstances.probe().ifPresent(probe -> findings.addAll(new OnlineRules(probe).of(specimens)));
        return Finding.sorted(Finding.merged(findings));
    }

    /** How each mail program shows a message; nothing for one of plain text alone. */
    public List<ClientVerdict> verdicts(Specimen specimen) {
        return clients.verdicts(specimen);
    }

    /** The day of what is known of mail programs. */
    public LocalDate measured() {
        return clients.date();
    }

    /** The text with the lowest contrast in each appearance that a message has; none for one of plain text alone. */
    public List<Contrast> lowest(Specimen specimen) {
        return contrasts.lowest(specimen);
    }
}
