/** The pages, asked over HTTP as browsers, mail programs and scanners ask. */
@NullMarked
package gazette.web;

import org.jspecify.annotations.NullMarked;
