package org.lintas.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.extract.dates.PublicationDate;
import org.lintas.record.Capture;
import org.lintas.record.Content;
import org.lintas.schemas.DateOrigin;

class PageMetadataTest {

    private static final String HEADLINE = "Empat kapal ditahan di perairan utara";
    private static final String STORY = "<p>Petugas menahan empat kapal yang membawa barang tanpa dokumen.</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>HEADLINE - Kabar Lintas</title><body><h1>HEADLINE</h1>STORY",
                "<title>HEADLINE | Nasional | Kabar Lintas</title><body><div>Kabar Lintas</div>STORY",
                "<title>Kabar Lintas: HEADLINE</title><meta property='og:site_name' content='Kabar Lintas'><body><h1>HEADLINE</h1>",
                "<title>Kabar Lintas</title><meta property='og:title' content='HEADLINE'><body>STORY",
                "<title>x</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"HEADLINE\"}</script><body>STORY",
                "<title>HEADLINE</title><body><h1>Kabar Lintas</h1><h2>HEADLINE</h2>STORY",
                "<title>Kabar Lintas</title><meta property='og:site_name' content='Kabar Lintas'><body><h1><img alt='Kabar Lintas'></h1><h1>HEADLINE</h1>STORY"
            })
    void findsTheHeadline(String page) {
        assertThat(of(page).title()).contains(HEADLINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta name='author' content='Ani Lestari'><body><h1>HEADLINE</h1>STORY",
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"name\":\"Ani Lestari\"}}</script><body>STORY",
                "<body><h1>HEADLINE</h1><div>Penulis: Ani Lestari</div>STORY",
                "<body><h1>HEADLINE</h1><div>Oleh</div><div>Ani Lestari</div>STORY",
                "<body><h1>HEADLINE</h1><span class='author-name'>Ani Lestari</span>STORY",
                "<title>HEADLINE - Kabar Lintas</title><meta property='og:site_name' content='Kabar Lintas'><meta name='author' content='Kabar Lintas'><body><h1>HEADLINE</h1><p>Penulis: Ani Lestari</p>STORY"
            })
    void findsTheAuthor(String page) {
        assertThat(of(page).author()).contains("Ani Lestari");
    }

    @Test
    void theOutletAndAnAddressAreNoAuthors() {
        assertThat(
                        of("<meta property='og:site_name' content='Kabar Lintas'><meta name='author' content='Kabar Lintas'>")
                                .author())
                .isEmpty();
        assertThat(of("<meta property='article:author' content='https://sosial.example/ani'>")
                        .author())
                .isEmpty();
    }

    /** An address without a scheme has that of the page (RFC 3986, section 4.2). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel='canonical' href='//kabar.example/berita/1'>",
                "<meta property='og:url' content='//kabar.example/berita/1'>"
            })
    void completesAnAddressWithoutAScheme(String page) {
        assertThat(of(page).canonical()).contains("https://kabar.example/berita/1");
        assertThat(of(page).title()).isNotNull();
    }

    @Test
    void takesOutletSectionLanguageAndAddress() {
        PageMetadata metadata = of(
                "<html lang='in_ID'><link rel='canonical' href='/berita/1'>"
                        + "<meta property='og:site_name' content='Kabar Lintas'><meta property='article:section' content='Nasional'>");
        assertThat(metadata.outlet()).contains("Kabar Lintas");
        assertThat(metadata.section()).contains("Nasional");
        assertThat(metadata.declaredLanguage()).contains("id-id");
        assertThat(metadata.canonical()).contains("https://kabar.example/berita/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel='canonical' href='https://kabar.example/'>",
                "<link rel='canonical' href='https://kabar.example/index.html'>",
                "<link rel='canonical' href='javascript:alert(1)'>",
                "<link rel='canonical' href='http://[bad'>"
            })
    void anArticleHasNotTheAddressOfTheHomePage(String page) {
        assertThat(of(page).canonical()).isEmpty();
    }

    @Test
    void machineReadableDatesComeBeforePrintedOnes() {
        var published = of("<meta property='article:published_time' content='2025-10-14T08:30:00+07:00'><body><h1>"
                        + HEADLINE + "</h1><div>Rabu, 15 Oktober 2025</div>" + STORY)
                .published();
        assertThat(published).hasValueSatisfying(date -> {
            assertThat(date.instant()).isEqualTo(Instant.parse("2025-10-14T01:30:00Z"));
            assertThat(date.origin()).isNotEqualTo(DateOrigin.text);
        });
    }

    @Test
    void aPrintedTimeCompletesADayAndCorrectsALocalTimeMarkedAsUtc() {
        String printed = "<body><h1>" + HEADLINE + "</h1><div>Selasa, 14 Oktober 2025 10:08 WIB</div>" + STORY;
        Instant right = Instant.parse("2025-10-14T03:08:00Z");
        assertThat(of("<meta itemprop='datePublished' content='2025-10-14'>" + printed)
                        .published()
                        .map(PublicationDate::instant))
                .contains(right);
        assertThat(of("<meta property='article:published_time' content='2025-10-14T10:08:00Z'>" + printed)
                        .published()
                        .map(PublicationDate::instant))
                .contains(right);
    }

    @Test
    void theDateOfAnotherArticleIsNotTaken() {
        String teasers = "<p>x</p>".repeat(60) + "<div>3 Oktober 2025</div><h3>Berita lain</h3>";
        assertThat(of("<body><h1>" + HEADLINE + "</h1>" + STORY + teasers).published())
                .isEmpty();
    }

    @Test
    void anOutletThatIsALongAddressDoesNotEndTheRun() {
        String page =
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"publisher\":\"a" + ".a".repeat(100_000)
                        + "\"}</script><meta property='og:site_name' content='b" + ".b".repeat(900) + "'>";

        assertThat(of(page).outlet()).isPresent();
    }

    private static PageMetadata of(String page) {
        String html = page.replace("HEADLINE", HEADLINE).replace("STORY", STORY);
        Capture capture = Capture.newBuilder()
                .setRecordId("r")
                .setArchiveFile("a.warc")
                .setArchiveOffset(0)
                .setUrl("https://kabar.example/berita/1?utm=x")
                .setContent(Content.HTML)
                .setPayload(ByteBuffer.allocate(0))
                .setFields(Map.of())
                .build();
        return PageMetadata.of(Jsoup.parse(html), capture);
    }
}
