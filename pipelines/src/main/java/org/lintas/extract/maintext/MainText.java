package org.lintas.extract.maintext;

import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;

/** Extracts the main text of a page. */
public final class MainText {

    /** If the main text is shorter than this, in UTF-16 units, the page is read again without boilerplate markers. */
    private static final int SHORT_TEXT = 300;

    /** A page with a short main text and more of its text in links has no article. */
    private static final double MAX_LINK_SHARE = 0.8;

    private MainText() {}

    /** The result.
     *
     * @param paragraphs the main text, in normal form; empty if the page has none
     * @param listing whether the page lists articles and has none of its own
     * @param linkShare share of the page's text in links, 0 to 1
     */
    public record Found(List<String> paragraphs, boolean listing, double linkShare) {
        private int length() {
            return paragraphs.stream().mapToInt(String::length).sum();
        }
    }

    /**
     * The main text of a page. If little text is left after marked elements were removed, the markers were wrong, as in a page
     * whose only element is called {@code main-menu}, and the page is read again without them.
     */
    public static Found of(Document page) {
        PageBlocks cut = PageBlocks.of(page);
        Found strict = strict(cut);
        if (cut.trustLargest(strict.length())) {
            strict = strict(cut);
        }
        if (strict.length() >= SHORT_TEXT || strict.listing) {
            return strict;
        }
        Found lenient = read(cut, block -> !block.isComment() && !block.isAside());
        Found better = lenient.length() > 2 * strict.length() ? lenient : strict;
        boolean listing = Listing.isOfHeadlines(
                        cut.blocks().stream().filter(block -> !block.isAside()).toList())
                || (better.length() < SHORT_TEXT && better.linkShare > MAX_LINK_SHARE);
        return new Found(better.paragraphs, listing, better.linkShare);
    }

    private static Found strict(PageBlocks cut) {
        return read(cut, block -> !block.isBoilerplate() && !block.teaser());
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
