package gazette.delivery;

/**
 * One life of one process that delivers. A worker that was presumed dead finds its claims under another epoch, or none,
 * and cannot write.
 *
 * @param value grows with every life
 */
public record Epoch(long value) {}
