package org.lintas.extract.metadata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lintas.extract.dates.DateReader;
import org.lintas.extract.dates.PublicationDate;
import org.lintas.schemas.DateOrigin;

/**
 * Finds when a page was published and modified. Machine-readable dates are preferred, then the address, then the lines around
 * the headline; a date without a time is replaced by one with a time on the same day.
 */
final class PageDates {

    private static final List<String> PUBLISHED_OPENGRAPH =
            List.of("article:published_time", "og:published_time", "og:article:published_time", "og:pubdate");

    private static final List<String> PUBLISHED_METAS = List.of(
            "datepublished",
            "publishdate",
            "pubdate",
            "publish-date",
            "publish_date",
            "published_date",
            "published-date",
            "publication_date",
            "date",
            "content_publisheddate",
            "dc.date.issued",
            "dcterms.created",
            "dcterms.date",
            "dc.date",
            "dc.date.created",
            "parsely-pub-date",
            "sailthru.date",
            "article.published",
            "cxenseparse:recs:publishtime",
            "originalpublicationdate");

    private static final List<String> MODIFIED_OPENGRAPH =
            List.of("article:modified_time", "og:updated_time", "og:modified_time");

    private static final List<String> MODIFIED_METAS =
            List.of("datemodified", "lastmod", "last-modified", "revised", "dcterms.modified", "dc.date.modified");

    /** The date line is at most this many lines below the headline, or above it. */
    private static final int LINES_BELOW = 25;

    private static final int LINES_ABOVE = 12;

    private static final int LINES_NEXT = 4;

    private final PageHead head;
    private final JsonLd jsonLd;
    private final DateReader reader;

    PageDates(PageHead head, JsonLd jsonLd, DateReader reader) {
        this.head = head;
        this.jsonLd = jsonLd;
        this.reader = reader;
    }

    /**
     * When the page was published.
     *
     * @param path of its address, empty where unknown
     * @param headlines numbers of the lines that hold its headline
     */
    Optional<PublicationDate> published(String path, List<Integer> headlines) {
        int headline = headlines.isEmpty() ? -1 : headlines.get(0);
        Optional<PublicationDate> best = machineReadable(path, headline).findFirst();
        if (best.isPresent() && best.get().hasTime()) {
            return Optional.of(beside(headlines)
                    .flatMap(Optional::stream)
                    .filter(printed -> reader.isLocalTimeAsUtc(best.get(), printed))
                    .findFirst()
                    .orElse(best.get()));
        }
        List<PublicationDate> all = Stream.concat(machineReadable(path, headline), printed(headlines))
                .toList();
        return all.stream()
                .findFirst()
                .map(first ->
                        all.stream().filter(first::isRefinedBy).findFirst().orElse(first))
                .or(() -> relative(headlines));
    }

    /** Machine-readable dates, the most reliable first. */
    private Stream<PublicationDate> machineReadable(String path, int headline) {
        return Stream.<Supplier<Stream<PublicationDate>>>of(
                        () -> values(
                                jsonLd.text("datePublished").or(() -> jsonLd.text("dateCreated")).stream(),
                                DateOrigin.json_ld),
                        () -> values(metas(PUBLISHED_OPENGRAPH), DateOrigin.opengraph),
                        () -> values(metas(PUBLISHED_METAS), DateOrigin.meta),
                        () -> values(head.properties("datePublished"), DateOrigin.time_element),
                        () -> values(times(headline), DateOrigin.time_element),
                        () -> reader.inPath(path).map(date -> date.from(DateOrigin.url)).stream())
                .flatMap(Supplier::get);
    }

    /** When the page was last modified, if it states that. */
    Optional<PublicationDate> modified() {
        return Stream.of(
                        values(jsonLd.text("dateModified").stream(), DateOrigin.json_ld),
                        values(metas(MODIFIED_OPENGRAPH), DateOrigin.opengraph),
                        values(metas(MODIFIED_METAS), DateOrigin.meta),
                        values(head.properties("dateModified"), DateOrigin.time_element))
                .flatMap(dates -> dates)
                .findFirst();
    }

    private Stream<String> metas(List<String> names) {
        return names.stream().flatMap(head::metas);
    }

    /** Values of {@code time} elements: below the headline, then within the article, then any. */
    private Stream<String> times(int headline) {
        return head.times().stream()
                .sorted(Comparator.comparing((PageHead.Time time) ->
                                headline >= 0 && Math.abs(time.order() - headline) > LINES_BELOW)
                        .thenComparing(time -> headline >= 0 && time.order() < headline)
                        .thenComparing(time -> !time.inArticle()))
                .map(PageHead.Time::value);
    }

    private Stream<PublicationDate> values(Stream<String> values, DateOrigin origin) {
        return values.map(reader::value).flatMap(Optional::stream).map(date -> date.from(origin));
    }

    /** Dates on the lines around the headline: next to it, then around its first occurrence. */
    private Stream<PublicationDate> printed(List<Integer> headlines) {
        List<String> below = below(headlines);
        return Stream.<Supplier<Stream<Optional<PublicationDate>>>>of(
                        () -> beside(headlines),
                        () -> IntStream.range(0, below.size()).mapToObj(i -> printed(below, i)),
                        () -> above(headlines).stream().map(reader::onLine))
                .flatMap(Supplier::get)
                .flatMap(Optional::stream);
    }

    /** A relative date near the headline, such as "2 hours ago". */
    private Optional<PublicationDate> relative(List<Integer> headlines) {
        return Stream.concat(below(headlines).stream(), above(headlines).stream())
                .map(reader::relative)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<String> below(List<Integer> headlines) {
        return headlines.isEmpty() ? List.of() : lines(headlines.get(0), headlines.get(0) + LINES_BELOW);
    }

    /** The nearest line first. */
    private List<String> above(List<Integer> headlines) {
        var above = new ArrayList<String>();
        if (!headlines.isEmpty()) {
            above.addAll(lines(headlines.get(0) - LINES_ABOVE, headlines.get(0)));
            Collections.reverse(above);
        }
        return above;
    }

    /** Dates directly below or above any occurrence of the headline. */
    private Stream<Optional<PublicationDate>> beside(List<Integer> headlines) {
        return headlines.stream()
                .flatMap(headline -> Stream.concat(
                        lines(headline + 1, headline + LINES_NEXT).stream(), lines(headline - 2, headline).stream()))
                .map(reader::onLine);
    }

    private List<String> lines(int from, int to) {
        int size = head.lines().size();
        return head.lines().subList(Math.min(Math.max(0, from), size), Math.max(0, Math.min(to, size))).stream()
                .map(PageHead.Line::text)
                .toList();
    }

    /** The date of a line; its time may be on the next line. */
    private Optional<PublicationDate> printed(List<String> lines, int i) {
        Optional<PublicationDate> date = reader.onLine(lines.get(i));
        boolean more = date.isPresent() && !date.get().hasTime() && i + 1 < lines.size();
        return more ? reader.onLine(lines.get(i) + " " + lines.get(i + 1)).or(() -> date) : date;
    }
}
