package gazette.edition;

/**
 * What people and messages call an edition.
 *
 * @param newsletter its id
 * @param number from 1, per newsletter over all its cadences, without holes
 */
public record EditionId(String newsletter, int number) {
    @Override
    public String toString() {
        return newsletter + "/" + number;
    }
}
