package org.lintas.extract.maintext;

import java.util.List;
import java.util.Optional;

/**
 * Finds the content root, which is the region with the main text: blocks of text vote for the regions around them by their
 * length outside links, for inner regions more than for outer ones (after Kohlschütter et al. 2010,
 * doi:10.1145/1718487.1718542, in that text density and link density decide).
 */
final class ContentRootFinder {

    private static final int MIN_VOTE = 25;
    private static final int MAX_VOTE = 1_000;
    private static final int VOTED_LEVELS = 4;
    private static final double VOTE_DECAY = 0.75;

    /** How much more text the parent of a section must hold, and how little of it in links, to be the content root. */
    private static final double WIDER = 1.2;

    private static final double MAX_SECTION_LINK_SHARE = 0.1;

    private ContentRootFinder() {}

    /**
     * The region with most votes.
     *
     * @param regions all regions of the page, each after its parent
     * @param blocks the blocks that may be main text
     */
    static Optional<Region> find(List<Region> regions, List<Block> blocks) {
        Region.weigh(regions, blocks);
        regions.forEach(Region::findPlace);
        for (Block block : blocks) {
            if (block.own() >= MIN_VOTE && !block.isNavigation()) {
                vote(block);
            }
        }
        Region best = null;
        for (Region region : regions) {
            if (region.votes > (best == null ? 0 : best.votes)) {
                best = region;
            }
        }
        return Optional.ofNullable(best).map(ContentRootFinder::widen);
    }

    private static void vote(Block block) {
        double vote = weight(block);
        Region region = block.region().tag.equals("div") ? block.region() : block.region().parent;
        for (int up = 0; region != null && up < VOTED_LEVELS; up++) {
            region.place.votes += vote;
            vote *= VOTE_DECAY;
            region = region.place.parent;
        }
    }

    private static double weight(Block block) {
        double weight = Math.min(block.own(), MAX_VOTE);
        return switch (block.region().tag) {
            case "p" -> weight;
            case "li", "td", "th", "tr" -> weight * 0.3;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> weight * 0.1;
            default -> weight * 0.7;
        };
    }

    /** A main text in sections is wider than the section with most votes: its sections are siblings with few links. */
    private static Region widen(Region section) {
        Region widest = section;
        for (Region parent = section.parent; parent != null && !parent.tag.equals("body"); parent = parent.parent) {
            boolean wider = parent.prose >= WIDER * widest.prose;
            if (wider && (double) parent.linked / parent.all <= MAX_SECTION_LINK_SHARE) {
                widest = parent;
            }
        }
        return widest;
    }
}
