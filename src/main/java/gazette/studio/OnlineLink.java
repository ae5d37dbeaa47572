package gazette.studio;

import gazette.edition.Edition;
import gazette.mail.Loopback;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Where an edition can be read on the web, as the studio leads there. */
final class OnlineLink {
    private OnlineLink() {}

    /**
     * The {@code address} for the newsletter's language, and whether it is {@code here}: on this very server, where the
     * address that readers have is one of this machine.
     */
    static Optional<Map<String, Object>> model(Desk desk, Edition edition) {
        boolean isLocal = Loopback.isHostOf(desk.settings().web().url());
        return desk.workbench()
                .renderer()
                .online(edition, edition.masthead().language())
                .map(URI::create)
                .map(address -> isLocal && Loopback.isHostOf(address)
                        ? Map.of("address", address.getRawPath(), "here", true)
                        : Map.of("address", address.toString(), "here", false));
    }
}
