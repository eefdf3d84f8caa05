package org.lintas.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.lintas.text.TextNormaliser;

/**
 * Finds the story of a page: blocks of text vote for the elements around them by their length without links, and the
 * element with the most votes holds the story (after Kohlschütter et al. 2010, doi:10.1145/1718487.1718542, in that
 * text density and link density decide).
 */
final class MainText {

    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "nav",
            "footer",
            "aside",
            "form",
            "button",
            "select",
            "iframe",
            "svg",
            "figcaption",
            "menu",
            "dialog",
            "textarea",
            "object",
            "video",
            "audio",
            "canvas",
            "head");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "li",
            "ul",
            "ol",
            "blockquote",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "td",
            "tr",
            "table",
            "tbody",
            "pre",
            "dd",
            "dt",
            "dl",
            "header",
            "body",
            "center",
            "figure");

    private static final Pattern FURNITURE = Pattern.compile(
            "(?:^|[\\s_-])(?:comments?|komentar|share|sharing|social|sosmed|related|terkait|recommend\\w*|promo\\w*|sponsor\\w*|advert\\w*|ads?|iklan|banner|sidebar|breadcrumb\\w*|newsletter|subscribe|popup|modal|cookie\\w*|menu|navbar|navigation|footer|tags?|tagcloud|populer|popular|trending|widget|pagination|paging|author-bio|byline|copyright|credit|caption|disclaimer|baca-?juga|readmore|read-more|lihat-?juga|most-read|terpopuler)(?:$|[\\s_-])",
            Pattern.CASE_INSENSITIVE);

    /** A block with more of its text in links than this is navigation. */
    private static final double MAX_LINK_SHARE = 0.5;

    private static final int MIN_VOTE = 25;

    /** A story shorter than this, in UTF-16 units, is looked for again. */
    private static final int SHORT_STORY = 500;

    private static final int VOTED_LEVELS = 4;
    private static final double VOTE_DECAY = 0.75;

    /** How much more text the parent of a section must hold, and how little of it in links, to be the story. */
    private static final double WIDER = 1.4;

    private static final double MAX_SECTION_LINK_SHARE = 0.1;

    private record Block(Element element, String text, int linked) {
        double linkShare() {
            return text.isEmpty() ? 1 : (double) linked / text.length();
        }

        int own() {
            return text.length() - linked;
        }
    }

    private MainText() {}

    /**
     * What was found.
     *
     * @param paragraphs the story, in normal form; empty where the page has none
     * @param linkShare share of the page's text that stands in links, 0 to 1
     */
    record Found(List<String> paragraphs, double linkShare) {}

    /**
     * The story of a page. Where little is left after furniture was set aside by the names of its classes, those names
     * were wrong, as in a page whose body is called {@code has-sidebar}, and it is read again without them.
     */
    static Found of(Document page) {
        Found strict = read(page, true);
        int length = length(strict);
        if (length >= SHORT_STORY) {
            return strict;
        }
        Found lenient = read(page, false);
        return length(lenient) > 2 * length ? lenient : strict;
    }

    private static int length(Found found) {
        return found.paragraphs.stream().mapToInt(String::length).sum();
    }

    private static Found read(Document page, boolean strict) {
        var cutter = new Cutter(page.body(), strict);
        // Without recursion, since hostile pages nest deeply.
        page.body().filter(cutter);
        List<Block> blocks = cutter.blocks;
        int all = blocks.stream().mapToInt(block -> block.text.length()).sum();
        int linked = blocks.stream().mapToInt(Block::linked).sum();
        return new Found(story(blocks), all == 0 ? 0 : (double) linked / all);
    }

    /** Cuts a page into blocks of text. */
    private static final class Cutter implements NodeFilter {
        private final boolean strict;
        private final List<Block> blocks = new ArrayList<>();
        private final Deque<Element> open = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private int linked;
        private int links;

        Cutter(Element root, boolean strict) {
            this.strict = strict;
            open.push(root);
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText().replace('\n', ' '));
                linked += links > 0 ? words.text().strip().length() : 0;
            } else if (node instanceof Element element) {
                String tag = element.normalName();
                if (depth > 0 && skipped(element, tag, strict)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (BLOCKS.contains(tag)) {
                    flush();
                    open.push(element);
                } else if (tag.equals("br")) {
                    lineBreak();
                } else if (tag.equals("a")) {
                    links++;
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (BLOCKS.contains(element.normalName())) {
                    flush();
                    open.pop();
                } else if (element.normalName().equals("a")) {
                    links--;
                }
            }
            return FilterResult.CONTINUE;
        }

        /** One break is a space, two are a new paragraph. */
        private void lineBreak() {
            // Only the white space at the end is looked at: a long block may hold very many breaks.
            int end = text.length() - 1;
            boolean second = false;
            while (end >= 0 && Character.isWhitespace(text.charAt(end))) {
                second |= text.charAt(end--) == '\n';
            }
            second |= end < 0;
            if (second) {
                flush();
            } else {
                text.append('\n');
            }
        }

        private void flush() {
            String paragraph = TextNormaliser.line(text.toString());
            if (!paragraph.isEmpty()) {
                blocks.add(new Block(open.element(), paragraph, Math.min(linked, paragraph.length())));
            }
            text.setLength(0);
            linked = 0;
        }
    }

    private static boolean skipped(Element element, String tag, boolean strict) {
        // Some servers wrap the whole page in one form.
        boolean wrapper = !strict && tag.equals("form");
        if ((SKIPPED.contains(tag) && !wrapper)
                || element.hasAttr("hidden")
                || "true".equals(element.attr("aria-hidden"))) {
            return true;
        }
        if (element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "").contains("display:none")) {
            return true;
        }
        boolean container = tag.equals("body") || tag.equals("html") || tag.equals("article") || tag.equals("main");
        return strict
                && !container
                && (FURNITURE.matcher(element.className()).find()
                        || FURNITURE.matcher(element.id()).find());
    }

    private static List<String> story(List<Block> blocks) {
        Optional<Element> holder = holder(blocks);
        if (holder.isEmpty()) {
            return List.of();
        }
        var paragraphs = new ArrayList<String>();
        for (Block block : blocks) {
            boolean inside = isInside(block, holder.get());
            boolean heading = block.element.normalName().equals("h1");
            if (inside && !heading && block.linkShare() <= MAX_LINK_SHARE) {
                paragraphs.add(block.text);
            }
        }
        return paragraphs;
    }

    /** The element with most votes: each block votes for the elements around it, for near ones more than for far ones. */
    private static Optional<Element> holder(List<Block> blocks) {
        var votes = new LinkedHashMap<Element, Double>();
        for (Block block : blocks) {
            if (block.own() < MIN_VOTE || block.linkShare() > MAX_LINK_SHARE) {
                continue;
            }
            double vote = weight(block);
            Element element = block.element.normalName().equals("div") ? block.element : block.element.parent();
            for (int up = 0; element != null && up < VOTED_LEVELS; up++) {
                votes.merge(element, vote, Double::sum);
                vote *= VOTE_DECAY;
                element = element.parent();
            }
        }
        Optional<Element> best = Optional.empty();
        double most = 0;
        for (var vote : votes.entrySet()) {
            if (vote.getValue() > most) {
                most = vote.getValue();
                best = Optional.of(vote.getKey());
            }
        }
        return best.map(element -> widen(element, blocks));
    }

    /** What the blocks inside an element hold, in UTF-16 units. */
    private static final class Holding {
        private int prose;
        private int linked;
        private int all;

        double linkShare() {
            return (double) linked / Math.max(1, all);
        }
    }

    /** A story in sections is wider than the section with most votes: its sections stand side by side, and hold few links. */
    private static Element widen(Element section, List<Block> blocks) {
        Map<Element, Holding> holdings = new HashMap<>();
        for (Block block : blocks) {
            boolean prose = block.element.normalName().equals("p") && block.linkShare() <= MAX_LINK_SHARE;
            for (Element around = block.element; around != null; around = around.parent()) {
                Holding holding = holdings.computeIfAbsent(around, any -> new Holding());
                holding.prose += prose ? block.own() : 0;
                holding.linked += block.linked;
                holding.all += block.text.length();
            }
        }
        Element widest = section;
        for (Element parent = section.parent();
                parent != null && !parent.normalName().equals("body");
                parent = parent.parent()) {
            Holding holding = holdings.get(parent);
            boolean wider = holding.prose >= WIDER * holdings.get(widest).prose;
            if (wider && holding.linkShare() <= MAX_SECTION_LINK_SHARE) {
                widest = parent;
            }
        }
        return widest;
    }

    private static boolean isInside(Block block, Element element) {
        for (Element around = block.element; around != null; around = around.parent()) {
            if (around.equals(element)) {
                return true;
            }
        }
        return false;
    }

    private static double weight(Block block) {
        double weight = Math.min(block.own(), 1_000);
        return switch (block.element.normalName()) {
            case "p" -> weight;
            case "li", "td" -> weight * 0.3;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> weight * 0.1;
            default -> weight * 0.7;
        };
    }
}
