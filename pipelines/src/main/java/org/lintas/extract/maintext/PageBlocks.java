package org.lintas.extract.maintext;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.lintas.text.LowerCase;
import org.lintas.text.TextNormaliser;

/** Splits a page into blocks of text, in one traversal. */
final class PageBlocks implements NodeFilter {

    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "title",
            "nav",
            "footer",
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
            "canvas");

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
            "th",
            "tr",
            "table",
            "tbody",
            "pre",
            "aside",
            "dd",
            "dt",
            "dl",
            "header",
            "html",
            "body",
            "center",
            "form",
            "figure");

    /** Root elements of feeds and sitemaps. */
    private static final Set<String> FEEDS = Set.of("rss", "feed", "rdf:rdf", "urlset", "sitemapindex");

    private static final int MAX_TITLES = 3;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** A row of a table has at most so many cells, and they are at most so long. */
    private static final int MAX_CELLS = 12;

    private static final int MAX_CELL = 80;
    private static final String CELLS = " | ";

    /** Boilerplate is no more than this share of the text of a page outside links. */
    private static final double MAX_BOILERPLATE_SHARE = 0.5;

    /** So much text in paragraphs, with no more of it in links, may be a story in spite of the name of its element. */
    private static final int MIN_STORY = 600;

    private static final double MAX_STORY_LINK_SHARE = 0.2;

    /** A shorter heading may stand in the title by chance. */
    private static final int MIN_TITLE = 12;

    private static final Set<String> ROOTS = Set.of("html", "body", "main");

    /** A teaser has no more blocks than this, no more text outside links, and no more text before its headline. */
    private static final int MAX_TEASER_BLOCKS = 6;

    private static final int MAX_TEASER = 300;
    private static final int MAX_LABEL = 60;
    private static final int MIN_HEADLINE = 12;

    private final List<Block> blocks = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private final List<String> descriptions = new ArrayList<>();
    private final ElementSigns signs = new ElementSigns();
    private final Set<String> titles = new HashSet<>();
    private final List<Integer> headlines = new ArrayList<>();
    private boolean feed;

    private Region region;
    private final StringBuilder text = new StringBuilder();
    private boolean spaced;
    private boolean broken;
    private int linked;
    private int links;
    private int timed;
    private int times;
    private Element markedElement;

    private PageBlocks() {}

    static PageBlocks of(Document page) {
        var cutter = new PageBlocks();
        cutter.titles.add(page.title());
        // Without recursion, since hostile pages nest deeply.
        page.filter(cutter);
        cutter.markBoilerplate();
        return cutter;
    }

    /**
     * A marker is wrong if its element has the headline or the article's body in it, or most of the text of the page, as
     * {@code l-sidebar} may have.
     */
    private void markBoilerplate() {
        Region.weigh(regions, blocks);
        Region page = regions.get(0);
        for (Region each : regions) {
            BoilerplateMarker outer = each.parent == null ? BoilerplateMarker.NONE : each.parent.boilerplate;
            boolean quoted = each.marker == BoilerplateMarker.QUOTE && outer != BoilerplateMarker.COMMENTS;
            boolean most = each.all - each.linked > MAX_BOILERPLATE_SHARE * (page.all - page.linked);
            boolean movable = each.marker == BoilerplateMarker.BOILERPLATE || each.marker == BoilerplateMarker.SOFT;
            boolean wrong = each.holdsStory || (movable && most);
            BoilerplateMarker own = wrong || quoted ? BoilerplateMarker.NONE : each.marker;
            each.boilerplate = quoted ? own : BoilerplateMarker.stronger(outer, own);
        }
    }

    /**
     * Takes the marker from the region with most text in paragraphs that its name alone marks as boilerplate, if there is more of
     * it than elsewhere; if there is nothing elsewhere, from what stands aside, too.
     *
     * @param elsewhere length of the main text found outside of it, in UTF-16 units
     * @return whether there is such a region
     */
    boolean trustLargest(int elsewhere) {
        Region.weigh(regions, blocks);
        Region largest = null;
        for (Region each : regions) {
            boolean outermost = each.parent == null || each.parent.boilerplate == BoilerplateMarker.NONE;
            boolean soft = each.boilerplate == BoilerplateMarker.SOFT
                    || (elsewhere == 0 && each.boilerplate == BoilerplateMarker.ASIDE);
            if (outermost && soft && each.prose > (largest == null ? 0 : largest.prose)) {
                largest = each;
            }
        }
        boolean story = largest != null
                && largest.prose >= MIN_STORY
                && largest.prose > 2 * elsewhere
                && largest.linked < MAX_STORY_LINK_SHARE * largest.all;
        if (story) {
            largest.holdsStory = true;
            markBoilerplate();
        }
        return story;
    }

    /** The blocks, in the order of the page. */
    List<Block> blocks() {
        return blocks;
    }

    /** The regions, each after its parent. */
    List<Region> regions() {
        return regions;
    }

    /** Descriptions of the page, from its meta elements. */
    List<String> descriptions() {
        return descriptions;
    }

    /** Whether half of the words of a line, or more, stand in a title of the page: it is a form of the headline. */
    boolean isLikeTitle(String line) {
        List<String> words = words(line);
        return titles.stream()
                .map(title -> new HashSet<>(words(title)))
                .anyMatch(title -> 2 * words.stream().filter(title::contains).count() >= words.size());
    }

    private static List<String> words(String line) {
        return List.of(BETWEEN_WORDS.split(LowerCase.of(line).strip()));
    }

    /** For each heading of the first level that is the page's title, the number of blocks up to it. */
    List<Integer> headlines() {
        return headlines;
    }

    /** Whether this is a feed or a sitemap rather than a page. */
    boolean isFeed() {
        return feed;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            return open(element, element.normalName());
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult open(Element element, String tag) {
        if (tag.equals("meta")) {
            describe(element);
        }
        if (SKIPPED.contains(tag) || ElementSigns.isHidden(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        feed |= FEEDS.contains(tag);
        BoilerplateMarker marker = signs.marker(element, tag);
        if (marker == BoilerplateMarker.UNSEEN) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (BLOCKS.contains(tag)) {
            flush();
            region = new Region(region, element, marker, blocks.size());
            regions.add(region);
            if (element.attributesSize() > 0 && element.attr("itemprop").equals("articleBody")) {
                region.holdStory();
            }
            return FilterResult.CONTINUE;
        }
        if (marker != BoilerplateMarker.NONE && markedElement == null) {
            markedElement = element;
        }
        if (tag.equals("br")) {
            lineBreak();
        } else if (ElementSigns.isLink(element, tag)) {
            links++;
        } else if (tag.equals("time")) {
            times++;
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            String tag = element.normalName();
            if (region != null && element.equals(region.element)) {
                flush();
                if (tag.equals("tr")) {
                    joinCells();
                }
                region.last = blocks.size();
                markTeaser();
                if (tag.equals("h1") && isTitle()) {
                    region.holdStory();
                    headlines.add(blocks.size());
                }
                region = region.parent;
            } else if (ElementSigns.isLink(element, tag)) {
                links--;
            } else if (tag.equals("time")) {
                times--;
            }
            if (element.equals(markedElement)) {
                markedElement = null;
            }
        }
        return FilterResult.CONTINUE;
    }

    private void append(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                spaced = true;
                continue;
            }
            if (spaced && text.length() > 0) {
                append(' ');
            }
            spaced = false;
            broken = false;
            append(c);
        }
    }

    private void append(char c) {
        text.append(c);
        if (times > 0) {
            timed++;
        } else if (links > 0) {
            linked++;
        }
    }

    /** One break is a space, two are a new paragraph. */
    private void lineBreak() {
        if (broken) {
            flush();
        }
        broken = true;
        spaced = true;
    }

    private void flush() {
        if (text.length() > 0) {
            blocks.add(new Block(region, text.toString(), linked, timed, markedElement != null, false));
        }
        text.setLength(0);
        spaced = false;
        broken = false;
        linked = 0;
        timed = 0;
    }

    /** A row of short cells is one line: a cell of a table by itself says little, and may look like a label. */
    private void joinCells() {
        List<Block> cells = blocks.subList(region.first, blocks.size());
        boolean row = cells.size() > 1
                && cells.size() <= MAX_CELLS
                && cells.stream().allMatch(cell -> cell.isCell() && cell.text().length() <= MAX_CELL);
        if (row) {
            Block line = Block.joined(region, cells, CELLS);
            cells.clear();
            blocks.add(line);
        }
    }

    /** Marks a region as a teaser of another page if it starts with a linked headline and has little other text. */
    private void markTeaser() {
        List<Block> box = blocks.subList(region.first, region.last);
        if (box.size() < 2 || box.size() > MAX_TEASER_BLOCKS || ROOTS.contains(region.tag)) {
            return;
        }
        int own = 0;
        boolean headline = false;
        for (Block block : box) {
            headline |= own <= MAX_LABEL && block.isNavigation() && block.linked() >= MIN_HEADLINE;
            own += block.own();
        }
        if (headline && own <= MAX_TEASER) {
            box.replaceAll(Block::asTeaser);
        }
    }

    private void describe(Element meta) {
        String name = LowerCase.of(meta.hasAttr("name") ? meta.attr("name") : meta.attr("property"));
        if (name.endsWith("description")) {
            descriptions.add(meta.attr("content"));
        } else if (name.equals("og:title") && titles.size() < MAX_TITLES) {
            titles.add(TextNormaliser.line(meta.attr("content")));
        }
    }

    /** Whether the heading that ends here is the page's title. */
    private boolean isTitle() {
        List<Block> heading = blocks.subList(region.first, region.last);
        return heading.size() == 1
                && heading.get(0).text().length() >= MIN_TITLE
                && titles.stream()
                        .anyMatch(title -> title.contains(heading.get(0).text()));
    }
}
