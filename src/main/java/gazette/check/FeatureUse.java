package gazette.check;

/**
 * A place in a message that needs a feature.
 *
 * @param slug of the feature
 * @param line of the HTML part, from 1; 0 when it is not known
 * @param said what stands there, such as {@code border-radius: 3px}
 * @param isSpare whether what stands there is whole without it: another declaration before says what holds then, or it is
 *     in a style block that only adds
 */
record FeatureUse(String slug, int line, String said, boolean isSpare) {}
