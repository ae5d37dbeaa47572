/** The sink, sent to over SMTP. */
@NullMarked
package gazette.sink;

import org.jspecify.annotations.NullMarked;
