package gazette.cli;

import gazette.config.Settings;
import gazette.edition.EditionId;
import gazette.edition.EditionState;
import gazette.edition.Editions.Summary;
import gazette.edition.Newsletter;
import java.util.Optional;

/** {@code [NEWSLETTER/]N} on the command line. */
final class EditionName {
    private EditionName() {}

    /** The edition as lists show it. */
    static Summary known(Workspace workspace, EditionId id) {
        return workspace.store().editions().summary(id).orElseThrow(() -> EditionsCommand.unknown(id));
    }

    /** Why an edition in {@code state} cannot be {@code wanted}, and what to do instead. */
    static String wrongState(EditionId id, EditionState state, String wanted) {
        String why = switch (state) {
            case COMPOSED, RENDERED, FILLING ->
                "has no whole audience yet; finish it with: gazette send " + id.newsletter();
            case FILLED -> "is on its way; see: gazette editions show " + id;
            case PAUSED -> "is paused; to go on: gazette editions resume " + id;
            case CANCELLED -> "was cancelled for good; see: gazette editions show " + id;
        };
        return "n° " + id.number() + " cannot be " + wanted + ": it " + why;
    }

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
