package gazette.delivery;

import gazette.edition.EditionId;

/** The subscribers that an edition is owed to, frozen by {@link Outbox#fill}. */
public record Audience(EditionId edition, long size) {}
