package org.lintas.extract;

import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;

/** Finds the story of a page. */
final class MainText {

    /** A story shorter than this, in UTF-16 units, is looked for again. */
    private static final int SHORT_STORY = 300;

    private MainText() {}

    /**
     * What was found.
     *
     * @param paragraphs the story, in normal form; empty where the page has none
     * @param linkShare share of the page's text that stands in links, 0 to 1
     */
    record Found(List<String> paragraphs, double linkShare) {}

    /**
     * The story of a page. Where little is left after furniture was set aside by the names of its elements, those names
     * were wrong, as in a page whose only element is called {@code main-menu}, and it is read again without them.
     */
    static Found of(Document page) {
        PageBlocks cut = PageBlocks.of(page);
        Found strict = read(cut, block -> !block.isAside() && !block.teaser());
        int length = length(strict);
        if (length >= SHORT_STORY) {
            return strict;
        }
        Found lenient = read(cut, block -> true);
        return length(lenient) > 2 * length ? lenient : strict;
    }

    private static int length(Found found) {
        return found.paragraphs.stream().mapToInt(String::length).sum();
    }

    private static Found read(PageBlocks cut, Predicate<Block> read) {
        List<Block> blocks = cut.blocks().stream().filter(read).toList();
        int all = blocks.stream().mapToInt(block -> block.text().length()).sum();
        int linked = blocks.stream().mapToInt(Block::linked).sum();
        List<String> story = StoryHolder.among(cut.regions(), blocks)
                .map(holder -> new Story(cut, holder, read).paragraphs())
                .orElse(List.of());
        return new Found(story, all == 0 ? 0 : (double) linked / all);
    }
}
