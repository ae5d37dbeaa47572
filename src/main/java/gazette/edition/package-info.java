/**
 * An edition is a fact: keyed by (newsletter, cadence, slot), numbered, composed once, frozen with its variants.
 *
 * <ol>
 *   <li>{@link gazette.edition.Sieve} asks the rules of each article and keeps a {@link gazette.edition.Candidate} of it.
 *   <li>{@link gazette.edition.Shelf} is what an edition could be made of right now.
 *   <li>{@link gazette.edition.Choice} decides which articles are in, and why there may be no edition.
 *   <li>{@link gazette.edition.Editions} composes in one transaction and keeps what was rendered.
 * </ol>
 */
@NullMarked
package gazette.edition;

import org.jspecify.annotations.NullMarked;
