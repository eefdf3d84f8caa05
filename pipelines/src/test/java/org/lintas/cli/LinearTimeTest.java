package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lintas.charset.PageCharset;
import org.lintas.dedup.text.ComparedText;
import org.lintas.dedup.text.Provenance;
import org.lintas.dedup.text.Signature;
import org.lintas.dedup.text.Thresholds;
import org.lintas.dedup.text.Tokens;
import org.lintas.dedup.text.Verifier;
import org.lintas.entity.EntityFinder;
import org.lintas.entity.WatchList;
import org.lintas.extract.ArticleExtractor;
import org.lintas.figure.FigureFinder;
import org.lintas.language.LanguageIdentifier;
import org.lintas.place.CountryTagger;
import org.lintas.privacy.PersonalNumbers;
import org.lintas.privacy.Takedowns;
import org.lintas.record.Capture;
import org.lintas.record.Content;
import org.lintas.record.Draft;
import org.lintas.record.TopicLabel;
import org.lintas.text.ContentDigest;
import org.lintas.text.Language;
import org.lintas.text.PublishedText;
import org.lintas.text.TextNormaliser;
import org.lintas.topic.TopicClassifier;

/** No text makes a stage slow: each takes time linear in every {@link TextKind}, and pages in every {@link PageShape}. */
@Tag("timed")
class LinearTimeTest {

    /** UTF-16 units of the shortest text. */
    private static final int SHORTEST = 1 << 11;

    /** The same for pages: a shorter one does not nest as deep as the parser lets it. */
    private static final int SHORTEST_PAGE = 1 << 13;

    /** UTF-16 units of the longest text; a stage that takes long for less is tried with less. */
    private static final int LONGEST = 1 << 17;

    private static final int LINE = 280;

    private static final Path TABLE = Path.of("target", "linear-time.tsv");
    private static final List<String> ROWS = new ArrayList<>();

    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();
    private static final LanguageIdentifier LANGUAGES = new LanguageIdentifier();
    private static final TopicClassifier TOPICS = new TopicClassifier();
    private static final CountryTagger COUNTRIES = new CountryTagger();
    private static final FigureFinder FIGURES = new FigureFinder();
    private static final EntityFinder ENTITIES = new EntityFinder(WatchList.none());
    private static final PersonalNumbers NUMBERS = new PersonalNumbers();
    private static final Verifier VERIFIER = new Verifier(Thresholds.DEFAULT);
    private static final Takedowns TAKEDOWNS = Takedowns.parse(List.of("warta.example"));
    private static final Provenance HERE = new Provenance("http://a.example/1", "A", null);
    private static final Provenance THERE = new Provenance("http://b.example/2", "B", null);

    /** What is done to texts. */
    enum Stage {
        CHARSET(text -> PageCharset.decode(utf8(text), null)),
        LEGACY_CHARSET(text -> PageCharset.decode((text + "é è").getBytes(StandardCharsets.ISO_8859_1), null)),
        WRONG_CHARSET(text -> PageCharset.decode(text.getBytes(StandardCharsets.UTF_16BE), "big5")),
        NORMAL_FORM(text ->
                ContentDigest.of(TextNormaliser.line(text), String.join("\n", TextNormaliser.paragraphs(text)))),
        DIGEST(text -> ContentDigest.of("", text)),
        TEXT(text -> EXTRACTOR.extract(capture(Content.TEXT, text, Map.of()))),
        LINES(text -> EXTRACTOR.extract(capture(Content.TEXT, inLines(text), Map.of()))),
        FIELDS(text -> EXTRACTOR.extract(capture(
                Content.FIELDS,
                "",
                Map.of(
                        "title",
                        text,
                        "text",
                        text,
                        "published",
                        text,
                        "modified",
                        text,
                        "author",
                        text,
                        "source",
                        text,
                        "section",
                        text,
                        "url",
                        "http://a.example/" + text)))),
        PAGE(text -> EXTRACTOR.extract(page("<title>Judul berita</title><h1>Judul berita</h1><p>" + text + "</p>"))),
        HEAD(text -> EXTRACTOR.extract(page(head(text)))),
        JSON_LD(text -> EXTRACTOR.extract(page(jsonLd(new TextNode(text.replace("<", "")).toString())))),
        BROKEN_JSON_LD(text -> EXTRACTOR.extract(page(jsonLd("\"" + text.replace("</", ""))))),
        ADDRESS(text -> {
            TAKEDOWNS.entries(null, "http://" + text);
            TAKEDOWNS.entries(null, "http://a.example/" + text);
            EXTRACTOR.extract(Capture.newBuilder(page("<link rel=canonical href='../b'><p>teks"))
                    .setUrl("http://a.example/" + text)
                    .build());
        }),
        LANGUAGE(text -> LANGUAGES.guess(null, text)),
        SIGNATURE(text -> Signature.of(Tokens.of(text))),
        EDITED_COPY(text -> verify(text, edited(text))),
        COPY_WITH_OTHER_NAMES(text -> verify(text, text.replaceAll("Q([a-d])", "Qx$1"))),
        LABELS_ENGLISH(text -> label(Language.ENGLISH, text)),
        LABELS_INDONESIAN(text -> label(Language.INDONESIAN, text)),
        LABELS_THAI(text -> label(Language.THAI, text)),
        LABELS_CHINESE(text -> label(Language.CHINESE, text)),
        MASKING(NUMBERS::mask),
        EXCERPT(text -> PublishedText.parse("excerpt", 300).of(text, "th")),
        LONG_EXCERPT(
                text -> PublishedText.parse("excerpt", 1 + text.length() / 3).of(text, "en"));

        private final Consumer<String> work;

        Stage(Consumer<String> work) {
            this.work = work;
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void everyStageIsLinearInTexts(Stage stage) {
        warmUp(stage.work);
        var slow = new TreeSet<String>();
        for (TextKind kind : TextKind.all()) {
            measure(stage.name(), kind, stage.work, SHORTEST, slow);
        }

        assertThat(slow).isEmpty();
    }

    @Test
    void pagesOfAnyShapeAreExtractedInLinearTime() {
        warmUp(Stage.PAGE.work);
        var slow = new TreeSet<String>();
        for (TextKind shape : PageShape.all()) {
            measure("PAGE", shape, html -> EXTRACTOR.extract(page(html)), SHORTEST_PAGE, slow);
        }

        assertThat(slow).isEmpty();
    }

    /** What is little for each pair of characters or terms shows in long texts only. */
    @ParameterizedTest
    @CsvSource({
        "MASKING, one digit, 1048576",
        "LABELS_ENGLISH, terms of two topics, 262144",
        "COPY_WITH_OTHER_NAMES, names that differ, 262144",
        "EXCERPT, one letter, 262144"
    })
    void longTextsTakeLinearTime(Stage stage, String name, int length) {
        TextKind kind = TextKind.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        warmUp(stage.work);
        LinearTime.Cost cost = LinearTime.of(stage.work, kind.text(), length, 4 * length);

        assertThat(cost.isLinear()).as(cost.toString()).isTrue();
    }

    /** Writes what each stage costs with each kind of text beside the classes. */
    @AfterAll
    static void writeTable() throws IOException {
        Files.write(TABLE, ROWS);
    }

    private static void warmUp(Consumer<String> work) {
        for (TextKind kind : TextKind.all().subList(0, 30)) {
            work.accept(kind.text().apply(2_000));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Capture capture(Content content, String payload, Map<String, String> fields) {
        return Capture.newBuilder()
                .setRecordId("1")
                .setArchiveFile("archive")
                .setArchiveOffset(0)
                .setUrl("http://a.example/1")
                .setCapturedAt(Instant.parse("2024-06-01T00:00:00Z"))
                .setContent(content)
                .setPayload(ByteBuffer.wrap(utf8(payload)))
                .setFields(fields)
                .build();
    }

    private static Capture page(String html) {
        return capture(Content.HTML, html, Map.of());
    }

    /** The text in lines that are short enough to be boilerplate, each of them different. */
    private static String inLines(String text) {
        var lines = new StringBuilder();
        for (int i = 0; i < text.length(); i += LINE) {
            lines.append(text, i, Math.min(text.length(), i + LINE)).append(i).append('\n');
        }
        return lines.toString();
    }

    private static String head(String text) {
        String value = text.replace("\"", "&quot;");
        return String.format(
                "<title>%1$s</title><meta property=\"og:title\" content=\"%2$s\"><meta name=date content=\"%2$s\">"
                        + "<meta name=\"%2$s\" content=a><link rel=canonical href=\"%2$s\"><h1 id=\"%2$s\" style=\"%2$s\">%1$s</h1>"
                        + "<h2 class=author>%1$s</h2><p class=\"%2$s\">teks",
                text, value);
    }

    private static String jsonLd(String value) {
        return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":" + value
                + ",\"articleBody\":" + value
                + ",\"publisher\":" + value + ",\"author\":" + value + ",\"datePublished\":" + value
                + "}</script><h1>Judul berita</h1><p>teks";
    }

    /** The text with a letter changed here and there. */
    private static String edited(String text) {
        var edited = new StringBuilder(text);
        for (int i = 0; i < edited.length(); i += 50) {
            edited.setCharAt(i, 'x');
        }
        return edited.toString();
    }

    private static void verify(String better, String other) {
        VERIFIER.verify(ComparedText.of("en", null, better, HERE), ComparedText.of("en", null, other, THERE));
    }

    private static void label(Language language, String text) {
        TOPICS.classify(language, "", text);
        COUNTRIES.tag(language, "", text);
        FIGURES.find(language, text);
        ENTITIES.find(Draft.newBuilder()
                .setArticleId("")
                .setRecordId("")
                .setArchiveFile("")
                .setArchiveOffset(0)
                .setLanguage(language.code())
                .setText(text)
                .setTopics(List.of(new TopicLabel("organised_crime", "main", 1.0, List.of())))
                .build());
    }

    private static void measure(String stage, TextKind kind, Consumer<String> work, int shortest, Set<String> slow) {
        LinearTime.Cost cost = LinearTime.of(work, kind.text(), shortest, LONGEST);
        String row = String.format(
                Locale.ROOT,
                "%s\t%s\t%d\t%.1f\t%.1f\t%.0f",
                stage,
                kind.name(),
                cost.length(),
                cost.millis(),
                cost.ratio(),
                cost.perMillion());
        ROWS.add(row);
        if (!cost.isLinear()) {
            slow.add(row);
        }
    }
}
