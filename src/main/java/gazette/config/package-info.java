/**
 * The settings file becomes records of the packages that use them; all problems are listed at once, each with its line.
 *
 * <ol>
 *   <li>{@link gazette.config.YamlText} takes the text apart into nodes that know where they stand.
 *   <li>{@link gazette.config.SettingsFile} goes through the sections, each key asked for by name.
 *   <li>{@link gazette.config.Section} finds a key's value: the environment's, the file's, or the default.
 *   <li>{@link gazette.config.Kinds} reads the value, or says what it should be.
 * </ol>
 */
@NullMarked
package gazette.config;

import org.jspecify.annotations.NullMarked;
