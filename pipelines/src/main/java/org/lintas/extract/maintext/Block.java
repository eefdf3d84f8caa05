package org.lintas.extract.maintext;

/**
 * A block of text in a page.
 *
 * @param region the innermost block element around it
 * @param text with single spaces, else as in the page
 * @param linked how much of it is in links, in UTF-16 units
 * @param timed how much of it is a time stamp, in UTF-16 units
 * @param marked whether class or id of an inline element around it mark it as boilerplate
 * @param teaser whether it is the headline or the summary of another page
 */
record Block(Region region, String text, int linked, int timed, boolean marked, boolean teaser) {

    /** A block with more of its text in links is navigation. */
    private static final double MAX_LINK_SHARE = 0.5;

    /** Unless this much of it is outside links: a sentence may have many links. */
    private static final int MIN_SENTENCE = 60;

    private static final double MAX_SENTENCE_LINK_SHARE = 0.8;

    Block asTeaser() {
        return new Block(region, text, linked, timed, marked, true);
    }

    /** Whether class or id of an element around it mark it as boilerplate. */
    boolean isBoilerplate() {
        return marked || region.boilerplate != BoilerplateMarker.NONE;
    }

    /** Whether it is a reader's comment. */
    boolean isComment() {
        return region.boilerplate == BoilerplateMarker.COMMENTS;
    }

    /** How much of it is neither link nor time stamp, in UTF-16 units. */
    int own() {
        return text.length() - linked - timed;
    }

    /** Whether it consists of links. */
    boolean isNavigation() {
        double share = (double) (linked + timed) / text.length();
        return share > MAX_LINK_SHARE && (own() < MIN_SENTENCE || share > MAX_SENTENCE_LINK_SHARE);
    }
}
