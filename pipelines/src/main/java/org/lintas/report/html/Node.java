package org.lintas.report.html;

/** What a page is made of: an element, a text, the stylesheet. */
public sealed interface Node permits Element, Text, Stylesheet {

    /** Writes the node as HTML. */
    void write(StringBuilder out);
}
