package org.lintas.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.record.Capture;
import org.lintas.record.Content;
import org.lintas.schemas.RejectReason;

/** Pages of kinds that were once rejected or cut, each of them invented. */
class WholeStoryTest {

    private static final String ONE =
            "Petugas bea cukai menahan sebuah kapal yang membawa barang tanpa dokumen di perairan utara pulau itu pada Selasa.";
    private static final String TWO =
            "Kapten kapal mengaku tidak tahu isi muatan, sementara pemilik barang masih dicari oleh penyidik di dua kota.";
    private static final String THREE =
            "Kepala kantor pelabuhan mengatakan semua barang itu akan dimusnahkan setelah perkaranya diputus oleh pengadilan.";
    private static final String ABOVE =
            "Muatan kapal yang ditahan di perairan utara itu ternyata milik sebuah perusahaan di ibu kota.";
    private static final String HEAD =
            "<title>Sebuah kapal ditahan di utara | Kabar Lintas</title><meta property='og:type' content='article'>"
                    + "<meta property='og:title' content='Sebuah kapal ditahan di utara'>"
                    + "<meta property='article:published_time' content='2025-03-11T08:00:00+07:00'>";
    private static final String H1 = "<h1>Sebuah kapal ditahan di utara</h1>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A name that says what the page allows, or a name of a widget, around the whole story.
                "<div class='post comments-enabled'>H1<p>ONE</p><p>TWO</p><p>THREE</p></div>",
                "<div class='comments'>H1<p>ONE</p><p>TWO</p><p>THREE</p></div>",
                "H1<div class='teaser widget'><p>ONE</p><p>TWO</p><p>THREE</p><p>ONE ONE</p><p>TWO TWO</p></div>OTHER",
                "H1<div class='paywall'><div itemprop='articleBody'><p>ONE</p><p>TWO</p><p>THREE</p></div></div>OTHER",
                "<aside class='content'>H1<p>ONE</p><p>TWO</p><p>THREE</p></aside><div><a href='/2'>Berita lain yang panjang</a></div>",
                // What React streams is hidden until a script moves it.
                "<div id='root'><template id='B:1'></template></div><div hidden id='S:1'>H1<p>ONE</p><p>TWO</p><p>THREE</p></div>",
                // An id that was made of a subheading.
                "<article>H1<p>ONE</p><section id='sharing-with-the-police-how-it-works'><p>TWO</p><p>THREE</p></section></article>",
                // Quoted posts lie in boxes for social networks.
                "<article>H1<p>ONE</p><div class='social-embed'><blockquote class='twitter-tweet'><p>TWO</p></blockquote></div><p>THREE</p></article>",
                // A paragraph most of which is a link ends as a sentence does.
                "<article>H1<p>ONE</p><p>TWO</p><p>Kantor itu sebelumnya <a href='/x'>menahan dua kapal lain</a>.</p><p>THREE</p></article>",
                // Prose between headline and main text.
                "<div>H1<p>ABOVE</p></div><ul><li><a href='/1'>Bagikan ke teman Anda semua</a></li></ul><article><p>ONE</p><p>TWO</p><p>THREE</p></article>"
            })
    void theWholeStoryIsTaken(String body) {
        String text = extract(page(body)).draft().getText();

        assertThat(text).contains(ONE, TWO, THREE);
        assertThat(text.contains(ABOVE)).isEqualTo(body.contains("ABOVE"));
        assertThat(text).doesNotContain("Cerita lain");
        assertThat(text.contains("menahan dua kapal lain")).isEqualTo(body.contains("Kantor itu"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<article>H1<p>ONE</p><p>TWO</p><p>THREE</p></article><article><h1>Cerita lain di kota ini</h1><p>ONE Cerita lain.</p></article>",
                "<article>H1<p>ONE</p><p>TWO</p><p>THREE</p><div class='donation'><p>Cerita lain memerlukan bantuan Anda semua, pembaca.</p></div></article>",
                "<article>H1<p>ONE</p><p>TWO</p><p>THREE</p><p>This article is for subscribers only</p><p>Already a subscriber? Log in</p></article>",
                "<article>H1<p>ONE</p><p>TWO</p><p>THREE</p><table><tr><td><a href='/1'>Cerita lain</a></td><td><a href='/2'>Cerita lain lagi</a></td></tr></table></article>",
                "<article>H1<p>ONE</p><p>TWO <span class='sr-only'>Cerita lain</span></p><p>THREE</p></article>"
            })
    void whatIsNotTheStoryIsLeftOut(String body) {
        assertThat(extract(page(body)).draft().getText().split("\n\n")).containsExactly(ONE, TWO, THREE);
    }

    @Test
    void aHeadlineInAnyFormIsNoProse() {
        String body = "<div>H1<h2>Sebuah kapal yang mencurigakan ditahan di utara pulau</h2></div>"
                + "<ul><li><a href='/1'>Bagikan ke teman Anda semua</a></li></ul><article><p>ONE</p><p>TWO</p><p>THREE</p></article>";

        assertThat(extract(page(body)).draft().getText()).startsWith(ONE);
    }

    @Test
    void aCellThatIsCalledCommentCutsNothing() {
        String body = "<article>H1<p>ONE</p><table><tr><th>Tanggal</th><th>Comment</th></tr>"
                + "<tr><td>Selasa</td><td>Kapal ditahan</td></tr></table><p>TWO</p><p>THREE</p></article>";

        assertThat(extract(page(body)).draft().getText().split("\n\n"))
                .containsExactly(ONE, "Tanggal | Comment", "Selasa | Kapal ditahan", TWO, THREE);
    }

    @Test
    void aStoryWithLinkedSubheadingsIsNoList() {
        String part = "<h2><a href='/2'>Muatan yang dicari penyidik</a></h2><p>ONE</p><p>TWO</p>";
        String body = "<article>H1" + part.repeat(6) + "</article>";

        assertThat(extract(page(body)).draft().getText()).contains(ONE, TWO);
        assertThat(extract(page(body).replace("og:type' content='article", "og:type' content='website"))
                        .reason())
                .isEqualTo(RejectReason.NOT_AN_ARTICLE);
        assertThat(extract(
                                page(body)
                                        .replace(
                                                "<body>",
                                                "<script type='application/ld+json'>{\"@type\":\"CollectionPage\"}</script><body>"))
                        .reason())
                .isEqualTo(RejectReason.NOT_AN_ARTICLE);
    }

    @Test
    void aShortStoryIsOneIfThePageSaysSo() {
        String body = "<article>H1<p>ONE</p></article>";

        assertThat(extract(page(body)).draft().getText()).isEqualTo(ONE);
        assertThat(extract("<title>Sebuah kapal</title><body>"
                                + body.replace("H1", H1).replace("ONE", ONE))
                        .reason())
                .isEqualTo(RejectReason.NOT_AN_ARTICLE);
    }

    @Test
    void aStoryThatIsOnlyDataOfAScriptIsRead() {
        String markup = "<p>" + ONE + "</p><p>" + TWO + " “Semua.”</p>";
        String rows = "1:\\\"x\\\"\\n24:T"
                + Integer.toHexString(markup.getBytes(StandardCharsets.UTF_8).length) + ","
                + markup.replace("<", "\\u003c")
                + "25:T3,<p>";
        String body = H1 + "<script>self.__next_f.push([1,\"" + rows
                + "\"])</script><script>self.__next_f.push([1,x])</script>";

        assertThat(extract(page(body)).draft().getText().split("\n\n")).containsExactly(ONE, TWO + " “Semua.”");
    }

    @Test
    void theKickerIsNoPartOfTheTitleNorIsTheSite() {
        assertThat(extract(page(
                                "<article><h1><span class='kicker'>Pelabuhan</span><span>Sebuah kapal ditahan di utara</span></h1>"
                                        + "<p>ONE</p><p>TWO</p></article>"))
                        .draft()
                        .getTitle())
                .isEqualTo("Sebuah kapal ditahan di utara");
        assertThat(extract("<title>Koran Pulau Utara</title><body><h1><a href='/'>Koran Pulau Utara</a></h1>"
                                + "<h2>Sebuah kapal ditahan di utara</h2><p>" + ONE + "</p><p>" + TWO + "</p>")
                        .draft()
                        .getTitle())
                .isEqualTo("Sebuah kapal ditahan di utara");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kabar.example/|Kabar Lintas",
                "https://kabar.example/index.php#isi|Kabar Lintas",
                "https://kabar.example/en|Kabar Lintas",
                "https://kabar.example/category/nasional/|Nasional | Kabar Lintas",
                "https://kabar.example/en/section/police-blotter/|Kabar Lintas",
                "https://kabar.example/nasional|Nasional | Kabar Lintas"
            })
    void aRecordOfAHomeOrSectionPageIsNoArticle(String addressAndTitle) {
        String[] parts = addressAndTitle.split("\\|", 2);

        assertThat(record(parts[0], parts[1]).reason()).isEqualTo(RejectReason.NOT_AN_ARTICLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The address of the outlet instead of that of the article.
                "https://kabar.example/|Petugas bea cukai menahan kapal tanpa dokumen",
                "https://kabar.example/?p=123|Kabar Lintas",
                "https://kabar.example/#!/berita/12|Kabar Lintas",
                "https://kabar.example/category/nasional/sebuah-kapal-ditahan-di-utara|Sebuah kapal ditahan",
                "https://kabar.example/tag/berita/20250311|Sebuah kapal ditahan",
                "https://kabar.example/archives/1335626|Sebuah kapal ditahan",
                "https://kabar.example/kapal-ditahan|Kapal ditahan",
                "https://kabar.example/nasional|Sebuah kapal ditahan",
                "kein Ort|Sebuah kapal ditahan"
            })
    void aRecordOfAnArticleIsOne(String addressAndTitle) {
        String[] parts = addressAndTitle.split("\\|", 2);

        assertThat(record(parts[0], parts[1]).draft().getText()).isEqualTo(ONE + "\n\n" + TWO);
    }

    @Test
    void theBylineOfARecordIsItsAuthorAndNotInItsText() {
        ArticleExtractor.Result result =
                extract(Content.FIELDS, "", Map.of("text", "Oleh: Ani Lestari\n" + ONE + "\n" + TWO));

        assertThat(result.draft().getAuthor()).isEqualTo("Ani Lestari");
        assertThat(result.draft().getText()).isEqualTo(ONE + "\n\n" + TWO);
        assertThat(extract(Content.FIELDS, "", Map.of("text", "Oleh: Ani Lestari\n" + ONE, "author", "Budi Santoso"))
                        .draft()
                        .getAuthor())
                .isEqualTo("Budi Santoso");
    }

    private static ArticleExtractor.Result record(String url, String title) {
        return extract(Content.FIELDS, "", Map.of("url", url, "title", title, "text", ONE + "\n" + TWO));
    }

    private static String page(String body) {
        String other = "<div><div><p>Cerita lain singkat saja.</p></div></div>";
        return HEAD + "<body>"
                + body.replace("OTHER", other)
                        .replace("H1", H1)
                        .replace("THREE", THREE)
                        .replace("ONE", ONE)
                        .replace("TWO", TWO)
                        .replace("ABOVE", ABOVE);
    }

    private static ArticleExtractor.Result extract(String html) {
        return extract(Content.HTML, html, Map.of());
    }

    private static ArticleExtractor.Result extract(Content content, String payload, Map<String, String> fields) {
        return new ArticleExtractor()
                .extract(Capture.newBuilder()
                        .setRecordId("story")
                        .setArchiveFile("file")
                        .setArchiveOffset(0)
                        .setContent(content)
                        .setPayload(ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)))
                        .setFields(fields)
                        .build());
    }
}
