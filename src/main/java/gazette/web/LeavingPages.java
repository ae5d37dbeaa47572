package gazette.web;

import gazette.edition.Newsletter;
import gazette.mail.EmailAddress;
import gazette.render.Pages;
import gazette.subscriber.Subscribers;
import gazette.subscriber.Token;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaving a newsletter, by the button of the mail program (RFC 8058 section 3.1) or by the button of the page behind the
 * footer's link.
 *
 * <p>GET and HEAD change nothing, because link scanners follow links. A POST ends the subscription whatever its body and
 * cookies say: the token alone is the proof, and a body that is not read cannot be sent slowly to keep a thread. It
 * answers 200 each time and never redirects. Whatever is wrong with a token, the answer is the same page with 404: a 200
 * would tell a mail program that somebody left who did not.
 */
public final class LeavingPages implements PageGroup {
    private static final Logger LOG = LoggerFactory.getLogger("gazette.web.leaving");
    private static final String PATH = "/unsubscribe/{token}";
    private static final int RETRY_AFTER_SECONDS = 30;

    private final Pages pages;
    private final Function<String, Optional<Token>> tokens;
    private final Subscribers subscribers;
    private final List<Newsletter> newsletters;

    /**
     * @param tokens what a signed text says; empty for any that is not ours
     * @param newsletters for their names and languages; a token of one that is gone from the settings still counts
     */
    public LeavingPages(
            Pages pages,
            Function<String, Optional<Token>> tokens,
            Subscribers subscribers,
            List<Newsletter> newsletters) {
        this.pages = pages;
        this.tokens = tokens;
        this.subscribers = subscribers;
        this.newsletters = List.copyOf(newsletters);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        HousePages.read(routes, PATH, careful(this::ask));
        routes.post(PATH, careful(this::leave));
    }

    private void ask(Context context, Token token) {
        String address = subscribers
                .address(token.newsletter(), token.number())
                .map(EmailAddress::toString)
                .orElse("");
        answer(context, token, "leave", address);
    }

    private void leave(Context context, Token token) {
        subscribers.leave(token.newsletter(), token.number()); // false when they had left before: the same answer
        answer(context, token, "left", "");
    }

    private void answer(Context context, Token token, String page, String address) {
        Optional<Newsletter> newsletter = newsletters.stream()
                .filter(known -> known.id().equals(token.newsletter()))
                .findFirst();
        String name = newsletter.map(known -> known.masthead().name()).orElse(token.newsletter());
        Locale language = newsletter
                .map(known -> ReaderLanguage.of(context, known.masthead().language()))
                .orElseGet(() -> ReaderLanguage.of(context));
        context.html(pages.page(page, language, Map.of("newsletter", name, "address", address)));
    }

    private interface Step {
        void take(Context context, Token token);
    }

    /** Looks at the token, and says so when the store is away: nothing has changed then, and trying again will do. */
    private Handler careful(Step step) {
        return context -> {
            Optional<Token> token =
                    tokens.apply(context.pathParam("token")).filter(t -> t.purpose() == Token.Purpose.UNSUBSCRIBE);
            try {
                token.ifPresentOrElse(t -> step.take(context, t), () -> unknown(context));
            } catch (RuntimeException storeAway) {
                LOG.error("leaving failed", storeAway);
                context.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header("Retry-After", Integer.toString(RETRY_AFTER_SECONDS))
                        .html(pages.page("away", ReaderLanguage.of(context), Map.of()));
            }
        };
    }

    private void unknown(Context context) {
        HousePages.missing(context, pages.page("unknown", ReaderLanguage.of(context), Map.of()));
    }
}
