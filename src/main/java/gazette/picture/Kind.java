package gazette.picture;

/** What a picture is written in. */
enum Kind {
    JPEG("JPEG", "image/jpeg", ""),
    PNG("PNG", "image/png", ""),
    GIF("GIF", "image/gif", ""),
    WEBP("WebP", "image/webp", "Outlook for Windows shows none"),
    AVIF("AVIF", "image/avif", "Outlook for Windows and several webmails show none"),
    HEIC("HEIC", "image/heic", "hardly any mail program but Apple's shows one"),
    SVG("SVG", "image/svg+xml", "Gmail shows none");

    private final String words;
    private final String mediaType;
    private final String objection;

    Kind(String words, String mediaType, String objection) {
        this.words = words;
        this.mediaType = mediaType;
        this.objection = objection;
    }

    /** What people call it. */
    String words() {
        return words;
    }

    String mediaType() {
        return mediaType;
    }

    /** Which readers do not see it; empty when all do. */
    String objection() {
        return objection;
    }

    /** Whether it can go out inside a message: every mail program shows it. */
    boolean isForMail() {
        return objection.isEmpty();
    }
}
