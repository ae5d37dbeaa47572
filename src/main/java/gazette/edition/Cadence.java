package gazette.edition;

/**
 * How often a subscription gets an edition.
 *
 * @param name such as {@code daily}
 * @param cron a Quartz cron expression in the newsletter's zone; it says when, never who
 */
public record Cadence(String name, String cron) {}
