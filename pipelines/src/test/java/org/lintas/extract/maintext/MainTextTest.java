package org.lintas.extract.maintext;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.extract.ArticleExtractor;
import org.lintas.record.Capture;
import org.lintas.record.Content;

@Tag("timed")
class MainTextTest {

    private static final String ONE =
            "Petugas bea cukai menahan sebuah kapal yang membawa barang tanpa dokumen di perairan utara pulau itu pada Selasa.";
    private static final String TWO =
            "Kapten kapal mengaku tidak tahu isi muatan, sementara pemilik barang masih dicari oleh penyidik di dua kota.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<body><div><p>ONE</p><p>TWO</p></div></body>",
                "<body class='has-sidebar comments'><div><p>ONE</p><p>TWO</p></div></body>",
                "<body><form><div id='main-menu'><p>ONE</p><p>TWO</p></div></form></body>",
                "<body><table><tr><td>ONE<br><br>TWO</td></tr></table></body>",
                "<body><nav><a href='/'>Beranda</a></nav><article><h1>Judul</h1><p>ONE</p><p>TWO</p></article></body>",
                "<body><article><p>ONE</p><div class='baca-juga'><p>Baca juga berita lain yang panjang sekali di sini</p></div><p>TWO</p></article></body>",
                "<body><article><p>ONE</p><p>TWO</p></article><ul><li><a href='/1'>Berita lain yang panjang judulnya</a></li></ul></body>",
                "<body><article><p>ONE</p><p style='display: none'>Tersembunyi dari pembaca halaman ini.</p><p>TWO</p></article></body>",
                "<body><article><p>ONE</p><script>document.write('<p>skrip</p>')</script><p>TWO</p></article><footer><p>Hak cipta</p></footer></body>",
                "<body><main><section><p>ONE</p></section><section><p>TWO</p></section></main></body>",
                // Every paragraph in a chain of wrappers.
                "<body><main>WRAP<p>ONE</p>UNWRAP WRAP<p>TWO</p>UNWRAP</main></body>",
                // Markers: wrong around the main text, right within it.
                "<body><div class='l-sidebar-fixed'><p>ONE</p><div class='share-bar'>Sebarkan ke teman Anda</div><p>TWO</p></div></body>",
                "<body><article><p>ONE</p><p>TWO</p></article><div id='comments'><p>ONE dua tiga</p><p>TWO empat</p><p>ONE lima</p></div></body>",
                // A figure that is never closed.
                "<body><div><figure><img src='a.jpg'><p>ONE</p><p>TWO</p></div></body>",
                "<body><article><figure><span>Kapal itu di dermaga utara. (Foto: Sari)</span></figure><p>ONE</p><p>TWO</p></article></body>",
                // Teasers, with what introduces them, and time stamps.
                "<body><article><p>ONE</p><div><h4><a href='/2'>Kapal lain ditahan di pulau tetangga</a></h4><p>Awaknya diperiksa semalam.</p></div><p>TWO</p></article></body>",
                "<body><article><time>Selasa, 3 Februari</time><p>ONE</p><p>TWO</p><h3>Berita lain</h3><p><a href='/2'>Kapal lain ditahan</a></p></article></body>",
                "<body><article><p>ONE</p><p>TWO</p><h3>Komentar</h3></article></body>",
                // An article element inside another one is a different article.
                "<body><article><p>ONE</p><p>TWO</p><article><p>TWO Begitu kata pembaca lain.</p></article></article></body>",
                "<body><article><p>ONE</p><p>ONE</p><p>TWO</p></article></body>"
            })
    void theMainTextIsFoundAndNothingElse(String page) {
        String html = page.replace("UNWRAP", "</div></div></div></div></div></div>")
                .replace("WRAP", "<div><div><div><div><div><div>")
                .replace("ONE", ONE)
                .replace("TWO", TWO);

        assertThat(MainText.of(Jsoup.parse(html)).paragraphs()).isEqualTo(List.of(ONE, TWO));
    }

    @Test
    void theLeadAboveTheMainTextIsPartOfIt() {
        String lead =
                "Sebuah kapal tanpa dokumen ditahan di perairan utara, kaptennya mengaku tidak tahu isi muatannya.";
        String html =
                "<head><meta name='description' content='" + lead + "'></head><body><header><h1>Judul</h1><p>" + lead
                        + "</p></header><ul><li><a href='/1'>Beranda</a></li></ul><article><p>" + ONE + "</p><p>" + TWO
                        + "</p></article></body>";

        assertThat(MainText.of(Jsoup.parse(html)).paragraphs()).isEqualTo(List.of(lead, ONE, TWO));
    }

    @Test
    void aSentenceFullOfLinksIsNoNavigationNorIsAnAnchor() {
        String linked =
                "<a href='/a'>Petugas bea cukai di pelabuhan</a> menahan <a href='/b'>sebuah kapal yang tidak berdokumen</a>"
                        + " di utara pulau itu pada hari Selasa siang, kata juru bicaranya.";
        String html = "<body><article><h2><a name='x'>Penahanan</a></h2><p>" + linked + "</p><p>" + ONE + "</p><p>"
                + TWO + "</p></article></body>";

        assertThat(MainText.of(Jsoup.parse(html)).paragraphs())
                .isEqualTo(List.of("Penahanan", Jsoup.parse(linked).text(), ONE, TWO));
    }

    @Test
    void aListOfLinksHasNoMainText() {
        String links = "<li><a href='/x'>Judul berita yang lain dan cukup panjang</a></li>".repeat(40);

        MainText.Found found = MainText.of(Jsoup.parse("<body><ul>" + links + "</ul></body>"));

        assertThat(found.paragraphs()).isEmpty();
        assertThat(found.linkShare()).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><item><title>Judul</title><description>ONE</description></item></channel></rss>",
                "<?xml version='1.0'?><feed><entry><title>Judul</title><summary>ONE TWO</summary></entry></feed>",
                "<body><div><TEASERS></div></body>",
                "<body><EXCERPTS></body>"
            })
    void aPageThatListsArticlesIsRecognised(String page) {
        assertThat(MainText.of(Jsoup.parse(filled(page))).listing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<body><article><p>ONE</p><p>TWO</p></article></body>",
                "<body><article><p>ONE</p><p>TWO</p><p>ONE</p><p>TWO</p></article><div><TEASERS></div></body>",
                "<body><article><p>ONE</p><p>TWO</p><p>ONE</p><p>TWO</p><TEASERS></article></body>",
                "<body><article><p>ONE</p><p>TWO</p><p><a href='/1'>Baca juga: Kapal lain ditahan</a></p><p>ONE</p><p>TWO</p><p>"
                        + "<a href='/2'>Baca juga: Muatan itu dibakar</a></p><p>ONE</p><p>TWO</p></article></body>"
            })
    void anArticleWithOthersAroundItIsNoList(String page) {
        MainText.Found found = MainText.of(Jsoup.parse(filled(page)));

        assertThat(found.listing()).isFalse();
        assertThat(found.paragraphs()).contains(ONE, TWO).doesNotContain("Awaknya diperiksa semalam.");
    }

    private static String filled(String page) {
        String teaser =
                "<div><h3><a href='/2'>Kapal lain ditahan di pulau tetangga</a></h3><p>Awaknya diperiksa semalam.</p></div>";
        String excerpt =
                "<div><h2><a href='/2'>Kapal lain ditahan di pulau tetangga</a></h2><p>ONE</p><p>TWO</p><p>ONE</p></div>";
        return page.replace("<TEASERS>", teaser.repeat(12))
                .replace("<EXCERPTS>", excerpt.repeat(6))
                .replace("ONE", ONE)
                .replace("TWO", TWO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<body>DEEP<p>ONE</p></body>",
                "<body>TEXTS<p>ONE</p></body>",
                "<body><p>BREAKS</p><p>ONE</p></body>",
                "<body><p>EMPTY</p><p>ONE</p></body>",
                "<body>LINKS<p>ONE</p></body>",
                "<head>METAS</head><body>LEADS<article><p>ONE</p></article></body>",
                "<head><meta property='og:title' content='SPACES'></head><body><p>ONE</p></body>"
            })
    void aPageMadeToBeSlowIsReadInTime(String page) {
        String html = page.replace("DEEP", "<div>".repeat(300_000))
                .replace("TEXTS", "<div>kata".repeat(200_000))
                .replace("BREAKS", "kata<br>".repeat(300_000))
                .replace("EMPTY", "<br>".repeat(5_000_000))
                .replace("LINKS", "<a href='/x'>Judul berita lain</a>".repeat(500_000))
                .replace("METAS", "<meta name='description' content='TWO'>".repeat(20_000))
                .replace("LEADS", "<p>TWO".repeat(20_000))
                .replace("SPACES", " ".repeat(2_000_000) + "x")
                .replace("TWO", TWO)
                .replace("ONE", ONE);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> extract(Content.HTML, html, Map.of()));
    }

    @Test
    void aFieldMadeToLookLikeMarkupIsReadInTime() {
        String open = "<p".repeat(1_000_000);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> extract(Content.FIELDS, "", Map.of("text", open)));
    }

    private static ArticleExtractor.Result extract(Content content, String payload, Map<String, String> fields) {
        return new ArticleExtractor()
                .extract(Capture.newBuilder()
                        .setRecordId("slow")
                        .setArchiveFile("file")
                        .setArchiveOffset(0)
                        .setContent(content)
                        .setPayload(ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)))
                        .setFields(fields)
                        .build());
    }
}
