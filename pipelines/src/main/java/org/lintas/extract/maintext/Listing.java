package org.lintas.extract.maintext;

import java.util.ArrayList;
import java.util.List;

/**
 * Distinguishes pages that list articles (front pages, sections, tags, search results) from articles. Both contain linked
 * headlines; in an article one run of text between them is much longer than the others.
 */
final class Listing {

    /** Fewer headlines than this are those of related articles. */
    private static final int MIN_HEADLINES = 10;

    /** A shorter link is no headline. */
    private static final int MIN_HEADLINE = 15;

    /** A longer run of text, in UTF-16 units, is no summary, and a shorter block is a label. */
    private static final int MAX_SUMMARY = 600;

    private static final int MIN_SUMMARY = 60;

    /** The longest run is not of a list unless more runs than this, itself included, are at least half as long. */
    private static final int SIMILAR_RUNS = 3;

    /** This many excerpts under linked headings, none of which has this share of all their text, are a blog's front page. */
    private static final int MIN_EXCERPTS = 5;

    private static final double MAX_EXCERPT_SHARE = 0.4;

    /** Lengths of the runs of text between headlines. */
    private static final class Runs {
        private final List<Integer> lengths = new ArrayList<>();
        private int open;
        private int longest;
        private int sum;

        void add(int length) {
            open += length;
        }

        void end() {
            if (open > 0) {
                lengths.add(open);
                longest = Math.max(longest, open);
                sum += open;
                open = 0;
            }
        }

        long atLeastHalf() {
            return lengths.stream().filter(length -> 2 * length >= longest).count();
        }
    }

    private Listing() {}

    /** Whether a page with a short main text is a list of headlines and summaries. */
    static boolean isOfHeadlines(List<Block> page) {
        var runs = new Runs();
        int headlines = 0;
        for (Block block : page) {
            if (!block.isNavigation()) {
                runs.add(block.own());
            } else if (block.linked() >= MIN_HEADLINE) {
                headlines++;
                runs.end();
            }
        }
        runs.end();
        return headlines >= MIN_HEADLINES && runs.longest <= MAX_SUMMARY && runs.atLeastHalf() > SIMILAR_RUNS;
    }

    /** Whether the supposed main text consists of the beginnings of several articles. */
    static boolean isOfExcerpts(List<Block> content) {
        var runs = new Runs();
        for (Block block : content) {
            if (block.isNavigation() && block.region().isHeading()) {
                runs.end();
            } else if (!block.isNavigation() && block.own() >= MIN_SUMMARY) {
                runs.add(block.own());
            }
        }
        runs.end();
        return runs.lengths.size() >= MIN_EXCERPTS && runs.longest <= MAX_EXCERPT_SHARE * runs.sum;
    }
}
