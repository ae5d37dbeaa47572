package gazette.web;

import io.javalin.http.Context;

/** What browsers are told to refuse. */
public final class SafeHeaders {
    /** For our own pages: nothing but our own style sheet, pictures and frames; no script at all. */
    private static final String PAGE = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self';"
            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /**
     * For a caught message, which is a stranger's HTML: no script, no form, nothing from elsewhere; and the sandbox also
     * when it is opened by itself.
     */
    private static final String MESSAGE = "default-src 'none'; style-src 'unsafe-inline'; img-src %s;"
            + " form-action 'none'; frame-ancestors 'self'; base-uri 'none';"
            + " sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

    /** For the studio's pages: the same, with scripts and answers of our own. */
    private static final String STUDIO = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** For an edition on the web, whose styles stand in its elements and whose pictures may be a newsroom's own. */
    private static final String EDITION = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' https:;"
            + " form-action 'none'; frame-ancestors 'none'; base-uri 'none';"
            + " sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox"
            + " allow-top-navigation-by-user-activation";

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

    /** For a page of the studio; after those that every page has. */
    public static void forStudio(Context context) {
        context.header("Content-Security-Policy", STUDIO);
        context.header("Referrer-Policy", "same-origin"); // with none at all, browsers hide whose page a form is of
    }

    /** For an edition that readers open by itself; after those that every page has. */
    static void forEdition(Context context) {
        context.header("Content-Security-Policy", EDITION);
    }

    /** For a message, shown in a frame of the studio, with the pictures that it carries. */
    public static void forMessage(Context context) {
        forMessage(context, "'self' data:");
    }

    /** The same without any picture. */
    public static void forMessageWithoutPictures(Context context) {
        forMessage(context, "'none'");
    }

    /** The same with pictures that it links to elsewhere, which somebody asked for. */
    public static void forMessageWithLinkedPictures(Context context) {
        forMessage(context, "'self' data: https: http:");
    }

    private static void forMessage(Context context, String pictures) {
        context.header("Content-Security-Policy", MESSAGE.formatted(pictures));
        context.header("X-Frame-Options", "SAMEORIGIN");
    }
}
