package gazette.check;

/** A mail program that readers have. */
public enum Client {
    GMAIL_WEB("Gmail"),
    GMAIL_IOS("Gmail iOS"),
    GMAIL_ANDROID("Gmail Android"),
    APPLE_MACOS("Apple Mail"),
    APPLE_IOS("Apple Mail iOS"),
    OUTLOOK_WINDOWS("Outlook Windows"),
    OUTLOOK_COM("Outlook.com"),
    YAHOO("Yahoo"),
    ORANGE("Orange"),
    LAPOSTE("LaPoste.net"),
    SFR("SFR"),
    FREE("Free");

    private final String label;

    Client(String label) {
        this.label = label;
    }

    /** Its name, the same in every language. */
    public String label() {
        return label;
    }
}
