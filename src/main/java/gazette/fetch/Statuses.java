package gazette.fetch;

/** What the status codes that bring no document mean for a person (RFC 9110 section 15). */
final class Statuses {
    private static final String LATER = "it is asked again later; if it stays so, tell the publisher";

    private Statuses() {}

    /** A sentence about the answer {@code status} from {@code target}. */
    static String sentence(Target target, int status) {
        return target.host().name() + " answered " + status + " " + meaning(target, status);
    }

    private static String meaning(Target target, int status) {
        return switch (status) {
            case 204, 205 -> "(nothing to show): a feed has content even when it is empty; check the address";
            case 206 -> "(a part of it), though all of it was asked for: " + LATER;
            case 300 -> "(several to choose from): open it in a browser and take the address of the feed";
            case 304 -> "(unchanged), though nothing was known of it: " + LATER;
            case 401 ->
                target.login().isPresent()
                        ? "(log in), and does not take the name and password in the address: check them"
                        : "(log in): write the name and password into the address, as in https://name:password@"
                                + target.host().name() + "/…";
            case 402 -> "(pay first): ask the publisher for an address that your subscription covers";
            case 403 -> "(not allowed): ask the publisher to let Gazette read the feed";
            case 404 -> "(not found): check the address, or look on the publisher's page for the new one";
            case 429 -> "(asked too often): it is left alone for a while; a longer `every` helps";
            case 451 -> "(kept back for legal reasons): ask the publisher";
            case 503 -> "(not available now): " + LATER;
            default -> other(status);
        };
    }

    private static String other(int status) {
        return switch (status / 100) {
            case 2, 3 -> "(no document): a feed comes with 200; check the address";
            case 4 -> "(refused): open the address in a browser to see what it wants";
            case 5 -> "(a trouble of the server's own): " + LATER;
            default -> "(a code that HTTP does not know): " + LATER;
        };
    }
}
