package gazette.studio;

import gazette.check.Finding;
import gazette.check.Finding.Level;
import java.util.List;

/**
 * How fit an edition is, from 0 to 100. An error makes it 0: something would not arrive as it should. Each kind of warning
 * costs as much as a reader may miss, a kind of note next to nothing; what occurs twice counts once.
 */
record Score(int points, long errors, long warnings, long notes) {
    private static final int BEST = 100;
    private static final int WORST_WITHOUT_ERRORS = 10;
    private static final int WARNING = 6;
    private static final int MOST_FOR_NOTES = 8;

    static Score of(List<Finding> findings) {
        long errors = count(findings, Level.ERROR);
        long lost = WARNING * kinds(findings, Level.WARN) + Math.min(MOST_FOR_NOTES, kinds(findings, Level.INFO));
        int points = errors > 0 ? 0 : (int) Math.max(WORST_WITHOUT_ERRORS, BEST - lost);
        return new Score(points, errors, count(findings, Level.WARN), count(findings, Level.INFO));
    }

    private static long count(List<Finding> findings, Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    private static long kinds(List<Finding> findings, Level level) {
        return findings.stream()
                .filter(finding -> finding.level() == level)
                .map(Finding::rule)
                .distinct()
                .count();
    }
}
