/** HTML as sources write it, made into the blocks of an article: an allow list, and nothing else. */
@NullMarked
package gazette.markup;

import org.jspecify.annotations.NullMarked;
