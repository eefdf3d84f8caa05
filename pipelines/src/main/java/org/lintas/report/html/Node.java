package org.lintas.report.html;

/** A part of a page: an element, a text or the stylesheet. */
public sealed interface Node permits Element, Text, Stylesheet {

    /** Writes the node as HTML. */
    void write(StringBuilder out);
}
