package org.lintas.extract.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.lintas.text.LowerCase;

/**
 * Everything on a page that may contain title, author, date or section, collected in one traversal. All lists are bounded, and
 * so are the values in them: a page of 100,000 meta elements costs no more than the traversal.
 */
final class PageHead implements NodeVisitor {

    /** Longer values are truncated. */
    static final int MAX_VALUE = 2_000;

    /** Values of {@code itemprop} that are read; others, such as {@code articleBody}, are on large elements. */
    private static final Set<String> PROPERTIES = Set.of("datePublished", "dateModified", "author", "articleSection");

    private static final int MAX_NAMES = 500;
    private static final int MAX_VALUES = 8;
    private static final int MAX_HEADINGS = 100;
    private static final int MAX_LINES = 4_000;
    private static final int MAX_LINE = 120;
    private static final int MAX_SCRIPTS = 20;
    private static final int MAX_SCRIPT = 4 << 20;
    private static final int MAX_DEPTH_OF_HEADING = 200;
    private static final int MIN_GLUED = 8;

    /**
     * A heading, or a short line of text.
     *
     * @param order number of lines before it
     */
    record Line(int order, String text) {}

    /**
     * A {@code time} element.
     *
     * @param order number of lines before it
     * @param inArticle whether it is within an {@code article} element
     */
    record Time(int order, String value, boolean inArticle) {}

    private static final Pattern AUTHOR_CLASS =
            Pattern.compile("(?:^|[\\s_-])(?:author|byline)(?:[_-]{1,2}names?)?(?:$|\\s)", Pattern.CASE_INSENSITIVE);

    /** What stands above a headline and is part of its heading: the section, the subject. */
    private static final Pattern KICKER_CLASS = Pattern.compile(
            "kicker|overline|eyebrow|dachzeile|topline|roofline|spitzmarke|strapline|(?:sup|sur|super|pre|over)-?(?:title|headline)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HOME = Pattern.compile("(?:https?:)?(?://[^/]{1,100})?/(?:index\\.\\w{2,5})?");

    private final Map<String, List<String>> metas = new HashMap<>();
    private final Map<String, List<String>> properties = new HashMap<>();
    private final Map<String, List<Line>> headings = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Time> times = new ArrayList<>();
    private final List<String> jsonLd = new ArrayList<>();
    private final List<Line> bylines = new ArrayList<>();
    private final List<String> breadcrumbs = new ArrayList<>();
    private final List<String> siteNames = new ArrayList<>();
    private String canonical = "";
    private String language = "";
    private String title = "";
    private int articles;

    /** Depth of the current breadcrumb element, and of the current element without visible text; negative outside of any. */
    private int breadcrumb = -1;

    private int hidden = -1;

    private PageHead() {}

    static PageHead of(Document page) {
        var head = new PageHead();
        page.traverse(head);
        return head;
    }

    /** Contents of a meta element by its name or property, lower case. */
    Stream<String> metas(String name) {
        return metas.getOrDefault(name, List.of()).stream();
    }

    /** Values of an {@code itemprop}, one of {@link #PROPERTIES}. */
    Stream<String> properties(String name) {
        return properties.getOrDefault(name, List.of()).stream();
    }

    /** Headings of a level, {@code h1} to {@code h3}. */
    List<Line> headings(String level) {
        return headings.getOrDefault(level, List.of());
    }

    /** Short lines of text in their order, links included. */
    List<Line> lines() {
        return lines;
    }

    List<Time> times() {
        return times;
    }

    /** JSON-LD scripts as written. */
    List<String> jsonLd() {
        return jsonLd;
    }

    /** Texts of elements that are marked as author. */
    List<Line> bylines() {
        return bylines;
    }

    /** Texts within the first element that is marked as breadcrumb. */
    List<String> breadcrumbs() {
        return breadcrumbs;
    }

    /** Headings that lead to the home page. */
    List<String> siteNames() {
        return siteNames;
    }

    Optional<String> canonical() {
        return filled(canonical);
    }

    /** The {@code lang} of the page. */
    Optional<String> language() {
        return filled(language);
    }

    /** The {@code title} element. */
    Optional<String> title() {
        return filled(title);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            line(text);
        } else if (node instanceof Element element && hidden < 0) {
            element(element, depth);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (depth == hidden) {
            hidden = -1;
        } else if (hidden >= 0) {
            return;
        }
        if (depth == breadcrumb) {
            breadcrumb = -1;
        }
        if (node instanceof Element element && element.normalName().equals("article")) {
            articles--;
        }
    }

    private void element(Element element, int depth) {
        switch (element.normalName()) {
            case "html" ->
                language = cut(element.attr("lang").isBlank() ? element.attr("xml:lang") : element.attr("lang"));
            case "title" -> title = title.isEmpty() && element.closest("svg") == null ? text(element, depth) : title;
            case "meta" -> meta(element);
            case "link" -> {
                if (canonical.isEmpty() && element.attr("rel").equalsIgnoreCase("canonical")) {
                    canonical = cut(element.attr("href"));
                }
            }
            case "script" -> {
                String data = jsonLd.size() < MAX_SCRIPTS
                                && LowerCase.of(element.attr("type")).contains("ld+json")
                        ? element.data()
                        : "";
                if (!data.isBlank() && data.length() <= MAX_SCRIPT) {
                    jsonLd.add(data);
                }
                hidden = depth;
            }
            case "style", "noscript", "template", "svg", "select", "textarea" -> hidden = depth;
            case "h1", "h2", "h3" -> {
                List<Line> level = headings.computeIfAbsent(element.normalName(), name -> new ArrayList<>());
                if (level.size() < MAX_HEADINGS) {
                    level.add(headingLine(element, depth));
                }
            }
            case "time" -> time(element);
            case "article" -> articles++;
            default -> {}
        }
        marked(element, depth);
    }

    private Line headingLine(Element element, int depth) {
        String text = text(element, depth);
        if (element.childrenSize() == 1 && isHome(element.child(0).attr("href")) && siteNames.size() < MAX_VALUES) {
            siteNames.add(text);
        }
        return new Line(lines.size(), element.childrenSize() == 0 ? text : withoutKicker(element, text));
    }

    /** Without the kicker that a heading begins with, if nothing but its markup parts the two. */
    private static String withoutKicker(Element heading, String text) {
        Element first = heading.child(0);
        String kicker = KICKER_CLASS.matcher(first.className()).find() ? first.text() : "";
        String rest = text.startsWith(kicker) ? text.substring(kicker.length()).strip() : "";
        boolean headline = rest.length() > kicker.length() / 2 && Character.isLetterOrDigit(rest.codePointAt(0));
        return headline ? rest : text;
    }

    /** Whether an address within a page is that of the home page. */
    private static boolean isHome(String address) {
        return HOME.matcher(address).matches();
    }

    private void meta(Element element) {
        String content = cut(element.attr("content"));
        if (content.isBlank()) {
            return;
        }
        for (String key : List.of("property", "name", "http-equiv")) {
            String name = element.attr(key);
            if (!name.isEmpty()) {
                add(metas, LowerCase.of(name), content);
            }
        }
    }

    private void time(Element element) {
        String moment = element.attr("datetime");
        if (!moment.isBlank() && times.size() < MAX_HEADINGS) {
            times.add(new Time(lines.size(), cut(moment), articles > 0));
        }
    }

    /** Reads the attributes of an element: microdata, {@code rel}, and classes such as {@code author}. */
    private void marked(Element element, int depth) {
        if (element.attributesSize() == 0) {
            return;
        }
        boolean author = false;
        for (Attribute attribute : element.attributes()) {
            String value = attribute.getValue();
            switch (attribute.getKey()) {
                case "itemprop" -> property(value, element, depth);
                case "rel" -> author |= value.equals("author");
                case "class" -> {
                    author |= isAuthor(value);
                    breadcrumb(value, depth);
                }
                case "id" -> breadcrumb(value, depth);
                default -> {}
            }
        }
        if (author && bylines.size() < MAX_VALUES) {
            bylines.add(new Line(lines.size(), text(element, depth)));
        }
    }

    private void property(String property, Element element, int depth) {
        if (PROPERTIES.contains(property) && hasRoom(properties, property)) {
            String value = Stream.of("content", "datetime")
                    .map(element::attr)
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .orElseGet(() -> text(element, depth));
            add(properties, property, cut(value));
        }
    }

    private void breadcrumb(String names, int depth) {
        boolean first = breadcrumb < 0 && breadcrumbs.isEmpty();
        if (first && (isNamed(names, "breadcrumb") || isNamed(names, "Breadcrumb"))) {
            breadcrumb = depth;
        }
    }

    /** Whether a class is one for the names of authors, rather than for a box about them. */
    private static boolean isAuthor(String classes) {
        return (isNamed(classes, "author") || isNamed(classes, "byline"))
                ? AUTHOR_CLASS.matcher(classes).find()
                : isNamed(classes, "penulis") || isNamed(classes, "reporter");
    }

    private static boolean isNamed(String names, String name) {
        return names.length() < MAX_VALUE && names.contains(name);
    }

    private void line(TextNode node) {
        if (hidden >= 0 || lines.size() >= MAX_LINES) {
            return;
        }
        String text = node.getWholeText();
        if (text.length() <= 2 * MAX_LINE && !text.isBlank()) {
            String line = text.strip();
            if (line.length() <= MAX_LINE) {
                lines.add(new Line(lines.size(), line));
                if (breadcrumb >= 0 && breadcrumbs.size() < MAX_VALUES) {
                    breadcrumbs.add(line);
                }
            }
        }
    }

    /** The start of the text of an element; empty for an element that is nested deeper than any heading. */
    private static String text(Element element, int depth) {
        if (depth > MAX_DEPTH_OF_HEADING) {
            return "";
        }
        var text = new StringBuilder();
        element.nodeStream(TextNode.class)
                .takeWhile(node -> text.length() < MAX_VALUE)
                .forEach(node -> text.append(node.getWholeText()).append(needsSpace(node) ? " " : ""));
        return cut(text.toString().replace('\n', ' ').strip());
    }

    /** Whether the text ends with a block: inline elements do not separate words. */
    private static boolean needsSpace(TextNode node) {
        Element parent = node.parent();
        if (parent != null && isGlued(node, parent.nextSibling())) {
            return true;
        }
        boolean beforeBreak =
                node.nextSibling() instanceof Element next && next.normalName().equals("br");
        return beforeBreak || (parent != null && parent.isBlock());
    }

    /** Whether an element begins with a capital directly behind a small letter: two lines in two elements. */
    private static boolean isGlued(TextNode node, Node next) {
        String text = node.getWholeText();
        String behind = next instanceof Element element && node.nextSibling() == null ? element.ownText() : "";
        return !behind.isEmpty()
                && text.length() >= MIN_GLUED
                && Character.isLowerCase(text.charAt(text.length() - 1))
                && Character.isUpperCase(behind.charAt(0))
                && behind.length() >= MIN_GLUED;
    }

    private static boolean hasRoom(Map<String, List<String>> map, String name) {
        List<String> values = map.get(name);
        return values == null ? map.size() < MAX_NAMES : values.size() < MAX_VALUES;
    }

    private static void add(Map<String, List<String>> map, String name, String value) {
        if (!value.isBlank() && hasRoom(map, name)) {
            map.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
        }
    }

    /** A value, truncated if it is too long. */
    static String cut(String value) {
        return value.substring(0, Math.min(value.length(), MAX_VALUE));
    }

    private static Optional<String> filled(String value) {
        return value.isBlank() ? Optional.empty() : Optional.of(value);
    }
}
