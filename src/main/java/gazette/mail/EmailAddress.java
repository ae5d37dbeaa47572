package gazette.mail;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: {@code local-part@domain} (RFC 5321 section 4.1.2).
 *
 * <p>The domain is kept in lower case with A-labels (RFC 5891 section 4.4), the local part as written, in Unicode's form
 * C. Two addresses are equal when both parts are.
 *
 * @param localPart the part before the last {@code @}: a dot-atom, never quoted
 * @param domain the part after it, at least two labels
 */
public record EmailAddress(String localPart, String domain) {
    /** Longest address that fits a forward-path, in octets: RFC 5321 section 4.5.3.1.3, less the angle brackets. */
    public static final int MAX_OCTETS = 254;

    /** Longest local part, in octets: RFC 5321 section 4.5.3.1.1. */
    public static final int MAX_LOCAL_OCTETS = 64;

    private static final String TOO_LONG = "the address is longer than " + MAX_OCTETS + " octets";

    private static final EmailValidator VALIDATOR =
            JMail.strictValidator().requireTopLevelDomain().disallowSingleCharacterTopLevelDomains();

    /**
     * A dot-atom (RFC 5322 section 3.2.3), with the visible characters that RFC 6532 section 3.2 adds. Quoted strings
     * and comments are left out: nobody has such an address, and each hop reads them in its own way.
     */
    private static final Pattern LOCAL_PART = Pattern.compile(
            "ATOM(\\.ATOM)*".replace("ATOM", "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-[\\P{ASCII}&&[^\\p{C}\\p{Z}]]]+"));

    /** Labels of letters, digits and hyphens (RFC 5321 section 4.1.2); JMail would let comments and blanks stand here. */
    private static final Pattern DOMAIN =
            Pattern.compile("LABEL(\\.LABEL)+".replace("LABEL", "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"));

    /** What a name in the DNS may be written with in any script; {@code ß} and {@code ς} have rules of their own. */
    private static final Pattern ANY_SCRIPT = Pattern.compile("[\\p{L}\\p{M}\\p{N}.。．｡-]+");

    /** Letters that IDNA 2003, the Java library's, maps to others, and IDNA 2008 keeps (RFC 5894 section 7.2). */
    private static final Pattern DEVIATING = Pattern.compile("[ßẞς]");

    /** Refuses what {@link #objection} objects to, so that no other address exists. */
    public EmailAddress {
        objection(localPart, domain).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
    }

    /**
     * The address written in {@code text}, less the blanks around it.
     *
     * @throws IllegalArgumentException with the {@link #objection}
     */
    public static EmailAddress of(String text) {
        formObjection(text).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        String address = normal(text);
        int at = address.lastIndexOf('@');
        return new EmailAddress(address.substring(0, at), asciiDomain(address.substring(at + 1)));
    }

    /** Why {@code text} is no address to send to, as a sentence; empty when it is one. */
    public static Optional<String> objection(String text) {
        Optional<String> form = formObjection(text);
        if (form.isPresent()) {
            return form;
        }
        String address = normal(text);
        int at = address.lastIndexOf('@');
        return objection(address.substring(0, at), asciiDomain(address.substring(at + 1)));
    }

    /** Whether the local part needs SMTPUTF8 (RFC 6531 section 3.1). */
    public boolean needsSmtpUtf8() {
        return !isAscii(localPart);
    }

    /** The address as an SMTP command and a header write it. */
    @Override
    public String toString() {
        return localPart + "@" + domain;
    }

    /** What keeps {@code text} from being taken apart into a local part and a domain of the DNS. */
    private static Optional<String> formObjection(String text) {
        if (text.isBlank()) {
            return Optional.of("there is no address");
        }
        if (HeaderText.hasControl(text)) {
            return Optional.of("the address holds a line break or another control character");
        }
        String address = normal(text);
        if (address.length() > MAX_OCTETS) { // the form that goes out is never shorter
            return Optional.of(TOO_LONG);
        }
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            return Optional.of("«" + address + "» is no address: it needs the form name@domain");
        }
        return domainObjection(address, address.substring(at + 1));
    }

    private static Optional<String> domainObjection(String address, String domain) {
        if (isAscii(domain)) {
            return Optional.empty();
        }
        if (DEVIATING.matcher(domain).find()) {
            return Optional.of("«" + address + "» has a domain with ß or ς, which old and new mail programs read as two"
                    + " different ones: write it in its xn-- form");
        }
        try {
            asciiDomain(domain);
        } catch (IllegalArgumentException notADomain) {
            return Optional.of("«" + address + "» has a domain that cannot be looked up: write it in its xn-- form");
        }
        return ANY_SCRIPT.matcher(domain).matches()
                ? Optional.empty()
                : Optional.of("«" + address + "» has a domain with a character that no domain has");
    }

    /** What is wrong with the two parts as they would go out. */
    private static Optional<String> objection(String localPart, String domain) {
        String address = localPart + "@" + domain;
        if (octets(localPart) > MAX_LOCAL_OCTETS) {
            return Optional.of("the part of the address before the @ is longer than " + MAX_LOCAL_OCTETS + " octets");
        }
        if (octets(address) > MAX_OCTETS) {
            return Optional.of(TOO_LONG);
        }
        if (!LOCAL_PART.matcher(localPart).matches()) {
            return Optional.of(
                    noAddress(address) + ": before the @ it may have letters, digits and .!#$%&'*+/=?^_`{|}~-"
                            + ", no blank and no invisible character");
        }
        return DOMAIN.matcher(domain).matches() && VALIDATOR.isValid("x@" + domain)
                ? Optional.empty()
                : Optional.of(noAddress(address) + ": after the @ it needs a domain such as example.org");
    }

    private static String noAddress(String address) {
        return (HeaderText.hasControl(address) ? "this" : "«" + address + "»")
                + " is no address that mail can be sent to";
    }

    private static String normal(String text) {
        return isAscii(text) ? text.strip() : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    private static String asciiDomain(String domain) {
        return (isAscii(domain) ? domain : IDN.toASCII(domain)).toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static int octets(String text) {
        return isAscii(text) ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
