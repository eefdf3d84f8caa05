package org.lintas.cli;

import java.util.ArrayList;
import java.util.List;
import org.lintas.text.WordTable;

/** Pages of shapes that a parser, or what walks over its tree, may take long for. */
final class PageShape {

    private PageShape() {}

    /** Every shape, as a page of about so many UTF-16 units. */
    static List<TextKind> all() {
        var shapes = new ArrayList<TextKind>();
        for (var row : WordTable.read(PageShape.class, "page_shapes.tsv", 6)) {
            List<String> part = row.stream().map(TextKind::unescaped).toList();
            boolean both = !part.get(4).isEmpty();
            shapes.add(new TextKind(
                    row.get(0),
                    length -> part.get(1)
                            + numbered(part.get(2), both ? length / 2 : length)
                            + part.get(3)
                            + (both ? numbered(part.get(4), length / 2) : "")
                            + part.get(5)));
        }
        return shapes;
    }

    /** A piece of markup over and over, a number in place of each #. */
    private static String numbered(String markup, int length) {
        var html = new StringBuilder(length + markup.length());
        for (int i = 0; html.length() < length; i++) {
            html.append(markup.replace("#", Integer.toString(i)));
        }
        return html.toString();
    }
}
