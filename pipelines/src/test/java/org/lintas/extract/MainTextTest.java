package org.lintas.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.element.Capture;
import org.lintas.element.Content;

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
                "<body><main><section><p>ONE</p></section><section><p>TWO</p></section></main></body>"
            })
    void theStoryIsFoundAndNothingElse(String page) {
        String html = page.replace("ONE", ONE).replace("TWO", TWO);

        assertThat(MainText.of(Jsoup.parse(html)).paragraphs()).isEqualTo(List.of(ONE, TWO));
    }

    @Test
    void aListOfLinksHasNoStory() {
        String links = "<li><a href='/x'>Judul berita yang lain dan cukup panjang</a></li>".repeat(40);

        MainText.Found found = MainText.of(Jsoup.parse("<body><ul>" + links + "</ul></body>"));

        assertThat(found.paragraphs()).isEmpty();
        assertThat(found.linkShare()).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<body>DEEP<p>ONE</p></body>",
                "<body><p>BREAKS</p><p>ONE</p></body>",
                "<head><meta property='og:title' content='SPACES'></head><body><p>ONE</p></body>"
            })
    void aPageMadeToBeSlowIsReadInTime(String page) {
        String html = page.replace("DEEP", "<div>".repeat(300_000))
                .replace("BREAKS", "kata<br>".repeat(300_000))
                .replace("SPACES", " ".repeat(2_000_000) + "x")
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
