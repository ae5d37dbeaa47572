package gazette.cli;

import gazette.edition.Newsletter;
import java.util.Optional;

/** Sending cannot be undone, so the newsletter's key is asked for once more. */
final class Confirmation {
    private Confirmation() {}

    /** Returns when the key was given; refuses otherwise. Never asks where nobody can answer. */
    static void of(Gazette gazette, Newsletter newsletter, Optional<String> given) {
        String answer = given.orElseGet(() -> ask(gazette, newsletter));
        if (!answer.equals(newsletter.id())) {
            throw new Refusal(ExitCode.USAGE, "Nothing was sent: «" + answer + "» is not «" + newsletter.id() + "».");
        }
    }

    private static String ask(Gazette gazette, Newsletter newsletter) {
        if (!gazette.mayAsk()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "Nothing was sent. To see what would go out: gazette send " + newsletter.id()
                            + " --dry-run. To send it: gazette send " + newsletter.id() + " --confirm "
                            + newsletter.id());
        }
        gazette.screen()
                .ask("Send the next edition of " + newsletter.masthead().name() + "? Type " + newsletter.id()
                        + " to go on: ");
        return gazette.surroundings().answer();
    }
}
