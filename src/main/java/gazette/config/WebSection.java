package gazette.config;

import gazette.mail.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** {@code web}: where pages are served, and where readers find them. */
final class WebSection {
    private static final String LISTEN = "127.0.0.1:8025";
    private static final String STUDIO = "127.0.0.1:8026";
    private static final String STUDIO_REMEDY =
            "give the studio, which is for this machine alone, a port of its own, such as " + STUDIO;

    private WebSection() {}

    /**
     * @param smtpHost messages that go no further than this machine may hold links to it
     */
    static Optional<WebSettings> read(Section web, Optional<String> smtpHost) {
        Host.Port listen = web.optional("listen", Host::withPort, LISTEN);
        String own = (listen.host().contains(":") ? "[" + listen.host() + "]" : listen.host()) + ":" + listen.port();
        Optional<URI> url = url(web, listen, "http://" + own);
        url.filter(u -> !"https".equals(u.getScheme()) && !Loopback.isHostOf(u))
                .filter(u -> smtpHost.filter(Loopback::isName).isEmpty())
                .ifPresent(u -> web.object(
                        "url",
                        "is '" + u + "', without TLS",
                        "begin it with https: mail programs press the button to"
                                + " leave on https pages only (RFC 8058 section 3.1)"));
        boolean isForReaders = url.filter(u -> !Loopback.isHostOf(u)).isPresent();
        Host.Port studio = web.optional("studio", Host::withPort, isForReaders ? STUDIO : own);
        studioObjection(web, listen, studio, isForReaders)
                .ifPresent(objection -> web.object(
                        "studio", "is '" + studio.host() + ":" + studio.port() + "'" + objection, STUDIO_REMEDY));
        boolean isApart = isForReaders || (web.isSet("studio") && !studio.equals(listen));
        web.close();
        Optional<WebSettings.Place> apart =
                Optional.of(new WebSettings.Place(studio.host(), studio.port())).filter(place -> isApart);
        return url.map(u -> new WebSettings(listen.host(), listen.port(), u, apart));
    }

    /**
     * A proxy that leads readers to their pages says nothing of itself, as a rule, and asks for a name of this machine:
     * where it leads, the studio cannot be.
     */
    private static Optional<String> studioObjection(
            Section web, Host.Port listen, Host.Port studio, boolean isForReaders) {
        if (web.isSet("studio") && !Loopback.isName(studio.host())) {
            return Optional.of(", which other machines reach");
        }
        boolean isTaken = studio.port() == listen.port() && studio.port() != 0;
        return isForReaders && isTaken ? Optional.of(", the port that readers are led to") : Optional.empty();
    }

    private static Optional<URI> url(Section web, Host.Port listen, String own) {
        if (!web.isSet("url") && !Loopback.isName(listen.host())) {
            web.optional("url", WebSection::address);
            web.object(
                    "url",
                    "is missing",
                    "add it: web.listen is open to other machines, and says not by which name" + " readers reach it");
            return Optional.empty();
        }
        return Optional.of(web.optional("url", WebSection::address, own));
    }

    /** An address to which {@code /unsubscribe/…} can be added. */
    private static Fit<URI> address(String text) {
        String advice = "give an address such as https://lettre.example.org";
        try {
            URI address = new URI(text.replaceAll("/+$", ""));
            boolean isPlain =
                    address.getUserInfo() == null && address.getQuery() == null && address.getFragment() == null;
            boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return isWeb && isPlain && address.getHost() != null && text.equals(text.strip())
                    ? Fit.of(address)
                    : Fit.not(advice);
        } catch (URISyntaxException notAnAddress) {
            return Fit.not(advice);
        }
    }
}
