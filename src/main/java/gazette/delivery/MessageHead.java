package gazette.delivery;

import gazette.edition.Edition;
import gazette.edition.Masthead;
import gazette.edition.Variant;
import gazette.mail.HeaderText;
import gazette.mail.Loopback;
import gazette.mail.MessageId;
import gazette.render.Field;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The header of an edition's messages, less what describes the body. Safe to use from many threads. */
final class MessageHead {
    /** With the names of the days and months that the standard has (RFC 5322 section 3.3), not those of a language. */
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendText(ChronoField.DAY_OF_WEEK, named("Mon Tue Wed Thu Fri Sat Sun"))
            .appendPattern(", d ")
            .appendText(ChronoField.MONTH_OF_YEAR, named("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"))
            .appendPattern(" uuuu HH:mm:ss xx")
            .toFormatter(Locale.ROOT);

    /** In hexadecimal digits: 160 bits. */
    private static final int ID_DIGITS = 40;

    private final Edition edition;
    private final Masthead masthead;
    private final Function<Locale, Optional<String>> online;
    private final Fingerprints ids;

    /** What all message ids end with, checked once. */
    private final String idEnd;

    /** @param online where the edition can be read on the web, by the language of a variant */
    MessageHead(Edition edition, Function<Locale, Optional<String>> online) {
        this.edition = edition;
        this.online = online;
        this.masthead = edition.masthead();
        this.ids = Fingerprints.of("message", edition);
        String sample = "0".repeat(ID_DIGITS);
        this.idEnd = new MessageId(sample + "@" + masthead.from().address().domain())
                .toString()
                .substring(1 + ID_DIGITS);
    }

    /** Adds the fields of {@code variant} to {@code message}. */
    void addTo(Segments message, Variant variant) {
        sender(message);
        message.add(new SubjectLine(Field.pieces(variant.subject())))
                .constant()
                .add(new Headers()
                        .tokens("Date", date(edition.composedAt(), masthead.zone()))
                        .octets());
        message.add(to -> new Headers().tokens("Message-ID", messageId(to)).octets());
        listFields(message);
        online.apply(variant.language())
                .ifPresent(address -> message.constant()
                        .add(new Headers()
                                .tokens("Archived-At", "<" + address + ">") // RFC 5064 section 2
                                .octets()));
        message.constant()
                .add(new Headers()
                        .tokens("Precedence", "bulk")
                        .tokens("Auto-Submitted", "auto-generated")
                        .tokens("Feedback-ID", feedbackId())
                        .tokens("Content-Language", variant.language().toLanguageTag())
                        .octets());
    }

    private void sender(Segments message) {
        message.constant()
                .add(new Headers()
                        .address("From", masthead.from().name(), masthead.from().address())
                        .octets());
        message.add(MessageHead::to);
        masthead.replyTo()
                .ifPresent(to -> message.constant()
                        .add(new Headers()
                                .address("Reply-To", to.name(), to.address())
                                .octets()));
    }

    private static byte[] to(Addressee to) {
        String name = HeaderText.checked("the name", to.reader().name()).strip();
        return new Headers().address("To", name, to.address()).octets();
    }

    private void listFields(Segments message) {
        message.constant()
                .add(new Headers()
                        .phrase(
                                "List-Id",
                                masthead.name(),
                                "<" + masthead.listId().identifier() + ">")
                        .octets());
        if (isOneClick(masthead.web())) {
            message.add(to -> new Headers()
                            .tokens("List-Unsubscribe", "<" + to.fields().unsubscribe() + ">")
                            .octets())
                    .constant()
                    .add(new Headers()
                            .tokens("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                            .octets());
        }
    }

    /** RFC 8058 section 3.1 asks for https; on this machine alone, where the demo lives, http will do. */
    private static boolean isOneClick(URI web) {
        boolean https = "https".equals(web.getScheme());
        return https || ("http".equals(web.getScheme()) && Loopback.isHostOf(web));
    }

    /** From 1 on. */
    private static Map<Long, String> named(String names) {
        Map<Long, String> named = new HashMap<>();
        for (String name : names.split(" ")) {
            named.put(named.size() + 1L, name);
        }
        return named;
    }

    private static String date(Instant composedAt, ZoneId zone) {
        return DATE.format(composedAt.atZone(zone));
    }

    /** Another one for another prefix: a test must not make a receiver drop the real message as a copy. */
    private String messageId(Addressee to) {
        String id = ids.of(to.reader().id() + "/" + to.prefix()).substring(0, ID_DIGITS);
        return "<" + id + idEnd;
    }

    /** {@code edition:newsletter:cadence:sender}, of which receivers read the last as the name of the sender. */
    private String feedbackId() {
        String domain = masthead.from().address().domain();
        return edition.number() + ":" + edition.id().newsletter() + ":"
                + edition.key().cadence() + ":" + domain;
    }
}
