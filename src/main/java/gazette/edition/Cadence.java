package gazette.edition;

import java.util.Optional;

/**
 * How often a subscription gets an edition.
 *
 * @param name such as {@code daily}
 * @param cron a Quartz cron expression in the newsletter's zone; it says when, never who
 * @param template instead of the newsletter's
 * @param limits instead of the newsletter's
 */
public record Cadence(String name, String cron, Optional<String> template, Optional<ArticleLimits> limits) {
    /** As its newsletter has it. */
    public Cadence(String name, String cron) {
        this(name, cron, Optional.empty(), Optional.empty());
    }
}
