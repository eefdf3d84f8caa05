package org.lintas.archive.table;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.Bombs;
import org.lintas.archive.Damage;
import org.lintas.archive.Found;
import org.lintas.record.Capture;
import org.lintas.schemas.RejectReason;

@Tag("timed")
class CsvReaderTest {

    private static final String TABLE = """
            id,Title,Text,url
            a,Judul,"satu, ""dua""
            tiga",https://x.example/a
            b,,empat,

            c,"Judul","lima",https://x.example/c
            """;

    @Test
    void readsRowsWithQuotesAndLineBreaks() throws IOException {
        Found found = Found.in(ArchiveFormat.CSV, TABLE.getBytes(UTF_8));

        assertThat(found.ids()).containsExactly("a", "b", "c");
        assertThat(texts(found)).containsExactly("satu, \"dua\"\ntiga", "empat", "lima");
        assertThat(found.captures.get(0).getFields()).containsEntry("title", "Judul");
        assertThat(found.urls()).containsExactly("https://x.example/a", null, "https://x.example/c");
        assertThat(found.captures.get(2).getArchiveOffset()).isEqualTo(TABLE.indexOf("c,\"J"));
        assertThat(found.rejects).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,text\r\n1,x\r\n2,y\r\n",
                "\uFEFFid;text\n1;x\n2;y",
                "sep=;\n\"id\";\"text\"\n1;x\n2;y\n",
                "id\ttext\n1\tx\n2\t\"y\"\n",
                "text,id\nx,1\ny,2"
            })
    void readsOtherShapes(String table) throws IOException {
        for (Charset charset : List.of(UTF_8, UTF_16)) {
            Found found = Found.in(ArchiveFormat.CSV, table.getBytes(charset));

            assertThat(found.ids()).containsExactly("1", "2");
            assertThat(texts(found)).containsExactly("x", "y");
            assertThat(found.rejects).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2,too,many",
                "too few",
                "2,\"never closed",
                "2,\"closed\" too early",
            })
    void afterAWrongRowReadingGoesOnAtTheNextLine(String wrong) throws IOException {
        for (String last : List.of("4,dua", "4,\"dua\"")) {
            String table = "id,text\n1,satu\n" + wrong + "\n3,\"a, b\"\n" + last + "\n";

            Found found = Found.in(ArchiveFormat.CSV, table.getBytes(UTF_8));

            assertThat(found.ids()).containsExactly("1", "3", "4");
            assertThat(found.reasons()).containsExactly(RejectReason.DAMAGED_RECORD);
            assertThat(found.rejects.get(0).getArchiveOffset()).isEqualTo(table.indexOf(wrong));
        }
    }

    @Test
    void betweenTabsQuotesNeedNotQuote() throws IOException {
        String table = "id\ttext\n1\t\"Damai\" kata mereka\n2\t\"tak ditutup\n3\ttiga\n";

        Found found = Found.in(ArchiveFormat.CSV, table.getBytes(UTF_8));

        assertThat(texts(found)).containsExactly("\"Damai\" kata mereka", "\"tak ditutup", "tiga");
    }

    @Test
    void aLargeRowIsStreamedPast() throws IOException {
        String table = "id,text\n1," + "x".repeat(300_000) + "\n2,short\n3,\"" + "y\n".repeat(2_000) + "\"\n4,last\n";

        Found found = Found.in(ArchiveFormat.CSV, table.getBytes(UTF_8), 1_000);

        assertThat(found.ids()).containsExactly("2", "4");
        assertThat(found.reasons()).contains(RejectReason.RECORD_TOO_LARGE);
        assertThat(found.rejects.get(0).getArchiveOffset()).isEqualTo(8);
    }

    @Test
    void legacyCharsetsAreDetected() throws IOException {
        String thai = "ตำรวจจับกุมผู้ต้องหาคดีค้ามนุษย์ที่ชายแดนเมื่อวานนี้ หลังได้รับแจ้งจากชาวบ้าน";
        byte[] table = ("id,text\n1,\"" + thai + "\"\n").getBytes(Charset.forName("x-windows-874"));

        assertThat(texts(Found.in(ArchiveFormat.CSV, table))).containsExactly(thai);
    }

    @Test
    void aTableWithoutTextIsOneReject() throws IOException {
        Found found = Found.in(ArchiveFormat.CSV, "id,price\n1,2\n3,4\n".getBytes(UTF_8));

        assertThat(found.reasons()).containsExactly(RejectReason.MISSING_TEXT);
        assertThat(Found.in(ArchiveFormat.CSV, new byte[0]).rejects).isEmpty();
    }

    @Test
    void aClippedGzipGivesTheRowsBeforeTheClipAndOneReject() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("id,text\n".getBytes(UTF_8));
            for (int i = 0; i < 3_000; i++) {
                gzip.write((i + ",\"kata " + i * 7919 + "\"\n").getBytes(UTF_8));
            }
        }

        Found found = Found.in(ArchiveFormat.CSV, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));

        assertThat(found.captures).hasSizeBetween(500, 2_500);
        assertThat(found.reasons()).containsExactly(RejectReason.TRUNCATED);
    }

    @Test
    void clippedAndChangedTablesAreReadToTheEnd() throws IOException {
        Damage.clipEverywhere(ArchiveFormat.CSV, TABLE.getBytes(UTF_8));
        Damage.mutate(ArchiveFormat.CSV, TABLE.getBytes(UTF_8), 5_000);
    }

    @Test
    void aHeaderOfAnyWidthEnds() throws IOException {
        String wide = "text" + ",".repeat(900_000) + "\nx\n";

        assertThat(Found.in(ArchiveFormat.CSV, wide.getBytes(UTF_8)).reasons())
                .containsExactly(RejectReason.MISSING_TEXT);
    }

    private static List<String> texts(Found found) {
        return found.captures.stream()
                .map(Capture::getFields)
                .map(f -> f.get("text"))
                .toList();
    }

    @Test
    void quotesInEveryLineAreNotSearchedForAgainAndAgain() throws IOException {
        Found.in(ArchiveFormat.CSV, Bombs.quoteInEveryLine(3, 40_000));

        long few = nanoseconds(Bombs.quoteInEveryLine(3, 100_000));
        long many = nanoseconds(Bombs.quoteInEveryLine(10_000, 100_000));

        // Without a limit, ten thousand following lines would be scanned for each line.
        assertThat(many).isLessThan(50 * few + 1_000_000_000L);
    }

    private static long nanoseconds(byte[] table) throws IOException {
        long start = System.nanoTime();
        Found found = Found.in(ArchiveFormat.CSV, table);
        assertThat(found.rejects).hasSizeGreaterThan(90_000);
        return System.nanoTime() - start;
    }
}
