package org.lintas.extract.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.lintas.extract.dates.DateConvention;
import org.lintas.extract.dates.DateReader;
import org.lintas.extract.dates.PublicationDate;
import org.lintas.record.Capture;
import org.lintas.text.LowerCase;
import org.lintas.text.TextNormaliser;

/** Title, author, outlet, address, section, language and dates of a page. */
public final class PageMetadata {

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}");
    private static final Pattern HOME =
            Pattern.compile("/?|/(?:index|home|default)\\.[a-z]{2,5}", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("://|^[^\\s.]++(?:\\.[^\\s.]++)++$");
    private static final int MAX_SECTION = 60;

    /** Number of headings of a level that are candidates for the headline. */
    private static final int MAX_HEADINGS = 8;

    /** Number of lines that may hold the headline. */
    private static final int MAX_PLACES = 4;

    private static final int MAX_FULL_NAME = 50;

    /** Lines above and below the headline that may hold the byline. */
    private static final int BYLINE_REACH = 30;

    private final PageHead head;
    private final JsonLd jsonLd;
    private final Capture capture;
    private final Optional<String> title;
    private final Optional<String> outlet;
    private final Optional<String> canonical;
    private final Optional<String> declaredLanguage;
    private final List<String> outletNames;
    private final List<Integer> headlineLines;
    private final DateReader reader;

    private PageMetadata(PageHead head, JsonLd jsonLd, Capture capture) {
        this.head = head;
        this.jsonLd = jsonLd;
        this.capture = capture;
        this.outletNames = outletNames();
        this.title = headline();
        this.headlineLines = headlineLines();
        this.outlet = findOutlet();
        this.canonical = findCanonical();
        this.declaredLanguage = findLanguage();
        this.reader = dateReader();
    }

    public static PageMetadata of(Document page, Capture capture) {
        PageHead head = PageHead.of(page);
        return new PageMetadata(head, JsonLd.of(head.jsonLd()), capture);
    }

    public JsonLd jsonLd() {
        return jsonLd;
    }

    public Optional<String> title() {
        return title;
    }

    /**
     * Whether the page says itself that it is one article: by its type, with a headline and a date of publication, at an address
     * below the home page.
     */
    public boolean isArticle() {
        boolean typed =
                head.metas("og:type").anyMatch(type -> LowerCase.of(type).endsWith("article")) || jsonLd.isArticle();
        boolean dated = Stream.of(
                        jsonLd.text("datePublished").stream(),
                        head.metas("article:published_time"),
                        head.properties("datePublished"))
                .flatMap(dates -> dates)
                .findAny()
                .isPresent();
        return typed
                && dated
                && title.isPresent()
                && !jsonLd.isCollection()
                && !address().map(PageMetadata::isHome).orElse(false);
    }

    /** Authors, joined by a comma: from machine-readable metadata, else from the printed byline. */
    public Optional<String> author() {
        var byline = new Byline(outletNames);
        return Stream.<Stream<String>>of(
                        jsonLd.names("author", true).stream(),
                        head.metas("author"),
                        head.metas("article:author"),
                        head.properties("author"),
                        Stream.of(
                                        "dc.creator",
                                        "parsely-author",
                                        "sailthru.author",
                                        "byl",
                                        "cxenseparse:author",
                                        "content_author")
                                .flatMap(head::metas))
                .map(byline::of)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> byline.in(linesAround()))
                .or(() -> byline.of(markedAuthor()))
                .or(() -> byline.of(jsonLd.names("author", false).stream()));
    }

    /** The first author in the markup near the headline: others belong to other articles. */
    private Stream<String> markedAuthor() {
        return head.bylines().stream()
                .filter(line ->
                        !headlineLines.isEmpty() && Math.abs(line.order() - headlineLines.get(0)) <= BYLINE_REACH / 2)
                .map(PageHead.Line::text)
                .filter(PageMetadata::isFullName)
                .limit(1);
    }

    /** Whether a text that only its markup identifies as an author looks like a name: two words or more, no number. */
    private static boolean isFullName(String text) {
        return text.strip().contains(" ")
                && text.length() <= MAX_FULL_NAME
                && text.chars().noneMatch(Character::isDigit);
    }

    public Optional<String> outlet() {
        return outlet;
    }

    private Optional<String> findOutlet() {
        return first(
                Stream.concat(head.metas("og:site_name"), jsonLd.text("publisher").stream()),
                name -> !ADDRESS.matcher(name).find() || name.indexOf('/') < 0);
    }

    /** The canonical address, made absolute; never that of a home page for an article. */
    public Optional<String> canonical() {
        return canonical;
    }

    private Optional<String> findCanonical() {
        return first(
                Stream.concat(head.canonical().stream(), head.metas("og:url")).map(this::absolute),
                url -> host(url).isPresent() && (!isHome(url) || capture.getUrl() == null || isHome(capture.getUrl())));
    }

    /** The section that the page itself names; not derived from its address. */
    public Optional<String> section() {
        return first(
                Stream.of(
                                jsonLd.text("articleSection").stream(),
                                head.metas("article:section"),
                                head.properties("articleSection"),
                                breadcrumb(jsonLd.breadcrumbs()).stream(),
                                breadcrumb(head.breadcrumbs()).stream())
                        .flatMap(sections -> sections),
                section -> section.length() <= MAX_SECTION
                        && !ADDRESS.matcher(section).find()
                        && !title.equals(Optional.of(section)));
    }

    /** The language that the page declares, a BCP 47 tag in lower case; often that of its template. */
    public Optional<String> declaredLanguage() {
        return declaredLanguage;
    }

    private Optional<String> findLanguage() {
        return Stream.of(
                        head.language().stream(),
                        head.metas("content-language"),
                        head.metas("og:locale"),
                        jsonLd.text("inLanguage").stream())
                .flatMap(tags -> tags)
                .map(tag -> LowerCase.of(tag.strip().replace('_', '-')))
                .filter(tag -> TAG.matcher(tag).matches())
                // The former code of Indonesian is still in use.
                .map(tag -> tag.equals("in") || tag.startsWith("in-") ? "id" + tag.substring(2) : tag)
                .findFirst();
    }

    public Optional<PublicationDate> published() {
        return dates().published(path(), headlineLines);
    }

    public Optional<PublicationDate> modified() {
        return dates().modified();
    }

    /** Reads dates as the outlet of this page writes them. */
    public DateReader reader() {
        return reader;
    }

    private DateReader dateReader() {
        String host = address().flatMap(PageMetadata::host).orElse(null);
        return new DateReader(
                DateConvention.of(host, outlet.orElse(null), declaredLanguage.orElse(null)), capture.getCapturedAt());
    }

    private PageDates dates() {
        return new PageDates(head, jsonLd, reader);
    }

    private Optional<String> headline() {
        List<String> headings = Stream.of("h1", "h2", "h3")
                .flatMap(level -> head.headings(level).stream().limit(MAX_HEADINGS))
                .map(PageHead.Line::text)
                .toList();
        return new Headline(outletNames)
                .of(
                        jsonLd.text("headline").stream().toList(),
                        Stream.of("og:title", "twitter:title", "title", "headline", "dc.title")
                                .flatMap(head::metas)
                                .toList(),
                        head.title().orElse(null),
                        headings);
    }

    private List<String> outletNames() {
        var names = new ArrayList<String>();
        head.metas("og:site_name").forEach(names::add);
        jsonLd.text("publisher").ifPresent(names::add);
        head.metas("application-name").forEach(names::add);
        names.addAll(head.siteNames());
        Stream.concat(Stream.ofNullable(capture.getUrl()), head.metas("og:url"))
                .map(PageMetadata::host)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(host -> {
                    names.add(host);
                    String[] labels = host.split("\\.");
                    boolean country = labels.length > 2 && labels[labels.length - 2].length() <= 3;
                    names.add(labels[Math.max(0, labels.length - (country ? 3 : 2))]);
                });
        return names;
    }

    /**
     * Numbers of the lines with the headline: as a heading, else as any line, else within one; that of the article is not always the first.
     */
    private List<Integer> headlineLines() {
        String wanted = Headline.folded(title.orElse(""));
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<PageHead.Line> headings = Stream.of("h1", "h2", "h3")
                .flatMap(level -> head.headings(level).stream())
                .toList();
        return Stream.<Supplier<Stream<PageHead.Line>>>of(
                        () -> headings.stream()
                                .filter(line -> line.text().length() >= wanted.length()
                                        && Headline.folded(line.text()).equals(wanted)),
                        () -> head.lines().stream()
                                .filter(line -> line.text().length() >= wanted.length()
                                        && Headline.folded(line.text()).equals(wanted)),
                        () -> headings.stream()
                                .filter(line -> line.text().length() >= wanted.length()
                                        && Headline.folded(line.text()).contains(wanted)),
                        () -> head.lines().stream()
                                .filter(line -> line.text().length() >= wanted.length()
                                        && Headline.folded(line.text()).contains(wanted)))
                .map(lines ->
                        lines.get().map(PageHead.Line::order).limit(MAX_PLACES).toList())
                .filter(orders -> !orders.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> linesAround() {
        return headlineLines.isEmpty()
                ? List.of()
                : head.lines().stream()
                        .skip(Math.max(0, headlineLines.get(0) - BYLINE_REACH / 6))
                        .limit(BYLINE_REACH)
                        .map(PageHead.Line::text)
                        .toList();
    }

    /** The first level below the home page, if another one follows: the last is the page itself. */
    private Optional<String> breadcrumb(List<String> names) {
        List<String> levels = names.stream()
                .map(TextNormaliser::line)
                .filter(name -> name.codePoints().anyMatch(Character::isLetter))
                .toList();
        return levels.size() < 2 ? Optional.empty() : Optional.of(levels.get(1));
    }

    private Optional<String> address() {
        return Optional.ofNullable(capture.getUrl()).or(() -> canonical);
    }

    private String path() {
        return address()
                .map(url -> url.replaceFirst("^[^/]*//[^/]*", ""))
                .map(path -> path.split("[?#]", 2)[0])
                .orElse("");
    }

    private String absolute(String url) {
        if (capture.getUrl() == null) {
            return url.startsWith("//") ? "https:" + url : url;
        }
        if (host(url).isPresent()) {
            return url;
        }
        try {
            return new URI(capture.getUrl()).resolve(url.strip()).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            // Not an address: the caller checks for a host, and takes the next candidate.
            return url;
        }
    }

    private static boolean isHome(String url) {
        try {
            URI uri = new URI(url.strip());
            return uri.getRawQuery() == null
                    && HOME.matcher(Objects.requireNonNullElse(uri.getRawPath(), ""))
                            .matches();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Host of an absolute http address, lower case, without {@code www.}; empty for any other text. */
    public static Optional<String> host(String url) {
        try {
            URI uri = new URI(url.strip().replace(" ", "%20"));
            if (uri.getHost() == null
                    || uri.getScheme() == null
                    || !uri.getScheme().toLowerCase(Locale.ROOT).startsWith("http")) {
                return Optional.empty();
            }
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            return Optional.of(host.startsWith("www.") ? host.substring(4) : host);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> first(Stream<String> candidates, Predicate<String> fits) {
        return candidates
                .map(TextNormaliser::line)
                .filter(line -> !line.isEmpty())
                .filter(fits)
                .findFirst();
    }
}
