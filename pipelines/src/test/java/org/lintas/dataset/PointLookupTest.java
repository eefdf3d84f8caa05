package org.lintas.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.compat.RowGroupFilter;
import org.apache.parquet.filter2.compat.RowGroupFilter.FilterLevel;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.schemas.Article;
import org.lintas.schemas.Dataset;
import org.lintas.text.Sha256;

/**
 * What a look-up of one article reads, in data of the shape of ten gigabytes: 80 part files with four row groups each, every file with the
 * whole range of ids, as a build writes them. Row groups hold fewer rows than real ones, and filters as many bits a row.
 */
class PointLookupTest {

    private static final int FILES = 80;
    private static final int GROUPS = 4;
    private static final int ROWS = 500;

    @TempDir
    static Path temp;

    private static final List<Path> PARTS = new ArrayList<>();
    private static final List<Article> WANTED = new ArrayList<>();

    @BeforeAll
    static void write() throws IOException {
        var random = new Random(1);
        int number = 0;
        for (int f = 0; f < FILES; f++) {
            var rows = new ArrayList<Article>();
            for (int r = 0; r < GROUPS * ROWS; r++) {
                rows.add(article(number++));
            }
            WANTED.add(rows.get(random.nextInt(rows.size())));
            WANTED.add(rows.get(random.nextInt(rows.size())));
            rows.sort(new RowOrder(Dataset.ARTICLES));
            PARTS.add(writePart(rows, f));
        }
    }

    private static Article article(int number) {
        String id = Sha256.hex("article " + number).substring(0, 32);
        return Article.newBuilder()
                .setArticleId(id)
                .setRecordId("r" + number)
                .setUrl("https://kabar.example/2025/10/" + number + "/berita")
                .setText("Teks.")
                .setTextLength(5)
                .setLanguage("id")
                .setLanguageConfidence(1)
                .setArchiveFile("a")
                .setArchiveOffset(number)
                .setContentDigest(Sha256.hex(id))
                .setClusterId(id)
                .setClusterSize(1)
                .setTopics(List.of())
                .setCountries(List.of())
                .setIsTransnational(false)
                .build();
    }

    private static Path writePart(List<Article> rows, int number) throws IOException {
        Path file = temp.resolve("part-" + number + ".parquet");
        // Some 240 bytes a row before compression.
        long groupBytes = 240L * ROWS;
        try (var channel = Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                ParquetWriter<Article> writer =
                        PartWriter.open(Dataset.ARTICLES, Map.of(), channel, groupBytes, ROWS)) {
            for (Article row : rows) {
                writer.write(row);
            }
        }
        return file;
    }

    @Test
    void anIdReadsFewRowGroups() throws IOException {
        assertThat(shareRead(
                        "article_id", WANTED.stream().map(Article::getArticleId).toList()))
                .isLessThanOrEqualTo(0.02);
    }

    @Test
    void anAddressReadsFewRowGroups() throws IOException {
        assertThat(shareRead("url", WANTED.stream().map(Article::getUrl).toList()))
                .isLessThanOrEqualTo(0.02);
    }

    @Test
    void missingValuesReadFewRowGroups() throws IOException {
        List<String> unknown = IntStream.range(0, 100)
                .mapToObj(i -> "https://lain.example/" + i)
                .toList();

        assertThat(shareRead("url", unknown)).isLessThanOrEqualTo(0.02);
    }

    /** Row groups that statistics and Bloom filters leave, by all, on average; each value must be found where it is. */
    private static double shareRead(String column, List<String> values) throws IOException {
        long read = 0;
        long all = 0;
        for (Path part : PARTS) {
            try (var reader = ParquetFileReader.open(new LocalInputFile(part))) {
                assertThat(reader.getRowGroups()).hasSizeBetween(GROUPS - 1, 2 * GROUPS);
                for (String value : values) {
                    FilterCompat.Filter filter =
                            FilterCompat.get(FilterApi.eq(FilterApi.binaryColumn(column), Binary.fromString(value)));
                    read += RowGroupFilter.filterRowGroups(
                                    List.of(FilterLevel.STATISTICS, FilterLevel.BLOOMFILTER),
                                    filter,
                                    reader.getRowGroups(),
                                    reader)
                            .size();
                    all += reader.getRowGroups().size();
                }
            }
        }
        double share = (double) read / all;
        System.out.printf("%s: %.4f of %d row groups are read for a look-up%n", column, share, all / values.size());
        return share;
    }
}
