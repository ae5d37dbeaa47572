package gazette.digest;

import gazette.article.Problem;
import gazette.delivery.Audience;
import gazette.edition.Edition;
import gazette.pickup.PickUpReport;
import gazette.subscriber.ImportReport;
import java.util.List;
import java.util.Optional;

/**
 * What a digest run came to.
 *
 * @param list what reading the operator's list changed, if the newsletter has one
 * @param edition the edition that was filled; empty when there was nothing to say
 * @param audience of that edition
 * @param pictures what is wrong with its pictures; empty when an earlier run has told it
 * @param waiting articles that found no room in it
 * @param reason why there is no edition; empty when there is one
 */
public record RunReport(
        PickUpReport pickedUp,
        Optional<ImportReport> list,
        Optional<Edition> edition,
        Optional<Audience> audience,
        List<Problem> pictures,
        int waiting,
        String reason) {
    public RunReport {
        pictures = List.copyOf(pictures);
    }

    static RunReport skipped(PickUpReport pickedUp, Optional<ImportReport> list, String reason) {
        return new RunReport(pickedUp, list, Optional.empty(), Optional.empty(), List.of(), 0, reason);
    }

    static RunReport filled(
            PickUpReport pickedUp,
            Optional<ImportReport> list,
            Edition edition,
            Audience audience,
            List<Problem> pictures,
            int waiting) {
        return new RunReport(pickedUp, list, Optional.of(edition), Optional.of(audience), pictures, waiting, "");
    }
}
