package org.lintas.extract;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.lintas.charset.PageCharset;
import org.lintas.extract.dates.DateConvention;
import org.lintas.extract.dates.DateReader;
import org.lintas.extract.dates.Dateline;
import org.lintas.extract.dates.PublicationDate;
import org.lintas.extract.maintext.Boilerplate;
import org.lintas.extract.maintext.MainText;
import org.lintas.extract.maintext.StreamedMarkup;
import org.lintas.extract.maintext.TagNames;
import org.lintas.extract.metadata.BodyByline;
import org.lintas.extract.metadata.PageMetadata;
import org.lintas.record.Capture;
import org.lintas.record.DayMonth;
import org.lintas.record.Draft;
import org.lintas.schemas.DateOrigin;
import org.lintas.schemas.RejectReason;
import org.lintas.text.ArticleId;
import org.lintas.text.ContentDigest;
import org.lintas.text.TextNormaliser;
import org.lintas.text.WebAddress;

/** Extracts the article of a capture: main text, metadata, date and dateline, all in normal form. */
public final class ArticleExtractor {

    /** A page whose text is shorter than this, in UTF-16 units, is no article. */
    private static final int MIN_PAGE_TEXT = 150;

    /** The same for a page that says itself that it is an article. */
    private static final int MIN_BRIEF = 80;

    /** A first line that is longer is no headline of a plain text. */
    private static final int MAX_TITLE = 250;

    /** Longer titles, bylines and outlets are truncated. */
    private static final int MAX_LINE = 2_000;

    private static final Pattern MARKUP = Pattern.compile("<(?:p|br|div)\\b[^>]{0,300}+>", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?။។。]$");

    /**
     * An article, or the reason why there is none.
     *
     * @param draft the article, null if there is none
     * @param reason reason of the reject, null if there is an article
     * @param detail details of the reason, null if there is an article
     * @param contradicted whether the text says that it was published on another day than the metadata do
     */
    public record Result(Draft draft, RejectReason reason, String detail, boolean contradicted) {
        public static Result rejected(RejectReason reason, String detail) {
            return new Result(null, reason, detail, false);
        }
    }

    private record ArticleParts(
            Optional<String> title,
            List<String> paragraphs,
            List<String> opening,
            Optional<String> url,
            Optional<String> author,
            Optional<String> source,
            Optional<String> section,
            Optional<String> language,
            Optional<PublicationDate> published,
            Optional<PublicationDate> modified,
            DateReader reader) {}

    private final Boilerplate boilerplate = new Boilerplate();

    /** The article of a capture, or why it has none. */
    public Result extract(Capture capture) {
        return switch (capture.getContent()) {
            case HTML -> page(capture);
            case TEXT -> text(capture);
            case FIELDS -> fields(capture);
        };
    }

    private Result page(Capture capture) {
        Document page = Jsoup.parse(TagNames.cut(PageCharset.decode(bytes(capture), capture.getCharset())));
        PageMetadata metadata = PageMetadata.of(page, capture);
        MainText.Found found = MainText.of(page);
        BodyByline byline = BodyByline.of(found.paragraphs());
        List<String> paragraphs = boilerplate.strip(byline.paragraphs());
        int length = paragraphs.stream().mapToInt(String::length).sum();
        List<String> described = boilerplate.strip(TextNormaliser.paragraphs(
                body(page, metadata, length).map(ArticleExtractor::plain).orElse("")));
        int describedLength = described.stream().mapToInt(String::length).sum();
        if (describedLength > MIN_PAGE_TEXT && length < describedLength * 0.5) {
            paragraphs = described;
            length = describedLength;
        }
        boolean declared = metadata.isArticle();
        boolean listing = found.listing() && !declared;
        if (length < (declared ? MIN_BRIEF : MIN_PAGE_TEXT) || listing) {
            String detail = String.format(
                    Locale.ROOT,
                    "%s%d characters of text, %.0f %% of the page in links",
                    listing ? "a list of stories: " : "",
                    length,
                    found.linkShare() * 100);
            return Result.rejected(RejectReason.NOT_AN_ARTICLE, detail);
        }
        return draft(
                capture,
                new ArticleParts(
                        metadata.title(),
                        paragraphs,
                        found.paragraphs(),
                        metadata.canonical(),
                        metadata.author().or(byline::author),
                        metadata.outlet(),
                        metadata.section(),
                        metadata.declaredLanguage(),
                        metadata.published(),
                        metadata.modified(),
                        metadata.reader()));
    }

    /** The body of the article, where it stands in no element of the page. */
    private static Optional<String> body(Document page, PageMetadata metadata, int found) {
        Optional<String> described = metadata.jsonLd().body();
        return described.isEmpty() && found < MIN_PAGE_TEXT ? StreamedMarkup.of(page) : described;
    }

    private Result text(Capture capture) {
        List<String> paragraphs = TextNormaliser.paragraphs(PageCharset.decode(bytes(capture), capture.getCharset()));
        Optional<String> title = Optional.empty();
        if (paragraphs.size() > 1 && isHeadline(paragraphs.get(0))) {
            title = Optional.of(paragraphs.get(0));
            paragraphs = paragraphs.subList(1, paragraphs.size());
        }
        Optional<String> none = Optional.empty();
        BodyByline byline = BodyByline.of(paragraphs);
        return draft(
                capture,
                new ArticleParts(
                        title,
                        boilerplate.strip(byline.paragraphs()),
                        paragraphs,
                        none,
                        byline.author(),
                        none,
                        none,
                        none,
                        Optional.empty(),
                        Optional.empty(),
                        reader(capture, capture.getUrl(), null)));
    }

    private static boolean isHeadline(String line) {
        return line.length() <= MAX_TITLE && !SENTENCE_END.matcher(line).matches();
    }

    private Result fields(Capture capture) {
        var fields = capture.getFields();
        List<String> paragraphs = TextNormaliser.paragraphs(plain(fields.getOrDefault("text", "")));
        if (SectionAddress.is(fields.get("url"), line(fields.get("title")), paragraphs)) {
            return Result.rejected(RejectReason.NOT_AN_ARTICLE, "a home or section page, by its address");
        }
        BodyByline byline = BodyByline.of(paragraphs);
        DateReader reader = reader(capture, fields.get("url"), fields.get("source"));
        return draft(
                capture,
                new ArticleParts(
                        line(fields.get("title")),
                        boilerplate.strip(byline.paragraphs()),
                        paragraphs,
                        Optional.ofNullable(fields.get("url")),
                        line(fields.get("author")).or(byline::author),
                        line(fields.get("source")),
                        line(fields.get("section")),
                        Optional.empty(),
                        date(fields.get("published"), reader),
                        date(fields.get("modified"), reader),
                        reader));
    }

    private static DateReader reader(Capture capture, String url, String outlet) {
        String host = Optional.ofNullable(url).flatMap(PageMetadata::host).orElse(null);
        return new DateReader(DateConvention.of(host, outlet, null), capture.getCapturedAt());
    }

    private static Optional<PublicationDate> date(String field, DateReader reader) {
        return Optional.ofNullable(field)
                .flatMap(value -> reader.value(value).or(() -> reader.relative(value)))
                .map(date -> date.from(DateOrigin.field));
    }

    private static Optional<String> line(String raw) {
        return Optional.ofNullable(raw)
                .map(text -> TextNormaliser.line(text.substring(0, Math.min(text.length(), MAX_LINE))))
                .filter(line -> !line.isEmpty());
    }

    /** Text of a field that may hold markup. */
    private static String plain(String field) {
        if (field.indexOf('<') < 0 || !MARKUP.matcher(field).find()) {
            return field;
        }
        return String.join(
                "\n", MainText.of(Jsoup.parseBodyFragment(TagNames.cut(field))).paragraphs());
    }

    private Result draft(Capture capture, ArticleParts parts) {
        List<String> paragraphs = withoutTitle(parts.paragraphs, parts.title);
        if (paragraphs.isEmpty()) {
            return Result.rejected(RejectReason.EMPTY_TEXT, "no text left after boilerplate was removed");
        }
        String url = parts.url
                .filter(address -> address.length() <= WebAddress.MAX_LENGTH)
                .or(() -> Optional.ofNullable(capture.getUrl()))
                .orElse(null);
        Optional<PublicationDate> inPath =
                Optional.ofNullable(url).flatMap(parts.reader::inPath).map(date -> date.from(DateOrigin.url));
        Optional<PublicationDate> found = parts.published
                .map(date -> inPath.filter(date::isDayBeside).orElse(date))
                .or(() -> inPath);
        var text = new TextDates(
                parts.reader,
                parts.title.orElse(""),
                withoutTitle(parts.opening, parts.title),
                paragraphs,
                Optional.ofNullable(url).flatMap(parts.reader::monthInPath));
        Optional<PublicationDate> told = found.flatMap(text::told);
        Optional<PublicationDate> stated = found.map(date -> told.filter(date::isDayBefore)
                .orElseGet(() -> told.map(date::settledBy).orElse(date)));
        Optional<PublicationDate> published = stated.or(text::published);
        Optional<String> host = Optional.ofNullable(url).flatMap(PageMetadata::host);
        String body = String.join("\n\n", paragraphs);
        String digest = ContentDigest.of(parts.title.orElse(""), body);
        return new Result(
                Draft.newBuilder()
                        .setArticleId(ArticleId.of(capture.getRecordId(), url, digest))
                        .setRecordId(capture.getRecordId())
                        .setArchiveFile(capture.getArchiveFile())
                        .setArchiveOffset(capture.getArchiveOffset())
                        .setUrl(url)
                        .setCaptureUrl(Objects.equals(capture.getUrl(), url) ? null : capture.getUrl())
                        .setUrlHost(host.orElse(null))
                        .setCapturedAt(capture.getCapturedAt())
                        .setTitle(parts.title.orElse(null))
                        .setText(body)
                        .setAuthor(parts.author.orElse(null))
                        .setSource(parts.source.or(() -> host).orElse(null))
                        .setDateline(Dateline.in(paragraphs).orElse(null))
                        .setSection(parts.section.orElse(null))
                        .setDeclaredLanguage(parts.language.orElse(null))
                        .setPublishedAt(published.map(PublicationDate::instant).orElse(null))
                        .setPublishedPrecision(
                                published.map(date -> date.precision().name()).orElse(null))
                        .setPublishedOrigin(
                                published.map(date -> date.origin().name()).orElse(null))
                        .setPublishedOrder(published.map(PublicationDate::order).orElse(DayMonth.plain))
                        .setPublishedSwapped(
                                published.map(PublicationDate::swapped).orElse(null))
                        .setToldAt(told.map(PublicationDate::instant).orElse(null))
                        .setToldPrecision(
                                told.map(date -> date.precision().name()).orElse(null))
                        .setToldOrigin(told.map(date -> date.origin().name()).orElse(null))
                        .setModifiedAt(
                                parts.modified.map(PublicationDate::instant).orElse(null))
                        .setModifiedOrder(
                                parts.modified.map(PublicationDate::order).orElse(DayMonth.plain))
                        .setModifiedSwapped(
                                parts.modified.map(PublicationDate::swapped).orElse(null))
                        .setContentDigest(digest)
                        .build(),
                null,
                null,
                told.filter(date -> TextDates.contradicts(date, stated.orElseThrow()))
                        .isPresent());
    }

    /** The paragraphs without a repetition of the headline at their start. */
    private static List<String> withoutTitle(List<String> paragraphs, Optional<String> title) {
        int from = 0;
        while (title.isPresent()
                && from < paragraphs.size()
                && paragraphs.get(from).equalsIgnoreCase(title.get())) {
            from++;
        }
        return paragraphs.subList(from, paragraphs.size());
    }

    private static byte[] bytes(Capture capture) {
        ByteBuffer payload = capture.getPayload().duplicate();
        if (payload.hasArray() && payload.arrayOffset() == 0 && payload.remaining() == payload.array().length) {
            return payload.array();
        }
        var bytes = new byte[payload.remaining()];
        payload.get(bytes);
        return bytes;
    }
}
