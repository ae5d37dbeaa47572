/**
 * Proofs: the next edition as its readers would get it, made and looked at before it goes. Nothing here writes anything.
 *
 * <ol>
 *   <li>{@link gazette.proof.Proof} is an edition that was composed and rendered for a look.
 *   <li>{@link gazette.proof.MessageCheck} makes its messages and lets every rule look at them.
 *   <li>{@link gazette.proof.NewsletterCheck} looks at a newsletter with its sources and templates.
 * </ol>
 */
@NullMarked
package gazette.proof;

import org.jspecify.annotations.NullMarked;
