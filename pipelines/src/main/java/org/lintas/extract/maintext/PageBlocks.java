package org.lintas.extract.maintext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.lintas.text.LowerCase;

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
            "aside",
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
            "tr",
            "table",
            "tbody",
            "pre",
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

    /** Boilerplate is no more than this share of the text of a page outside links. */
    private static final double MAX_BOILERPLATE_SHARE = 0.5;

    private static final Set<String> ROOTS = Set.of("html", "body", "main");

    /** A teaser has no more blocks than this, no more text outside links, and no more text before its headline. */
    private static final int MAX_TEASER_BLOCKS = 6;

    private static final int MAX_TEASER = 300;
    private static final int MAX_LABEL = 60;
    private static final int MIN_HEADLINE = 15;

    private final List<Block> blocks = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private final List<String> descriptions = new ArrayList<>();
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
        // Without recursion, since hostile pages nest deeply.
        page.filter(cutter);
        cutter.markBoilerplate();
        return cutter;
    }

    /** A marker is wrong if its element has most of the text of the page, as {@code has-sidebar} may have. */
    private void markBoilerplate() {
        Region.weigh(regions, blocks);
        Region page = regions.get(0);
        for (Region each : regions) {
            BoilerplateMarker outer = each.parent == null ? BoilerplateMarker.NONE : each.parent.boilerplate;
            boolean most = each.all - each.linked > MAX_BOILERPLATE_SHARE * (page.all - page.linked);
            boolean wrong = each.marker == BoilerplateMarker.BOILERPLATE && most;
            each.boilerplate = BoilerplateMarker.stronger(outer, wrong ? BoilerplateMarker.NONE : each.marker);
        }
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
        if (SKIPPED.contains(tag) || isHidden(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        feed |= FEEDS.contains(tag);
        BoilerplateMarker marker = marker(element, tag);
        if (BLOCKS.contains(tag)) {
            flush();
            region = new Region(region, element, marker, blocks.size());
            regions.add(region);
            return FilterResult.CONTINUE;
        }
        if (marker != BoilerplateMarker.NONE && markedElement == null) {
            markedElement = element;
        }
        if (tag.equals("br")) {
            lineBreak();
        } else if (isLink(element, tag)) {
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
            if (BLOCKS.contains(tag)) {
                flush();
                region.last = blocks.size();
                markTeaser();
                region = region.parent;
            } else if (isLink(element, tag)) {
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

    /** Whether this is a link to another page, not to a fragment of this one. */
    private static boolean isLink(Element element, String tag) {
        return tag.equals("a")
                && element.hasAttr("href")
                && !element.attr("href").startsWith("#");
    }

    private void describe(Element meta) {
        String name = meta.hasAttr("name") ? meta.attr("name") : meta.attr("property");
        if (LowerCase.of(name).endsWith("description")) {
            descriptions.add(meta.attr("content"));
        }
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        return element.hasAttr("hidden")
                || "true".equals(element.attr("aria-hidden"))
                || LowerCase.of(element.attr("style")).replace(" ", "").contains("display:none");
    }

    /** Some servers wrap the whole page in one form, some pages never close a figure: tags are only a hint. */
    private static BoilerplateMarker marker(Element element, String tag) {
        return switch (tag) {
            case "html", "head", "body", "main", "article" -> BoilerplateMarker.NONE;
            case "form", "figure" -> BoilerplateMarker.BOILERPLATE;
            default ->
                BoilerplateMarker.stronger(
                        BoilerplateMarker.in(element.className()), BoilerplateMarker.in(element.id()));
        };
    }
}
