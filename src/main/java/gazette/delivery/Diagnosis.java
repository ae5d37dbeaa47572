package gazette.delivery;

import gazette.mail.EnhancedStatusCode;
import gazette.mail.SmtpReply;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a 4yz or 5yz reply means: whose fault it is, and whether it asks us to slow down. It is read from the enhanced
 * status code (RFC 3463 section 3), then from the reply code (RFC 5321 section 4.2.3), then from where in the
 * conversation it came; words count where servers are known to use one code for two things.
 *
 * @param scope whom the pushback concerns
 */
public record Diagnosis(Fault fault, Pushback pushback, Scope scope) {
    /** Nothing more is known than that it did not work now. */
    public static final Diagnosis PASSING = new Diagnosis(Fault.MOMENT, Pushback.NONE, Scope.DOMAIN);

    /** Whom a server means by slowing us down. */
    public enum Scope {
        /** Messages to the recipient's domain. */
        DOMAIN,
        /** All that we send through the account. */
        ACCOUNT
    }

    /** What was refused. */
    enum Stage {
        /** MAIL: no recipient was named yet. */
        MAIL,
        /** RCPT. */
        RECIPIENT,
        /** DATA or the message itself. */
        CONTENT
    }

    /** The server closes the channel (RFC 5321 section 3.8). */
    private static final int CLOSING = 421;

    /** The two sides misunderstand one another: a command unknown, or out of order (RFC 5321 section 4.2.2). */
    private static final Set<Integer> MISUNDERSTANDING = Set.of(500, 502, 503, 504);

    /** We have not logged in, or not well enough (RFC 4954 section 6), or not over TLS (RFC 3207 section 4). */
    private static final Set<Integer> LOG_IN_FIRST = Set.of(530, 534, 535, 538);

    /** A host that takes no mail from anybody (RFC 7504 section 3). */
    private static final int NO_MAIL_HERE = 521;

    /** The recipient's domain takes no mail (RFC 7504 section 4). */
    private static final int DOMAIN_TAKES_NO_MAIL = 556;

    /** How servers say that they do not know us as one of theirs, which is no fault of the recipient. */
    private static final Pattern NO_RELAYING = Pattern.compile("(?i)\\brelay(ing)?\\b|rcpthosts");

    /** How servers say that they have something against the sender, under codes that could mean the reader. */
    private static final Pattern AGAINST_US = Pattern.compile("(?i)block ?list|black ?list|spamhaus|spamcop|barracuda"
            + "|\\b(dnsbl|rbl|sorbs|uceprotect)\\b|reputation|reverse dns|\\b(ptr|rdns)\\b|unauthenticated"
            + "|not authenticated|\\b(spf|dkim|dmarc)\\b|(client|sender|sending|your) (host|ip|server|network)"
            + "|not (logged in|owned by user)|access denied");

    /** How servers say that they dislike what is in the message. */
    private static final Pattern LIKE_SPAM = Pattern.compile("(?i)\\b(spam|virus|malware|phish(ing)?|content)\\b");

    /** The usual answer to a first contact; the same message passes some minutes later, at any rate. */
    private static final Pattern GREYLISTED = Pattern.compile("(?i)gr[ae]y-?list");

    /** How servers say «too fast», under whatever code. */
    private static final Pattern TOO_FAST = Pattern.compile(
            "(?i)\\brate\\b|rate-? ?limit|throttl|too (many|much|fast|quick)|slow down|limit exceeded|exceeded"
                    + " (the )?.{0,20}limit|flood|unusual");

    /** What a 4yz or 5yz {@code reply} at {@code stage} means. */
    static Diagnosis of(SmtpReply reply, Stage stage) {
        return reply.code().isTransient()
                ? passing(reply, stage)
                : new Diagnosis(permanent(reply, stage), Pushback.NONE, Scope.DOMAIN);
    }

    /** Whether {@code words} are a reply that says why it went wrong, in step with what it was asked. */
    static boolean isReason(String words) {
        return SmtpReply.read(words)
                .filter(reply -> reply.code().isTransient() || reply.code().isPermanent())
                .filter(reply -> !MISUNDERSTANDING.contains(reply.code().value()))
                .isPresent();
    }

    /** Whether {@code words} are a reply by which a server does not know a command, or not there. */
    static boolean isMisunderstanding(String words) {
        return SmtpReply.read(words)
                .filter(reply -> MISUNDERSTANDING.contains(reply.code().value()))
                .isPresent();
    }

    /** Whether the session cannot go on after {@code reply}, whatever it was about. */
    static boolean endsSession(SmtpReply reply) {
        int code = reply.code().value();
        return code == CLOSING || MISUNDERSTANDING.contains(code) || LOG_IN_FIRST.contains(code);
    }

    private static Diagnosis passing(SmtpReply reply, Stage stage) {
        boolean ours = stage == Stage.MAIL || reply.code().value() == CLOSING;
        boolean system = reply.enhanced().map(e -> e.subject() == 3).orElse(false);
        Scope scope = ours || system ? Scope.ACCOUNT : Scope.DOMAIN;
        return reply.enhanced().filter(Diagnosis::isOurAuthentication).isPresent()
                ? new Diagnosis(Fault.OURS, Pushback.NONE, scope)
                : new Diagnosis(Fault.MOMENT, pushback(reply), scope);
    }

    /** SPF, DKIM, DMARC or reverse DNS of the sender (RFC 7372 section 3). */
    private static boolean isOurAuthentication(EnhancedStatusCode code) {
        return code.subject() == 7 && code.detail() >= 20 && code.detail() <= 27;
    }

    /**
     * Of the codes that can mean «too fast», those of one mailbox (4.2.z), of an address (4.1.z), of routing (4.4.z but
     * congestion) and of the message (4.6.z) do not; greylisting does not under any code.
     */
    private static Pushback pushback(SmtpReply reply) {
        if (GREYLISTED.matcher(reply.text()).find()) {
            return Pushback.NONE;
        }
        int subject = reply.enhanced().map(EnhancedStatusCode::subject).orElse(0);
        boolean isCongestion = reply.enhanced().map(e -> e.detail() == 5).orElse(false);
        if (subject == 1 || subject == 2 || subject == 6 || (subject == 4 && !isCongestion)) {
            return Pushback.NONE;
        }
        return subject == 7 || TOO_FAST.matcher(reply.text()).find() ? Pushback.DEMAND : Pushback.HINT;
    }

    private static Fault permanent(SmtpReply reply, Stage stage) {
        int code = reply.code().value();
        if (LOG_IN_FIRST.contains(code) || code == NO_MAIL_HERE) {
            return Fault.OURS;
        }
        if (code == DOMAIN_TAKES_NO_MAIL) {
            return Fault.READER;
        }
        if (MISUNDERSTANDING.contains(code)) {
            return Fault.MOMENT;
        }
        if (stage == Stage.RECIPIENT && NO_RELAYING.matcher(reply.text()).find()) {
            return Fault.OURS;
        }
        return reply.enhanced().map(e -> byCode(e, reply, stage)).orElseGet(() -> byStage(reply, stage));
    }

    private static Fault byCode(EnhancedStatusCode code, SmtpReply reply, Stage stage) {
        return switch (code.subject()) {
            case 1 -> code.detail() == 7 || code.detail() == 8 ? Fault.OURS : Fault.READER;
            case 2 -> code.detail() == 3 ? Fault.MESSAGE : mailbox(reply, stage);
            case 3 -> system(code, reply, stage);
            case 4 -> Fault.READER;
            case 5 -> code.detail() == 3 ? Fault.MOMENT : byStage(reply, stage);
            case 6 -> code.detail() == 7 ? Fault.READER : Fault.MESSAGE;
            case 7 -> policy(code, reply, stage);
            default -> byStage(reply, stage);
        };
    }

    /** 5.2.z is the mailbox's, but some file what they take for spam under 5.2.0. */
    private static Fault mailbox(SmtpReply reply, Stage stage) {
        return stage == Stage.CONTENT && LIKE_SPAM.matcher(reply.text()).find() ? Fault.MESSAGE : Fault.READER;
    }

    /** 5.3.4 is about size; a system that is full, closed or wrongly set up may be better tomorrow. */
    private static Fault system(EnhancedStatusCode code, SmtpReply reply, Stage stage) {
        return switch (code.detail()) {
            case 4 -> Fault.MESSAGE;
            case 1, 2, 5 -> Fault.MOMENT;
            default -> byStage(reply, stage);
        };
    }

    /**
     * 5.7.8 to 5.7.14 are about the log-in, those after 5.7.20 about how the sender proves who it is, 5.7.28 about floods;
     * those from 5.7.500 on are a large provider's for senders that it has blocked. 5.7.1 is used for everything: there
     * the words decide, and where it came.
     */
    private static Fault policy(EnhancedStatusCode code, SmtpReply reply, Stage stage) {
        int detail = code.detail();
        if (detail == 7) {
            return Fault.MESSAGE;
        }
        boolean isOurs = isOurAuthentication(code) || (detail >= 8 && detail <= 14) || detail == 28 || detail >= 500;
        return isOurs ? Fault.OURS : byStage(reply, stage);
    }

    private static Fault byStage(SmtpReply reply, Stage stage) {
        if (AGAINST_US.matcher(reply.text()).find()) {
            return Fault.OURS;
        }
        return switch (stage) {
            case MAIL -> reply.code().value() == 552 ? Fault.MESSAGE : Fault.OURS;
            case RECIPIENT -> Fault.READER;
            case CONTENT -> Fault.MESSAGE;
        };
    }
}
