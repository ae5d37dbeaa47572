package gazette.cli;

import gazette.config.Settings;
import gazette.edition.EditionId;
import gazette.edition.Newsletter;
import java.util.Optional;

/** {@code [NEWSLETTER/]N} on the command line. */
final class EditionName {
    private EditionName() {}

    /** The edition that {@code text} names; a number alone will do when there is one newsletter. */
    static EditionId read(Settings settings, String text) {
        int slash = text.lastIndexOf('/');
        String number = text.substring(slash + 1);
        if (!number.matches("[1-9]\\d{0,8}")) {
            throw new Refusal(ExitCode.USAGE, "«" + text + "» names no edition: write a number, or NEWSLETTER/NUMBER.");
        }
        if (slash < 0 && settings.newsletters().size() > 1) {
            String first = settings.newsletters().get(0).id();
            throw new Refusal(
                    ExitCode.USAGE,
                    "There are " + settings.newsletters().size() + " newsletters, so say which: " + first + "/"
                            + number);
        }
        Newsletter newsletter =
                Gazette.newsletter(settings, slash < 0 ? Optional.empty() : Optional.of(text.substring(0, slash)));
        return new EditionId(newsletter.id(), Integer.parseInt(number));
    }
}
