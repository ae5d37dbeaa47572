package gazette.edition;

import gazette.mail.ListId;
import gazette.mail.Mailbox;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * What every edition says of its newsletter. It is frozen with the edition, so that a later attempt sends the same
 * octets whatever the settings say by then.
 *
 * @param newsletter the newsletter's id: its key in the settings
 * @param name what readers call it
 * @param language of its typography, words and dates
 * @param postalAddress on one line
 * @param web where the pages for readers are, without a slash at the end
 * @param style what it changes of its template's looks
 */
public record Masthead(
        String newsletter,
        String name,
        Mailbox from,
        Optional<Mailbox> replyTo,
        Locale language,
        ZoneId zone,
        String postalAddress,
        URI web,
        Style style) {

    /** With its template's own looks. */
    public Masthead(
            String newsletter,
            String name,
            Mailbox from,
            Optional<Mailbox> replyTo,
            Locale language,
            ZoneId zone,
            String postalAddress,
            URI web) {
        this(newsletter, name, from, replyTo, language, zone, postalAddress, web, Style.NONE);
    }

    /** {@code List-Id}: the newsletter's id within the domain of its From address. */
    public ListId listId() {
        return new ListId(name, newsletter, from.address().domain());
    }
}
