package org.lintas.extract.maintext;

/**
 * A piece of text that stands on its own in a page.
 *
 * @param region the innermost block element around it
 * @param text with single spaces, else as in the page
 * @param linked how much of it stands in links, in UTF-16 units
 * @param timed how much of it is a time stamp, in UTF-16 units
 * @param marked whether an inline element around it is named like furniture
 * @param teaser whether it is the headline or the summary of another page
 */
record Block(Region region, String text, int linked, int timed, boolean marked, boolean teaser) {

    /** A block with more of its text in links is navigation. */
    private static final double MAX_LINK_SHARE = 0.5;

    /** Unless so much of it stands in no link: a sentence may be full of them. */
    private static final int MIN_SENTENCE = 60;

    private static final double MAX_SENTENCE_LINK_SHARE = 0.8;

    Block asTeaser() {
        return new Block(region, text, linked, timed, marked, true);
    }

    /** Whether the name of an element around it says that it is furniture. */
    boolean isBoilerplate() {
        return marked || region.boilerplate != BoilerplateMarker.NONE;
    }

    /** Whether readers wrote it. */
    boolean isComment() {
        return region.boilerplate == BoilerplateMarker.COMMENTS;
    }

    /** How much of it is neither link nor time stamp, in UTF-16 units. */
    int own() {
        return text.length() - linked - timed;
    }

    /** Whether it is there to be clicked. */
    boolean isNavigation() {
        double share = (double) (linked + timed) / text.length();
        return share > MAX_LINK_SHARE && (own() < MIN_SENTENCE || share > MAX_SENTENCE_LINK_SHARE);
    }
}
