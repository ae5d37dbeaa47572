/**
 * The words of the mail protocols as types: addresses, replies, identifiers. Nothing here sends anything; every other
 * package may use these, and a value that exists is one that may go out.
 */
@NullMarked
package gazette.mail;

import org.jspecify.annotations.NullMarked;
