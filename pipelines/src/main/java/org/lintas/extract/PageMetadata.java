package org.lintas.extract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.lintas.text.TextNormaliser;

/** Title, author, outlet, address and date of a page: from JSON-LD, OpenGraph, meta elements, then the markup itself. */
final class PageMetadata {

    private static final Pattern SITE_SUFFIX = Pattern.compile("\\s+[|–—»·-]\\s+[^|–—»·]{2,40}$");

    /** What is longer is cut before any pattern looks at it. */
    private static final int MAX_VALUE = 2_000;

    private static final String[] DATE_METAS = {
        "article:published_time",
        "og:published_time",
        "og:article:published_time",
        "datePublished",
        "publishdate",
        "pubdate",
        "publish-date",
        "date",
        "content_PublishedDate",
        "dc.date.issued",
        "DC.date",
        "parsely-pub-date",
        "article.published"
    };

    private final Document page;
    private final JsonLd jsonLd;

    PageMetadata(Document page, JsonLd jsonLd) {
        this.page = page;
        this.jsonLd = jsonLd;
    }

    Optional<String> title() {
        return first(List.of(
                jsonLd.text("headline"),
                meta("og:title").map(PageMetadata::withoutSite),
                onlyHeading(),
                Optional.of(page.title()).map(PageMetadata::withoutSite)));
    }

    Optional<String> author() {
        return first(List.of(
                jsonLd.text("author"), meta("author"), meta("article:author").filter(a -> !a.startsWith("http"))));
    }

    Optional<String> outlet() {
        return first(List.of(meta("og:site_name"), jsonLd.text("publisher")));
    }

    /** The canonical address, if it is an absolute one. */
    Optional<String> canonical() {
        Element link = page.selectFirst("link[rel=canonical][href]");
        return first(List.of(Optional.ofNullable(link).map(l -> l.attr("href")), meta("og:url")))
                .filter(url -> host(url).isPresent());
    }

    Optional<PublicationDate> published() {
        Stream<Optional<String>> metas = Stream.of(DATE_METAS).map(this::meta);
        Stream<Optional<String>> marked = Stream.of(
                attribute("[itemprop=datePublished]", "content"),
                attribute("[itemprop=datePublished]", "datetime"),
                attribute("time[datetime][pubdate]", "datetime"),
                attribute("article time[datetime]", "datetime"),
                attribute("time[datetime]", "datetime"));
        return Stream.of(Stream.of(jsonLd.text("datePublished")), metas, marked)
                .flatMap(any -> any)
                .flatMap(Optional::stream)
                .map(PublicationDate::find)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Host of an absolute http address, lower case, without {@code www.}; empty for any other text. */
    static Optional<String> host(String url) {
        try {
            URI uri = new URI(url.strip().replace(" ", "%20"));
            if (uri.getHost() == null
                    || !uri.getScheme().toLowerCase(Locale.ROOT).startsWith("http")) {
                return Optional.empty();
            }
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            return Optional.of(host.startsWith("www.") ? host.substring(4) : host);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<String> onlyHeading() {
        var headings = page.select("h1");
        return headings.size() == 1 ? Optional.of(headings.get(0).text()) : Optional.empty();
    }

    private Optional<String> meta(String name) {
        return attribute("meta[property=" + quoted(name) + "],meta[name=" + quoted(name) + "]", "content");
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private Optional<String> attribute(String selector, String attribute) {
        return page.select(selector).stream()
                .map(element -> element.attr(attribute))
                .map(value -> value.substring(0, Math.min(value.length(), MAX_VALUE)))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static Optional<String> first(List<Optional<String>> candidates) {
        return candidates.stream()
                .flatMap(Optional::stream)
                .map(TextNormaliser::line)
                .filter(line -> !line.isEmpty())
                .findFirst();
    }

    private static String withoutSite(String title) {
        String bare = SITE_SUFFIX.matcher(title).replaceFirst("");
        return bare.length() >= 15 ? bare : title;
    }
}
