package gazette.delivery;

/** Where a courier gets its letters. Safe to use from many threads. */
@FunctionalInterface
public interface Letters {
    /**
     * The letter of {@code dispatch}: the same octets each time it is asked for, unless the reader's own fields changed.
     *
     * @throws RuntimeException when the store cannot be read; a dispatch that is at fault itself is refused instead
     */
    Made of(Dispatch dispatch);
}
