package org.lintas.report.chart;

import org.lintas.report.html.Element;

/** What a wide table scrolls in: it can be focused, and says so where the table does not fit. */
public final class Frame {

    /** Widths of tables are multiples of this, in rem, each with its rule in the stylesheet. */
    private static final int STEP = 4;

    private static final int NARROWEST = 24;
    private static final int WIDEST = 64;

    private Frame() {}

    /**
     * The table in its frame.
     *
     * @param width what the table needs, in rem
     */
    public static Element of(Element table, String caption, double width) {
        int step = Math.max(NARROWEST, Math.min(WIDEST, (int) Math.ceil(width / STEP) * STEP));
        Element scroll = Element.of("div", table)
                .with("class", "scroll")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", caption);
        return Element.of(
                        "div",
                        Element.of("p", "Scroll sideways for all columns →").with("class", "hint"),
                        scroll)
                .with("class", "frame w" + step);
    }

    /** The caption of a table that may be wider than what is seen of it. */
    public static Element caption(String caption) {
        return Element.of("caption", Element.of("span", caption));
    }
}
