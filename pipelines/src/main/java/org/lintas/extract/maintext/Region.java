package org.lintas.extract.maintext;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** A block element of a page, and the amount of text in it, in UTF-16 units. */
final class Region {

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    final Region parent;
    final Element element;
    final String tag;

    /** Number of {@code article} elements around it, itself included. */
    final int articles;

    /** The innermost {@code article} element around it, itself included; null outside of any. */
    final Region article;

    /** The blocks inside are those from the first, inclusive, to the last, exclusive. */
    final int first;

    int last;

    /** Text in paragraphs, text in links, and all text. */
    int prose;

    int linked;
    int all;
    double votes;

    /** The outermost region with the same text and no more, which represents this one. */
    Region place;

    /** Marker by its own class and id; {@link #boilerplate} is the effective one, which also depends on the regions around it. */
    final BoilerplateMarker marker;

    BoilerplateMarker boilerplate = BoilerplateMarker.NONE;

    /** Whether the headline or the body of the article, as the page itself names them, is in it. */
    boolean holdsStory;

    Region(Region parent, Element element, BoilerplateMarker marker, int first) {
        this.parent = parent;
        this.element = element;
        this.tag = element.normalName();
        boolean isArticle = tag.equals("article");
        this.articles = (parent == null ? 0 : parent.articles) + (isArticle ? 1 : 0);
        this.article = isArticle || parent == null ? (isArticle ? this : null) : parent.article;
        this.marker = marker;
        this.first = first;
    }

    /** Computes the amounts of text of all regions, of some blocks only. */
    static void weigh(List<Region> regions, Iterable<Block> blocks) {
        for (Region region : regions) {
            region.prose = 0;
            region.linked = 0;
            region.all = 0;
            region.votes = 0;
        }
        for (Block block : blocks) {
            boolean prose = block.region().tag.equals("p") && !block.isNavigation();
            block.region()
                    .add(prose ? block.own() : 0, block.linked(), block.text().length());
        }
        for (int i = regions.size() - 1; i >= 0; i--) {
            Region region = regions.get(i);
            if (region.parent != null) {
                region.parent.add(region.prose, region.linked, region.all);
            }
        }
    }

    /** Marks this region and those around it as holding the story. */
    void holdStory() {
        for (Region each = this; each != null && !each.holdsStory; each = each.parent) {
            each.holdsStory = true;
        }
    }

    boolean isHeading() {
        return HEADINGS.contains(tag);
    }

    private void add(int prose, int linked, int all) {
        this.prose += prose;
        this.linked += linked;
        this.all += all;
    }

    /** Has to be called on outer regions first. */
    void findPlace() {
        place = parent != null && parent.all == all ? parent.place : this;
    }
}
