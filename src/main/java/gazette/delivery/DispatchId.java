package gazette.delivery;

/** The store's number of a dispatch, from 1, in the order in which audiences were filled. */
public record DispatchId(long value) {}
