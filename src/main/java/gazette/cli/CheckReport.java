package gazette.cli;

import gazette.check.Finding;
import gazette.check.Finding.Level;
import gazette.proof.Checked;
import gazette.proof.CheckedMessages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a check found; {@link CheckLines} say it to people, {@link CheckDocument} to programs.
 *
 * @param sources how many were looked at
 */
record CheckReport(List<Checked> checked, int sources) {
    CheckReport {
        checked = List.copyOf(checked);
    }

    /** All findings, those of one newsletter after those of another. */
    List<Finding> findings() {
        return checked.stream().flatMap(each -> each.findings().stream()).toList();
    }

    /** Never rounded up: what does not pass must not look as if it did. */
    static String oneDigit(double ratio) {
        return BigDecimal.valueOf(ratio).setScale(1, RoundingMode.DOWN).toPlainString();
    }

    /** How many were looked at. */
    int messages() {
        return checked.stream()
                .flatMap(each -> each.messages().stream())
                .mapToInt(CheckedMessages::messages)
                .sum();
    }

    static long count(List<Finding> findings, Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
