/** Feeds: RSS, Atom and JSON Feed as they are really written, OPML, and how a page names its feeds. */
@NullMarked
package gazette.feed;

import org.jspecify.annotations.NullMarked;
