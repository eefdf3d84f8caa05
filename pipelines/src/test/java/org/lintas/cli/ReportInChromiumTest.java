package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report in a real browser, where there is one. */
class ReportInChromiumTest {

    private static final String PROBE =
            "<script>document.title = 'ran'</script><img src=x onerror=\"document.title = 'ran'\">";

    private static final List<String> TEXTS = List.of(
            "Polis merampas dadah jenis syabu dan menahan pengedar dadah yang menyorokkannya dalam tong ikan di jeti."
                    + " Penduduk kampung memberitahu polis tentang bot yang kerap singgah di situ pada waktu malam.",
            "Seorang pemandu lori dihukum penjara 18 tahun kerana mengedar dadah jenis heroin; mahkamah mendengar pengakuan saksi.",
            "Kastam menemui dadah jenis ketamin di dalam kotak mainan kanak-kanak yang tiba dari luar negara petang tadi.",
            "Kampung itu menjadi tempat transit pil kuda, kata penghulu selepas serbuan besar-besaran malam Jumaat.",
            "Polis menyerbu makmal yang memproses syabu cecair di ladang terbiar; tiga warga asing ditahan dengan dadah itu.",
            "Ganja seberat dua tan dibakar di hadapan wartawan sementara pendakwa menutup kes pengedaran dadah lama.",
            "Kempen cegah dadah bermula di sekolah luar bandar selepas pelajar dijumpai menyimpan pil ecstasy dalam beg.");

    @TempDir
    Path work;

    private Chromium chromium;

    @BeforeEach
    void thereIsABrowser() {
        assumeTrue(Chromium.find().isPresent(), "skipped: no Chromium on this machine");
        chromium = Chromium.find().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.html", "quality.html"})
    void opensWithoutAnError(String file) throws Exception {
        Path page = SampleCorpus.folder().resolve(file);

        Chromium.Opened opened = chromium.open(page, work);

        assertThat(opened.console()).isEmpty();
        assertThat(outline(opened.document())).isEqualTo(outline(Jsoup.parse(page.toFile())));
    }

    /** As a click on its circle does. */
    @Test
    void thePlaceOfAnAddressIsOpened() throws Exception {
        Path page = SampleCorpus.folder().resolve("report.html");
        String circle =
                Jsoup.parse(page.toFile()).select("#places .dots a").last().attr("href");

        Document opened = chromium.open(URI.create(page.toUri() + circle), work).document();

        assertThat(opened.select(circle).parents().stream().filter(part -> part.is("details")))
                .hasSizeBetween(1, 2)
                .allMatch(part -> part.hasAttr("open"));
        assertThat(opened.select("#places details.topic[open]")).hasSize(1);
    }

    /** Verifies that the other tests would notice a script that runs. */
    @Test
    void aScriptThatRunsIsSeen() throws Exception {
        Path page = Files.writeString(
                work.resolve("page.html"), "<title>quiet</title>" + PROBE + "<script>console.log('heard')</script>");

        Chromium.Opened opened = chromium.open(page, work);

        assertThat(opened.document().title()).isEqualTo("ran");
        assertThat(opened.console()).anyMatch(line -> line.contains("heard"));
    }

    /** If a script got into the page, the policy would still block it. */
    @Test
    void thePolicyBlocksScripts() throws Exception {
        String report = Files.readString(SampleCorpus.folder().resolve("report.html"));
        Path page = Files.writeString(work.resolve("page.html"), report.replace("<footer>", PROBE + "<footer>"));

        Chromium.Opened opened = chromium.open(page, work);

        assertThat(opened.document().title()).isEqualTo(Jsoup.parse(report).title());
        assertThat(opened.console())
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(line -> line.contains("Content Security Policy"));
    }

    @ParameterizedTest
    @CsvSource({"report.html, light", "report.html, dark", "quality.html, light", "quality.html, dark"})
    void isReadableAtEveryWidth(String file, String scheme) throws Exception {
        assertReadable(SampleCorpus.folder().resolve(file), scheme);
    }

    @Test
    void hostileTextIsText(@TempDir Path corpus) throws Exception {
        Path page = hostile(corpus).resolve("report.html");

        Chromium.Opened opened = chromium.open(page, work);

        assertThat(opened.console()).isEmpty();
        assertThat(opened.document().title()).endsWith(" – corpus report");
        assertThat(opened.document().select("script, img, iframe, b")).isEmpty();
        assertThat(outline(opened.document())).isEqualTo(outline(Jsoup.parse(page.toFile())));
        assertThat(opened.document().select("#samples article h3").eachText())
                .anyMatch(title -> title.contains("<script>document.title='ran'</script>"))
                .anyMatch(title -> title.contains("</style></title></bdi></mark><b>dadah"))
                .anyMatch(title -> title.contains("<img src=x onerror=document.title='ran'>"));
        assertThat(opened.document().select("a").eachAttr("href"))
                .allMatch(href -> href.matches("(#|https?://|quality\\.html$).*"));
        assertThat(opened.document().select("#samples article h3 :is(a, span) > bdi"))
                .hasSize(7);
        assertReadable(page, "light");
    }

    private void assertReadable(Path page, String scheme) throws Exception {
        Files.copy(page, work.resolve("report.html"));
        Path measure = work.resolve("measure.html");
        Files.copy(getClass().getResourceAsStream("measure.html"), measure);
        String dark = Boolean.toString(scheme.equals("dark"));

        List<String> measured = chromium.open(
                        measure, work, "--blink-settings=preferredColorScheme=" + (scheme.equals("dark") ? 0 : 1))
                .document()
                .select("pre")
                .first()
                .wholeText()
                .lines()
                .toList();

        assertThat(measured)
                .contains("320 scrolls false", "390 scrolls false", "768 scrolls false", "1280 scrolls false")
                .contains("320 dark " + dark, "1280 dark " + dark)
                .contains("320 columns 1", "390 columns 1")
                .anyMatch(line -> line.matches("1280 columns [23]"))
                .anyMatch(line -> line.matches("320 hints [1-9].*"))
                .noneMatch(line -> line.contains("faint") || line.contains("unsaid"));
    }

    /** A corpus of articles with malicious content. */
    private static Path hostile(Path folder) throws IOException {
        List<List<String>> articles = List.of(
                List.of("<script>document.title='ran'</script> dadah", "https://satu.example/a"),
                List.of("\\\"><img src=x onerror=document.title='ran'> dadah", "javascript:document.title='ran'"),
                List.of("</style></title></bdi></mark><b>dadah", "https://dua.example/\\\"onmouseover=x"),
                List.of("\\u202Eterbalik dadah \\u2066 \\u0000\\u0007\\u001b[31m", "https://tiga.example/c"),
                List.of("{{7*7}} ${7*7} <!-- dadah --> ]]>", "https://empat.example/d"),
                List.of("x".repeat(3000) + " dadah", "https://lima.example/" + "y".repeat(2000)),
                List.of("&lt;script&gt; &amp; dadah", "https://enam.example/f"));
        var lines = new StringBuilder();
        for (int i = 0; i < articles.size(); i++) {
            String title = articles.get(i).get(0);
            lines.append(String.format(
                    "{\"id\":\"%d\",\"title\":\"%s\",\"source\":\"%s\",\"url\":\"%s\",\"text\":\"%s %s\"}%n",
                    i, title, title, articles.get(i).get(1), title, TEXTS.get(i)));
        }
        Path input = Files.createDirectory(folder.resolve("in"));
        Files.writeString(input.resolve("<img src=x onerror=alert(1)>.jsonl"), lines);
        return SampleCorpus.build(input, folder.resolve("corpus"));
    }

    /** Names, classes and texts of all elements. */
    private static List<String> outline(Document document) {
        return document.body().getAllElements().stream()
                .map(element -> element.tagName() + "." + element.className() + " " + own(element))
                .toList();
    }

    private static String own(Element element) {
        return element.ownText().replace('\u00a0', ' ');
    }
}
