/** Tests of the words of the mail protocols. */
@NullMarked
package gazette.mail;

import org.jspecify.annotations.NullMarked;
