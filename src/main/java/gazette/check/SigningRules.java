package gazette.check;

import gazette.check.Finding.Level;
import gazette.dkim.KeyFile;
import gazette.dkim.SigningDomain;
import gazette.edition.Masthead;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Rules on who signs the mail of a workspace (DKIM). */
public final class SigningRules {
    private SigningRules() {}

    /** What is the matter with there being nobody who signs. */
    public static List<Finding> unsigned() {
        return List.of(new Finding(
                Level.INFO,
                "dkim-unsigned",
                Place.named("dkim"),
                Sentence.named(
                        "dkim-unsigned.mail",
                        "Gazette signs no message; unless the mail server signs for the domain of From, large"
                                + " providers refuse newsletters or file them as spam"),
                Sentence.named("dkim-unsigned.keygen", "make a key and see what to set: gazette dkim keygen")));
    }

    /** What is the matter with the files of the keys. */
    public static List<Finding> of(List<Path> keyFiles) {
        return keyFiles.stream()
                .filter(KeyFile::isOpen)
                .map(file -> new Finding(
                        Level.WARN,
                        "dkim-key-open",
                        Place.named(file.toString()),
                        Sentence.of(
                                "others on this machine can read or replace the key, and then sign mail in your name"),
                        Sentence.of("let its owner alone have it: chmod 600 {0}", file)))
                .toList();
    }

    /** What is the matter with {@code domain} signing for {@code newsletter}. */
    public static List<Finding> of(Masthead newsletter, SigningDomain domain) {
        String from = newsletter.from().address().domain();
        return Optional.of(from).filter(name -> !domain.isAlignedWith(name)).stream()
                .map(name -> new Finding(
                        Level.WARN,
                        "dkim-unaligned",
                        Place.named(newsletter.newsletter() + ".from"),
                        Sentence.of(
                                "the address is at {0}, and {1} signs: receivers that check DMARC take the message as unsigned",
                                name, domain.name()),
                        Sentence.of("write from an address at {0}, or let dkim.domain be {1}", domain.name(), name)))
                .toList();
    }
}
