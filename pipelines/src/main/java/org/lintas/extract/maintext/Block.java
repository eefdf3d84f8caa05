package org.lintas.extract.maintext;

import java.util.List;
import java.util.stream.Collectors;

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

    /** The same of a paragraph that ends as a sentence does. */
    private static final int MIN_ENDED_SENTENCE = 20;

    private static final double MAX_SENTENCE_LINK_SHARE = 0.8;

    /** Some blocks in a row, as one. */
    static Block joined(Region region, List<Block> blocks, String separator) {
        return new Block(
                region,
                blocks.stream().map(Block::text).collect(Collectors.joining(separator)),
                blocks.stream().mapToInt(Block::linked).sum(),
                blocks.stream().mapToInt(Block::timed).sum(),
                blocks.stream().anyMatch(Block::marked),
                blocks.stream().anyMatch(Block::teaser));
    }

    /** Whether it is all that a cell of a table holds, or stands between its elements. */
    boolean isCell() {
        return region.tag.equals("td") || region.tag.equals("th");
    }

    Block asTeaser() {
        return new Block(region, text, linked, timed, marked, true);
    }

    /** Whether class or id of an element around it mark it as boilerplate. */
    boolean isBoilerplate() {
        return marked || region.boilerplate.compareTo(BoilerplateMarker.SOFT) >= 0;
    }

    /** Whether it is a reader's comment. */
    boolean isComment() {
        return region.boilerplate == BoilerplateMarker.COMMENTS;
    }

    /** Whether it stands beside the story. */
    boolean isAside() {
        return region.boilerplate == BoilerplateMarker.ASIDE;
    }

    /** How much of it is neither link nor time stamp, in UTF-16 units. */
    int own() {
        return text.length() - linked - timed;
    }

    /** Whether it consists of links. */
    boolean isNavigation() {
        double share = (double) (linked + timed) / text.length();
        int least = region.tag.equals("p") && isSentence() ? MIN_ENDED_SENTENCE : MIN_SENTENCE;
        return share > MAX_LINK_SHARE && (own() < least || share > MAX_SENTENCE_LINK_SHARE);
    }

    /** Whether it ends as a sentence does. */
    boolean isSentence() {
        return ".!?။។。".indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
