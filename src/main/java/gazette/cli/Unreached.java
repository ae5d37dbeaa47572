package gazette.cli;

import gazette.config.Settings;
import gazette.delivery.Parting;
import gazette.delivery.SmtpAccount;
import gazette.delivery.SmtpServer;
import java.util.Optional;

/** What a person is told when no mail server takes anything. */
final class Unreached {
    private Unreached() {}

    /** A sentence that names the server once, and what to set where that is known. */
    static String words(Settings settings, Parting parting) {
        String place = settings.accounts().stream()
                .map(account -> place(account.server()))
                .filter(each -> parting.words().startsWith(each + ": "))
                .findFirst()
                .orElse("");
        String why = place.isEmpty() ? parting.words() : parting.words().substring(place.length() + 2);
        String server = place.isEmpty() ? place(settings.smtp()) : place;
        return "The mail server " + server + " cannot be had: " + why + remedy(settings, why);
    }

    static String place(SmtpServer server) {
        return server.host() + ":" + server.port();
    }

    /** RFC 4954 section 6 and RFC 3207 section 4 share a code. */
    private static String remedy(Settings settings, String why) {
        if (!why.startsWith("530 ")) {
            return "";
        }
        if (why.contains("STARTTLS")) {
            return ". Set smtp.tls: required";
        }
        boolean withoutLogin = settings.accounts().stream()
                .map(SmtpAccount::server)
                .map(SmtpServer::login)
                .anyMatch(Optional::isEmpty);
        return withoutLogin ? ". It wants a log-in: set smtp.user and smtp.password-file" : "";
    }
}
