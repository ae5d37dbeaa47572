package gazette.studio;

import gazette.check.Finding;
import gazette.check.Finding.Level;
import java.util.List;

/**
 * What looking at a caught message came to, in short.
 *
 * @param preheader what an inbox shows behind the subject
 * @param errors how many findings are such
 * @param warnings how many findings are such
 * @param isLookedAt whether the rules could look at it: a message beyond all bounds they leave alone
 */
record Appraisal(String preheader, int errors, int warnings, boolean isLookedAt) {
    private static final int MOST_CHARACTERS = 200;

    Appraisal {
        preheader = preheader.length() > MOST_CHARACTERS
                ? preheader.substring(0, preheader.offsetByCodePoints(0, MOST_CHARACTERS / 2))
                : preheader;
    }

    /** Of a message that the rules leave alone. */
    static Appraisal unseen(String beginning) {
        return new Appraisal(beginning, 0, 0, false);
    }

    static Appraisal of(String preheader, List<Finding> findings) {
        return new Appraisal(preheader, count(findings, Level.ERROR), count(findings, Level.WARN), true);
    }

    private static int count(List<Finding> findings, Level level) {
        return (int) findings.stream().filter(each -> each.level() == level).count();
    }

    /** Whether its readers will miss something, or nobody can tell. */
    boolean isBroken() {
        return errors > 0 || !isLookedAt;
    }

    /** A word for the badge's colour. */
    String badge() {
        if (!isLookedAt) {
            return "unseen";
        }
        if (errors > 0) {
            return "bad";
        }
        return warnings > 0 ? "warn" : "good";
    }
}
