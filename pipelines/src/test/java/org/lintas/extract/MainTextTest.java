package org.lintas.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void aPageMadeToBeSlowIsReadInTime() {
        String deep = "<div>".repeat(100_000) + "<p>" + ONE + "</p>".repeat(2) + "<p>".repeat(100_000) + TWO;

        Assertions.assertTimeout(
                Duration.ofSeconds(30),
                () -> assertThat(MainText.of(Jsoup.parse(deep)).paragraphs()).isNotEmpty());
    }
}
