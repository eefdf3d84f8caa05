package org.lintas.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("timed")
class PageCharsetTest {

    private static final String THAI = "ตำรวจยึดยาบ้าที่ท่าเรือเมื่อวานนี้";
    private static final String CHINESE = "警方昨天在港口发现了一个没有人的仓库，里面的货物不是合法进口的。";
    private static final String TAIWANESE = "警方昨天在港口發現了一個沒有人的倉庫，裡面的貨物不是合法進口的。";

    /** A text in TCVN3, VNI, VISCII and windows-1258; the bytes are literal, not created by the tables. */
    private static final String VIETNAMESE = "Công an tỉnh đã bắt giữ bốn người ở cửa khẩu, thu được một tấn hàng.";

    private static final String TCVN3 =
            "43 AB 6E 67 20 61 6E 20 74 D8 6E 68 20 AE B7 20 62 BE 74 20 67 69 F7 20 62 E8 6E 20 6E 67 AD"
                    + "EA 69 20 EB 20 63 F6 61 20 6B 68 C8 75 2C 20 74 68 75 20 AE AD EE 63 20 6D E9 74 20 74 CA 6E 20 68 B5 6E 67 2E";

    private static final String VNI =
            "43 6F E2 6E 67 20 61 6E 20 74 E6 6E 68 20 F1 61 F5 20 62 61 E9 74 20 67 69 F6 F5 20 62 6F E1 6E"
                    + "20 6E 67 F6 F4 F8 69 20 F4 FB 20 63 F6 FB 61 20 6B 68 61 E5 75 2C 20 74 68 75 20 F1 F6 F4 EF 63 20 6D 6F E4 74"
                    + "20 74 61 E1 6E 20 68 61 F8 6E 67 2E";

    private static final String VISCII =
            "43 F4 6E 67 20 61 6E 20 74 EF 6E 68 20 F0 E3 20 62 A1 74 20 67 69 E6 20 62 AF 6E 20 6E 67 DF"
                    + "B6 69 20 B7 20 63 D8 61 20 6B 68 A6 75 2C 20 74 68 75 20 F0 DF FE 63 20 6D B5 74 20 74 A4 6E 20 68 E0 6E 67 2E";

    private static final String WINDOWS_1258 =
            "43 F4 6E 67 20 61 6E 20 74 69 D2 6E 68 20 F0 61 DE 20 62 E3 EC 74 20 67 69 FD DE 20 62 F4 EC"
                    + "6E 20 6E 67 FD F5 CC 69 20 F5 D2 20 63 FD D2 61 20 6B 68 E2 D2 75 2C 20 74 68 75 20 F0 FD F5 F2 63 20 6D F4 F2"
                    + "74 20 74 E2 EC 6E 20 68 E0 6E 67 2E";

    @ParameterizedTest
    @ValueSource(strings = {TCVN3, VNI, VISCII, WINDOWS_1258})
    void vietnameseIsFoundWhateverIsDeclared(String hex) {
        for (String declared :
                new String[] {null, "iso-8859-1", "x-user-defined", "utf-8", "tis-620", "windows-1258"}) {
            assertThat(composed(PageCharset.decode(page(bytes(hex)), declared)))
                    .as(declared)
                    .contains(VIETNAMESE);
        }
    }

    @Test
    void tcvn3CapitalsAreDrawnByAFont() {
        byte[] page = page(bytes(TCVN3 + "20 43 E9 4E 47 20 48 DF 41 20 48 E9 49"));

        assertThat(PageCharset.decode(page, "windows-1252")).contains("CỘNG HÒA HỘI");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L’été dernier, la préfète a été relâchée à Orléans ; le procès où témoigne sa mère s’est déjà ouvert.",
                "El señor Muñoz y la señora Peña vivían en Parañaque; mañana habrá elección, según él. ¿Qué más?",
                "“Kami tidak akan berhenti,” kata beliau – ‘kafé’ itu milik keluarga José sejak 1998…",
                "“Hindi po kami aalis,” ani Señor Piñol ng Biñan – mga taga-Parañaque at Las Piñas ang kasama.",
                "São Paulo não está à venda: a construção já começou e ninguém contou às irmãs o porquê da decisão.",
                "Der Zöllner prüfte dünne Bücher, größere Koffer, für Übersee bestimmte Schlüssel und drei Käfige."
            })
    void latinPagesStayLatin(String text) {
        byte[] page = page(text.getBytes(Charset.forName("windows-1252")));

        assertThat(PageCharset.decode(page, null)).contains(text);
        assertThat(PageCharset.decode(page, "iso-8859-1")).contains(text);
        assertThat(PageCharset.decode(page, "utf-8")).contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "x-windows-874, " + THAI + ", tis-620",
        "x-windows-874, " + THAI + ", iso-8859-1",
        "x-windows-874, " + THAI + ", gb2312",
        "GBK, " + CHINESE + ", gb2312",
        "GBK, " + CHINESE + ", iso-8859-1",
        "GBK, " + CHINESE + ", big5",
        "GBK, " + TAIWANESE + ", tis620",
        "Big5, " + TAIWANESE + ", x-x-big5",
        "Big5, " + TAIWANESE + ", windows-1252",
        "Big5, " + TAIWANESE + ", x-gbk"
    })
    void bytesDisproveADeclaration(String charset, String text, String declared) {
        byte[] page = page(text.getBytes(Charset.forName(charset)));

        assertThat(PageCharset.decode(page, declared)).contains(text);
        assertThat(PageCharset.decode(page, "utf-8")).contains(text);
        assertThat(PageCharset.decode(page, null)).contains(text);
    }

    @Test
    void whatIsDeclaredCountsWhereTheBytesAllowIt() {
        String russian = "Полиция нашла склад у реки";
        byte[] text = russian.getBytes(Charset.forName("windows-1251"));
        byte[] meta = joined("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", text);
        byte[] korean = "경찰은 어제 항구에서 창고를 발견했다고 밝혔다.".getBytes(Charset.forName("EUC-KR"));

        assertThat(PageCharset.decode(page(text), "windows-1251")).contains(russian);
        assertThat(PageCharset.decode(meta, null)).contains(russian);
        assertThat(PageCharset.decode(joined("<?xml version='1.0' encoding='cp1251'?>", text), "no-such-charset"))
                .contains(russian);
        assertThat(PageCharset.decode(page(korean), "ks_c_5601")).contains("경찰은 어제");
    }

    @Test
    void flawedUtf8IsUtf8() {
        byte[] thai = THAI.getBytes(StandardCharsets.UTF_8);
        for (int cut = 1; cut < thai.length; cut++) {
            String found = PageCharset.decode(joined("<p>", Arrays.copyOf(thai, cut)), "iso-8859-1");
            assertThat(found).isEqualTo("<p>" + THAI.substring(0, cut / 3) + (cut % 3 == 0 ? "" : "\uFFFD"));
        }
        byte[] snippet = joined("<p>" + THAI + " caf", new byte[] {(byte) 0xE9, ' '});

        assertThat(PageCharset.decode(snippet, "windows-1252")).contains(THAI + " caf\uFFFD");
    }

    @Test
    void sixteenBitsNeedNoMark() {
        for (String text : new String[] {THAI, CHINESE, "မြန်မာကုက္ကိုလ်ကကမ်း", "polisi menangkap empat orang"}) {
            String page = "<html><body><p>" + text + "</p>";
            assertThat(PageCharset.decode(page.getBytes(StandardCharsets.UTF_16LE), "utf-8"))
                    .isEqualTo(page);
            assertThat(PageCharset.decode(page.getBytes(StandardCharsets.UTF_16BE), null))
                    .isEqualTo(page);
        }
    }

    @Test
    void sevenBitsWithShiftsAreWhatTheyDeclare() {
        byte[] page = "港で倉庫が見つかった".getBytes(Charset.forName("ISO-2022-JP"));

        assertThat(PageCharset.decode(page, "iso-2022-jp")).isEqualTo("港で倉庫が見つかった");
        assertThat(PageCharset.decode("plain".getBytes(StandardCharsets.US_ASCII), "big5"))
                .isEqualTo("plain");
    }

    @Test
    void anyBytesAreDecodedInLinearTime() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var bytes = new byte[random.nextInt(3_000)];
            random.nextBytes(bytes);
            for (int i = 0; round % 3 == 1 && i < bytes.length; i++) {
                bytes[i] = (byte) "<>& a\u00E9\u00AD\u00A1".charAt(bytes[i] & 7);
            }
            assertThat(PageCharset.decode(bytes, round % 2 == 0 ? null : "big5"))
                    .isNotNull();
        }
        var big = new byte[8 << 20];
        random.nextBytes(big);
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> PageCharset.decode(big, null));
        Arrays.fill(big, (byte) '<');
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> PageCharset.decode(big, null));
        Arrays.fill(big, (byte) 0xAD);
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> PageCharset.decode(big, "iso-8859-1"));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static byte[] page(byte[] text) {
        return joined(
                "<html><head><title>Arsip &copy;</title></head>\n<body><p>", joined(text, "</p></body></html>\n"));
    }

    private static byte[] joined(String start, byte[] end) {
        return joined(start.getBytes(StandardCharsets.UTF_8), end);
    }

    private static byte[] joined(byte[] start, String end) {
        return joined(start, end.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] joined(byte[] start, byte[] end) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(start);
        out.writeBytes(end);
        return out.toByteArray();
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
