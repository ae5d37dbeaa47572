/** One document from the web: asked politely, with caps on size and time, and never from one's own network by mistake. */
@NullMarked
package gazette.fetch;

import org.jspecify.annotations.NullMarked;
