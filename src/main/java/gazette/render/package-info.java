/**
 * An edition becomes words: FreeMarker runs once per variant and leaves a marker in each personal place.
 *
 * <ol>
 *   <li>{@link gazette.render.Renderer} runs a template folder over an edition.
 *   <li>{@link gazette.render.EditionModel} is what a template sees of it, {@link gazette.render.Words} the phrases of
 *       its language; {@link gazette.render.BlockModel} and {@link gazette.render.ProseModel} are its articles.
 *   <li>{@link gazette.render.Typography} spaces French as printers do, {@link gazette.render.Galley} over the ends of
 *       emphasis and links.
 *   <li>{@link gazette.render.Engine} is FreeMarker, fenced in; {@link gazette.render.Diagnosis} says what went wrong.
 *   <li>{@link gazette.render.Stylesheet} makes the HTML part whole without {@code <style>};
 *       {@link gazette.render.TextPart} breaks the lines of the plain-text part.
 *   <li>{@link gazette.render.Field} marks the personal places and fills them.
 *   <li>{@link gazette.render.Pages} runs the templates of web pages by the same means.
 * </ol>
 */
@NullMarked
package gazette.render;

import org.jspecify.annotations.NullMarked;
