/**
 * An edition becomes words: FreeMarker runs once per variant and leaves a marker in each personal place.
 *
 * <ol>
 *   <li>{@link gazette.render.Renderer} runs a template over an edition, once for each
 *       {@link gazette.render.VariantKeys key} of its readers. {@link gazette.render.Layers} are the folders that its
 *       files come from, {@link gazette.render.Snapshot} the files as they were.
 *   <li>{@link gazette.render.Typesetter} makes a variant with its fields open, and finds out by
 *       {@link gazette.render.ReaderFields} where the template does more with them than printing;
 *       {@link gazette.render.Workshop} is what variants of an edition share.
 *   <li>{@link gazette.render.EditionModel} is what a template sees of it, {@link gazette.render.InboxLines} what an inbox
 *       shows, {@link gazette.render.Words} the phrases of
 *       its language; {@link gazette.render.BlockModel} and {@link gazette.render.ProseModel} are its articles.
 *   <li>{@link gazette.render.Typography} sets text as printers of its language do, {@link gazette.render.Galley} over the ends of
 *       emphasis and links.
 *   <li>{@link gazette.render.Engine} is FreeMarker, fenced in; {@link gazette.render.Diagnosis} says what went wrong.
 *   <li>{@link gazette.render.Stylesheet} makes the HTML part whole without {@code <style>};
 *       {@link gazette.render.TextPart} breaks the lines of the plain-text part.
 *   <li>{@link gazette.render.Field} marks the personal places and fills them, {@link gazette.render.PersonalText} those
 *       of the plain-text part.
 *   <li>{@link gazette.render.Pages} runs the templates of web pages by the same means.
 * </ol>
 */
@NullMarked
package gazette.render;

import org.jspecify.annotations.NullMarked;
