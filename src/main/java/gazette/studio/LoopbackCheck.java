package gazette.studio;

import gazette.mail.Loopback;
import gazette.web.Entrance.Guests;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Whether a request was made at this machine, and to it: from what its connection and its header tell. */
final class LoopbackCheck {
    /** What a proxy adds to whatever it hands on (RFC 7239 section 4, RFC 9110 section 7.6.3, and customs older than those). */
    private static final Set<String> HANDED_ON =
            Set.of("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip");

    private static final String HANDED_ON_TOO = "x-forwarded";

    private LoopbackCheck() {}

    /** Why it was not; {@link Answer#OURS} when it was. */
    enum Answer {
        OURS,
        /** It came by an entrance that is for readers. */
        READERS,
        /** The connection is one of another machine. */
        AFAR,
        /** It calls this machine by a name that others know: a page elsewhere may have led it here. */
        MISNAMED,
        /** Somebody handed it on. */
        HANDED_ON
    }

    static Answer of(Context context) {
        if (Guests.of(context) == Guests.READERS) {
            return Answer.READERS;
        }
        if (!isLoopback(context.req().getRemoteAddr())
                || !isLoopback(context.req().getLocalAddr())) {
            return Answer.AFAR;
        }
        if (context.headerMap().keySet().stream().anyMatch(LoopbackCheck::isOfAProxy)) {
            return Answer.HANDED_ON;
        }
        String named = Objects.requireNonNullElse(context.header("Host"), "").replaceAll(":\\d*$", "");
        return isLoopback(named) && isLoopback(context.req().getServerName()) ? Answer.OURS : Answer.MISNAMED;
    }

    private static boolean isOfAProxy(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return HANDED_ON.contains(name) || name.startsWith(HANDED_ON_TOO);
    }

    private static boolean isLoopback(String host) {
        return Loopback.isName(host.replaceAll("^\\[|]$|%.*$", ""));
    }
}
