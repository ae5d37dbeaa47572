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
    private static final String PLACE = "dkim";

    private SigningRules() {}

    /** What is the matter with there being nobody who signs. */
    public static List<Finding> unsigned() {
        return List.of(new Finding(
                Level.INFO,
                "dkim-unsigned",
                PLACE,
                "Gazette signs no message; unless the mail server signs for the domain of From, large providers refuse"
                        + " newsletters or file them as spam",
                "make a key and see what to set: gazette dkim keygen"));
    }

    /** What is the matter with the files of the keys. */
    public static List<Finding> of(List<Path> keyFiles) {
        return keyFiles.stream()
                .filter(KeyFile::isOpen)
                .map(file -> new Finding(
                        Level.WARN,
                        "dkim-key-open",
                        file.toString(),
                        "others on this machine can read or replace the key, and then sign mail in your name",
                        "let its owner alone have it: chmod 600 " + file))
                .toList();
    }

    /** What is the matter with {@code domain} signing for {@code newsletter}. */
    public static List<Finding> of(Masthead newsletter, SigningDomain domain) {
        String from = newsletter.from().address().domain();
        return Optional.of(from).filter(name -> !domain.isAlignedWith(name)).stream()
                .map(name -> new Finding(
                        Level.WARN,
                        "dkim-unaligned",
                        newsletter.newsletter() + ".from",
                        "the address is at " + name + ", and " + domain.name()
                                + " signs: receivers that check DMARC take the message as unsigned",
                        "write from an address at " + domain.name() + ", or let dkim.domain be " + name))
                .toList();
    }
}
