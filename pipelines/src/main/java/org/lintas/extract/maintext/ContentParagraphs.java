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
        lead(paragraphs).ifPresent(lead -> paragraphs.add(0, lead));
        return paragraphs;
    }

    /** The blocks without links, and without the lines that introduce links or nothing. */
    private List<Block> kept() {
        var kept = new ArrayList<Block>();
        boolean linksFollow = false;
        List<Block> blocks = page.blocks().subList(root.first, root.last);
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
