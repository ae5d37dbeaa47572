/**
 * A domain puts its name to a message (DKIM, RFC 6376): keys and the records that publish them, the canonical form of a
 * message, and the fields that sign it.
 *
 * <ol>
 *   <li>{@link gazette.dkim.KeyFile} reads and writes a {@link gazette.dkim.SigningKey}; a {@link
 *       gazette.dkim.SigningDomain} has one for RSA and perhaps one for Ed25519, each under a selector of its own.
 *   <li>{@link gazette.dkim.Signer} looks at a header and gives a {@link gazette.dkim.Draft}, whose length is known; with
 *       the {@link gazette.dkim.BodyHash} it becomes the fields that stand before the message.
 *   <li>{@link gazette.dkim.SeenSignature} reads such a field, and tells whether the message is still what was signed.
 * </ol>
 */
@NullMarked
package gazette.dkim;

import org.jspecify.annotations.NullMarked;
