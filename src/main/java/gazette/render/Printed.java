package gazette.render;

import java.util.Optional;

/**
 * What the files of a template printed, as they printed it; the subject alone is on one line.
 *
 * @param html empty when there is to be no HTML part
 */
record Printed(String subject, Optional<String> html, String text) {}
