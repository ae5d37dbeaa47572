package gazette.web;

import io.javalin.http.Context;

/** What browsers are told to refuse. */
final class SafeHeaders {
    /** For our own pages: nothing but our own style sheet, pictures and frames; no script at all. */
    private static final String PAGE = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self';"
            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /**
     * For a caught message, which is a stranger's HTML: no script, no form, nothing from elsewhere; and the sandbox also
     * when it is opened by itself.
     */
    private static final String MESSAGE = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:;"
            + " form-action 'none'; frame-ancestors 'self'; base-uri 'none';"
            + " sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

    private SafeHeaders() {}

    static void forPage(Context context) {
        context.header("Content-Security-Policy", PAGE);
        context.header("X-Frame-Options", "DENY");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer"); // the address of a page for leaving is a secret
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Cache-Control", "no-store");
    }

    static void forMessage(Context context) {
        context.header("Content-Security-Policy", MESSAGE);
        context.header("X-Frame-Options", "SAMEORIGIN");
    }
}
