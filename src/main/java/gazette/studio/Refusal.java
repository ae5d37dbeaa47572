package gazette.studio;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Why something is not changed, though it was asked for at this machine. */
enum Refusal {
    /** A page of somebody else asks for it. */
    FOREIGN(HttpStatus.FORBIDDEN),
    /** The form does not have the token of this start of the program. */
    OLD(HttpStatus.FORBIDDEN),
    /** Nobody says how long the body is (RFC 9110 section 15.5.12). */
    ENDLESS(HttpStatus.LENGTH_REQUIRED),
    /** More than the page takes. */
    LARGE(HttpStatus.CONTENT_TOO_LARGE),
    /** What is sent is no form. */
    ODD(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    /** Too many requests are being read. */
    BUSY(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Refusal(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** What its sentences are called. */
    String key() {
        return "live_refused_" + name().toLowerCase(Locale.ROOT);
    }

    /**
     * What the header alone tells, before anything of the body is read.
     *
     * @param kind the media type of the form
     * @param most octets that its body may have
     */
    static Optional<Refusal> ofHeader(Context context, String kind, long most) {
        if (isForeign(context)) {
            return Optional.of(FOREIGN);
        }
        if (!Objects.requireNonNullElse(context.contentType(), "").startsWith(kind)) {
            return Optional.of(ODD);
        }
        long length = context.req().getContentLengthLong();
        if (length < 0) {
            return Optional.of(ENDLESS);
        }
        return length > most ? Optional.of(LARGE) : Optional.empty();
    }

    /** Browsers say whose page asks (RFC 6454 section 7, and Fetch Metadata); other programs need not. */
    static boolean isForeign(Context context) {
        String origin = context.header("Origin");
        String site = context.header("Sec-Fetch-Site");
        return (origin != null && !origin.equals("http://" + context.header("Host")))
                || (site != null && !site.equals("same-origin"));
    }
}
