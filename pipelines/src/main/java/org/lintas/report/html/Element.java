package org.lintas.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An element of HTML or SVG. All text and all values are escaped when written, and nothing executable can be created: no scripts, event handlers or
 * style attributes, and only links to the web, within the page or to the page beside it.
 */
public final class Element implements Node {

    private static final Set<String> VOID = Set.of("meta", "wbr");
    private static final Set<String> REFUSED =
            Set.of("script", "style", "iframe", "object", "embed", "base", "form", "link");
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?!on|style)[a-z][a-zA-Z-]*[0-9]?");
    private static final Pattern BESIDE = Pattern.compile("[a-z]+\\.html(#[a-z]+)?");
    private static final Pattern ADDRESS = Pattern.compile("(?s)(#|https?://).*");

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final List<Node> children = new ArrayList<>();

    private Element(String name) {
        if (!NAME.matcher(name).matches() || REFUSED.contains(name)) {
            throw new IllegalArgumentException("<" + name + ">: element not allowed");
        }
        this.name = name;
    }

    public static Element of(String name, Node... children) {
        return new Element(name).add(children);
    }

    public static Element of(String name, String text) {
        return new Element(name).add(text);
    }

    /** Whether an address from the data may be linked to. */
    public static boolean isAddress(String address) {
        return ADDRESS.matcher(address).matches();
    }

    /**
     * Sets an attribute.
     *
     * @throws IllegalArgumentException if it is executable or not allowed
     */
    public Element with(String attribute, Object value) {
        String text = String.valueOf(value);
        if (!ATTRIBUTE.matcher(attribute).matches()) {
            throw new IllegalArgumentException(attribute + ": attribute not allowed");
        }
        boolean isBeside = attribute.equals("href") && BESIDE.matcher(text).matches();
        if ((attribute.equals("href") || attribute.equals("src")) && !isBeside && !isAddress(text)) {
            throw new IllegalArgumentException(text + ": link not allowed");
        }
        attributes.append(' ').append(attribute).append("=\"");
        Text.escape(text, attributes);
        attributes.append('"');
        return this;
    }

    public Element add(Node... nodes) {
        children.addAll(List.of(nodes));
        return this;
    }

    public Element add(List<? extends Node> nodes) {
        children.addAll(nodes);
        return this;
    }

    public Element add(String text) {
        children.add(new Text(text));
        return this;
    }

    @Override
    public void write(StringBuilder out) {
        out.append('<').append(name).append(attributes).append('>');
        if (!VOID.contains(name)) {
            children.forEach(child -> child.write(out));
            out.append("</").append(name).append('>');
        }
    }

    @Override
    public String toString() {
        var out = new StringBuilder();
        write(out);
        return out.toString();
    }
}
