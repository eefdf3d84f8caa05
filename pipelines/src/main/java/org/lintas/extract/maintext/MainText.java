package org.lintas.extract.maintext;

import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;

/** Finds the story of a page. */
public final class MainText {

    /** A story shorter than this, in UTF-16 units, is looked for again. */
    private static final int SHORT_TEXT = 300;

    /** A page with a short story and more of its text in links has none. */
    private static final double MAX_LINK_SHARE = 0.8;

    private MainText() {}

    /**
     * What was found.
     *
     * @param paragraphs the story, in normal form; empty where the page has none
     * @param listing whether the page lists stories and has none of its own
     * @param linkShare share of the page's text that stands in links, 0 to 1
     */
    public record Found(List<String> paragraphs, boolean listing, double linkShare) {
        private int length() {
            return paragraphs.stream().mapToInt(String::length).sum();
        }
    }

    /**
     * The story of a page. Where little is left after furniture was set aside by the names of its elements, those names
     * were wrong, as in a page whose only element is called {@code main-menu}, and it is read again without them.
     */
    public static Found of(Document page) {
        PageBlocks cut = PageBlocks.of(page);
        Found strict = read(cut, block -> !block.isBoilerplate() && !block.teaser());
        if (strict.length() >= SHORT_TEXT || strict.listing) {
            return strict;
        }
        Found lenient = read(cut, block -> !block.isComment());
        Found better = lenient.length() > 2 * strict.length() ? lenient : strict;
        boolean listing = Listing.isOfHeadlines(cut.blocks())
                || (better.length() < SHORT_TEXT && better.linkShare > MAX_LINK_SHARE);
        return new Found(better.paragraphs, listing, better.linkShare);
    }

    private static Found read(PageBlocks cut, Predicate<Block> read) {
        List<Block> blocks = cut.blocks().stream().filter(read).toList();
        int all = blocks.stream().mapToInt(block -> block.text().length()).sum();
        int linked = blocks.stream().mapToInt(Block::linked).sum();
        double linkShare = all == 0 ? 0 : (double) linked / all;
        return ContentRootFinder.find(cut.regions(), blocks)
                .map(root -> {
                    List<Block> held = cut.blocks().subList(root.first, root.last).stream()
                            .filter(read)
                            .toList();
                    boolean listing = cut.isFeed() || Listing.isOfExcerpts(held);
                    return new Found(new ContentParagraphs(cut, root, read).paragraphs(), listing, linkShare);
                })
                .orElse(new Found(List.of(), cut.isFeed(), linkShare));
    }
}
