package gazette.check;

/**
 * How the text of an element looks.
 *
 * @param ink its colour
 * @param ground what it stands on; opaque
 * @param size in pixels
 * @param from where it got its colour
 * @param below where its ground got its own
 */
record Look(Colour ink, Colour ground, double size, boolean isBold, boolean isHidden, Dye from, Dye below) {
    /**
     * Where a colour was given: an element and its property.
     *
     * @param classes of the element, between blanks
     * @param value as it was written; empty when nobody wrote one
     */
    record Dye(String classes, String property, String value) {
        static final Dye UNWRITTEN = new Dye("", "", "");
    }

    /** Whether it is large in the sense of WCAG 2.2: 18 points, or 14 in bold. */
    boolean isLarge() {
        return size >= 24 || (isBold && size >= 18.66);
    }
}
