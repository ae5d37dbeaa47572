package gazette.config;

import gazette.delivery.SmtpAccount;
import gazette.delivery.SmtpServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code smtp}: one server, or {@code smtp.accounts}, several with their shares. */
final class AccountsSection {
    private static final int LARGEST_SHARE = 1000;

    private AccountsSection() {}

    /** In the order of the file; empty when there is no sound one. Closes {@code smtp}. */
    static List<SmtpAccount> read(Section smtp, Path workspace) {
        if (!smtp.isSet("accounts")) {
            return account(smtp, SmtpAccount.ONLY, 1, workspace).stream().toList();
        }
        if (smtp.isSet("host")) {
            smtp.refuse("host", "is set beside smtp.accounts", "move it, and what belongs to it, into one of them");
        }
        List<SmtpAccount> accounts = new ArrayList<>();
        for (Section section : smtp.named("accounts")) {
            Kinds.name(section.name()).ifNot(advice -> section.object("is no name for an account", advice));
            int share = section.optional(
                    "share", Kinds.whole(0, LARGEST_SHARE, "0 for a spare, or up to " + LARGEST_SHARE), "1");
            account(section, section.name(), share, workspace).ifPresent(accounts::add);
        }
        if (!accounts.isEmpty() && accounts.stream().allMatch(a -> a.share() == 0)) {
            smtp.object("accounts", "has spares alone", "give one of them a share of 1 or more");
        }
        smtp.close();
        return accounts;
    }

    private static Optional<SmtpAccount> account(Section section, String name, int share, Path workspace) {
        var rates = RateSection.read(section.section("rate"));
        var warmUp = WarmUpSection.read(section);
        Optional<SmtpServer> server = SmtpSection.read(section, workspace);
        return server.map(s -> new SmtpAccount(name, s, share, rates, warmUp));
    }
}
