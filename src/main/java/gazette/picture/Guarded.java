package gazette.picture;

import gazette.article.Picture;
import gazette.edition.Illustrations.Shown;
import java.util.Optional;
import java.util.function.Supplier;

/** One picture harms no other. */
final class Guarded {
    private Guarded() {}

    /** What {@code appraisal} says; as it is written, when it fails. */
    static Shown appraised(Picture written, Supplier<Shown> appraisal) {
        try {
            return appraisal.get();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) { // ours to mend; the others go on
            return new Shown(
                    Optional.of(written),
                    "it could not be looked at (" + broken + "): if it stays so, please report it with the picture");
        }
    }
}
