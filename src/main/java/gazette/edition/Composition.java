package gazette.edition;

/** What composing came to. */
public sealed interface Composition {
    /**
     * There is an edition, now or since before.
     *
     * @param waiting articles that found no room
     */
    record Composed(Edition edition, int waiting) implements Composition {}

    /**
     * There is none, and no number was used.
     *
     * @param reason kept with the slot
     */
    record NothingToSay(String reason) implements Composition {}
}
