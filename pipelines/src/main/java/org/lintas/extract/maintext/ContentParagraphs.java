package org.lintas.extract.maintext;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lintas.text.TextNormaliser;

/** Selects the paragraphs of the main text from the blocks of the content root. */
final class ContentParagraphs {

    /** A longer line does not introduce links. */
    private static final int MAX_LABEL = 60;

    /** Shorter lines may be repeated, as numbers in a table are. */
    private static final int MIN_REPEATED = 40;

    /** Number of letters and digits by which a paragraph is recognised as the description of the page. */
    private static final int LEAD_KEY = 50;

    /** More text than this, in UTF-16 units, is a story, so that another headline is that of the next one. */
    private static final int MIN_STORY = 300;

    /** A paragraph between headline and main text is prose if it is at least this long; at most so many are taken. */
    private static final int MIN_PROSE = 50;

    private static final int MAX_PROSE = 1_000;
    private static final int MAX_ABOVE = 8;

    /** With less text than this, in UTF-16 units, outside inner articles, inner articles are kept. */
    private static final int MIN_OUTER_TEXT = 150;

    private final PageBlocks page;
    private final Region root;
    private final Predicate<Block> isContent;

    ContentParagraphs(PageBlocks page, Region root, Predicate<Block> isContent) {
        this.page = page;
        this.root = root;
        this.isContent = isContent;
    }

    /** The paragraphs, in normal form. */
    List<String> paragraphs() {
        List<String> paragraphs = lines(withoutInner(kept()));
        List<String> above = above(paragraphs);
        if (above.isEmpty()) {
            lead(paragraphs).ifPresent(lead -> paragraphs.add(0, lead));
        }
        paragraphs.addAll(0, above);
        return paragraphs;
    }

    /** The blocks without links, and without the lines that introduce links or nothing. */
    private List<Block> kept() {
        var kept = new ArrayList<Block>();
        boolean linksFollow = false;
        List<Block> blocks = untilNextArticle(page.blocks().subList(root.first, root.last));
        for (int i = blocks.size() - 1; i >= 0; i--) {
            Block block = blocks.get(i);
            if (block.isNavigation() || (block.teaser() && !isContent.test(block))) {
                linksFollow = true;
            } else if (isContent.test(block)) {
                boolean introduces = linksFollow
                        ? isLabel(block)
                        : kept.isEmpty() && block.region().isHeading();
                if (!introduces) {
                    kept.add(block);
                }
                linksFollow = false;
            }
        }
        Collections.reverse(kept);
        return kept;
    }

    /** The blocks before the headline of another article, which some pages load below the first one. */
    private List<Block> untilNextArticle(List<Block> blocks) {
        Region article = null;
        int length = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Region around = block.region().article;
            boolean other = around != null && around != article && around.articles <= Math.max(1, root.articles);
            if (length >= MIN_STORY && other && block.region().tag.equals("h1")) {
                return blocks.subList(0, i);
            }
            if (isContent.test(block) && !block.isNavigation()) {
                length += block.own();
                article = length < MIN_STORY ? around : article;
            }
        }
        return blocks;
    }

    private static boolean isLabel(Block block) {
        String text = block.text();
        return block.region().isHeading() || (text.length() <= MAX_LABEL && text.endsWith(":"));
    }

    /** Removes inner {@code article} elements: comments on the article, or related articles. */
    private List<Block> withoutInner(List<Block> blocks) {
        int articles = Math.max(1, root.articles);
        List<Block> outer = blocks.stream()
                .filter(block -> block.region().articles <= articles)
                .toList();
        int length = outer.stream().mapToInt(block -> block.text().length()).sum();
        return length < MIN_OUTER_TEXT ? blocks : outer;
    }

    /** The lines of blocks; a line that follows itself, as for two sizes of screen, is kept once. */
    private static List<String> lines(List<Block> blocks) {
        var lines = new ArrayList<String>();
        String before = "";
        for (Block block : blocks) {
            String line = block.region().tag.equals("h1") ? "" : TextNormaliser.line(block.text());
            boolean again = line.length() >= MIN_REPEATED && line.equals(before);
            if (!line.isEmpty() && !again) {
                lines.add(line);
                before = line;
            }
        }
        return lines;
    }

    /** The prose between the headline and the content root: standfirst and first paragraphs. */
    private List<String> above(List<String> paragraphs) {
        int headline = page.headlines().stream()
                .filter(end -> end <= root.first)
                .max(Integer::compare)
                .orElse(root.first);
        var above = new ArrayList<String>();
        int length = 0;
        for (Block block : page.blocks().subList(headline, root.first)) {
            String line = isProse(block) ? TextNormaliser.line(block.text()) : "";
            length += line.length();
            if (length > MAX_PROSE || above.size() == MAX_ABOVE) {
                return List.of();
            }
            if (!line.isEmpty() && !above.contains(line) && !paragraphs.contains(line) && !page.isLikeTitle(line)) {
                above.add(line);
            }
        }
        return above;
    }

    private boolean isProse(Block block) {
        Region region = block.region();
        boolean sentence =
                region.tag.equals("p") || (region.isHeading() && !region.tag.equals("h1")) || block.isSentence();
        return sentence
                && isContent.test(block)
                && !block.isNavigation()
                && !block.isCell()
                && !region.tag.equals("li")
                && block.own() >= MIN_PROSE;
    }

    /** The lead: a paragraph before the content root that equals the description of the page. */
    Optional<String> lead(List<String> paragraphs) {
        Set<String> keys = page.descriptions().stream()
                .map(ContentParagraphs::key)
                .filter(key -> key.length() == LEAD_KEY)
                .collect(Collectors.toSet());
        if (keys.isEmpty()
                || paragraphs.isEmpty()
                || paragraphs.stream().map(ContentParagraphs::key).anyMatch(keys::contains)) {
            return Optional.empty();
        }
        return page.blocks().subList(0, root.first).stream()
                .filter(block -> !block.isNavigation() && !block.teaser() && keys.contains(key(block.text())))
                .map(block -> TextNormaliser.line(block.text()))
                .findFirst();
    }

    private static String key(String text) {
        var key = new StringBuilder(LEAD_KEY);
        for (int i = 0; i < text.length() && key.length() < LEAD_KEY; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.append(Character.toLowerCase(c));
            }
        }
        return key.toString();
    }
}
