package org.lintas.extract.maintext;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.lintas.text.LowerCase;

/** What the tag and the attributes of the elements of one page say about them. */
final class ElementSigns {

    /** Ids of hidden elements that a script of React moves into the page once they have arrived. */
    private static final Pattern STREAMED = Pattern.compile("[\\w:-]{0,40}S:[0-9a-f]{1,8}");

    private static final int MIN_STYLE = 11;

    private final Map<String, BoilerplateMarker> markers = new HashMap<>();

    /** Whether this is a link to another page, not to a fragment of this one. */
    static boolean isLink(Element element, String tag) {
        return tag.equals("a")
                && element.hasAttr("href")
                && !element.attr("href").startsWith("#");
    }

    /** Whether it is not shown. */
    static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        String style = element.attr("style");
        return (element.hasAttr("hidden") && !STREAMED.matcher(element.id()).matches())
                || "true".equals(element.attr("aria-hidden"))
                || (style.length() > MIN_STYLE
                        && LowerCase.of(style).replace(" ", "").contains("display:none"));
    }

    /** A page repeats few classes many times. */
    private BoilerplateMarker named(String classes) {
        return classes.isEmpty() ? BoilerplateMarker.NONE : markers.computeIfAbsent(classes, BoilerplateMarker::in);
    }

    /** Some servers wrap the whole page in one form, some pages never close a figure: tags are only a hint. */
    BoilerplateMarker marker(Element element, String tag) {
        return switch (tag) {
            case "html", "head", "body", "main", "article" -> BoilerplateMarker.NONE;
            case "form", "figure" -> BoilerplateMarker.BOILERPLATE;
            case "aside" -> BoilerplateMarker.ASIDE;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> named(element.className());
            default ->
                element.attributesSize() == 0
                        ? BoilerplateMarker.NONE
                        : BoilerplateMarker.stronger(
                                named(element.className()),
                                element.hasAttr("id") ? BoilerplateMarker.inId(element.id()) : BoilerplateMarker.NONE);
        };
    }
}
