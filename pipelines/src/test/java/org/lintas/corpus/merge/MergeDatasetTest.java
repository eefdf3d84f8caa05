package org.lintas.corpus.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.dataset.CorpusFiles;
import org.lintas.dataset.Layout;
import org.lintas.dataset.ParquetSink;
import org.lintas.dataset.PartFiles;
import org.lintas.record.PartFile;
import org.lintas.schemas.ArticleCountry;
import org.lintas.schemas.Dataset;

class MergeDatasetTest {

    private static final int CORPORA = 40;

    /** Room for some five of them. */
    private static final long MEMORY = 20L << 20;

    private static final int ROWS = 50;

    @TempDir
    Path temp;

    private final List<CorpusFiles> corpora = new ArrayList<>();
    private Layout to;
    private long bytes;

    @BeforeAll
    static void useLocalFiles() {
        FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    }

    @BeforeEach
    void write() throws IOException {
        to = new Layout(temp.resolve("merged").toString());
        for (int c = 0; c < CORPORA; c++) {
            var corpus = new Layout(temp.resolve("c" + c).toString());
            var parts = new ArrayList<PartFile>();
            for (String language : List.of("id", "th")) {
                Path folder = Files.createDirectories(
                        Path.of(corpus.folder(Dataset.ARTICLE_COUNTRIES)).resolve("language=" + language));
                Path file = folder.resolve("part.parquet");
                try (var channel =
                        Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    ParquetSink<ArticleCountry> sink = ParquetSink.of(Dataset.ARTICLE_COUNTRIES, Map.of());
                    sink.open(channel);
                    for (int r = 0; r < (language.equals("th") ? 1 : ROWS); r++) {
                        sink.write(row(r * CORPORA + c, language));
                    }
                    sink.flush();
                }
                bytes += language.equals("id") ? Files.size(file) : 0;
                parts.add(PartFiles.describe(
                        Path.of(corpus.root()).relativize(file).toString(), file.toString()));
            }
            corpora.add(new CorpusFiles(corpus, parts));
        }
    }

    private static ArticleCountry row(int number, String language) {
        return ArticleCountry.newBuilder()
                .setArticleId(String.format("%032x", number))
                .setRecordId("r" + number)
                .setLanguage(language)
                .setCountry("KH")
                .setMentions(1)
                .setFirstOffset(number)
                .build();
    }

    @Test
    void rowsAreSortedAcrossFiles() throws IOException, SQLException {
        List<PartFile> files = merge().withFileBytes(bytes).write().files();

        assertThat(files)
                .extracting(PartFile::getPath)
                .startsWith("article_countries/language=id/part-00000-of-0000" + (files.size() - 1) + ".zstd.parquet")
                .endsWith("article_countries/language=th/part-00000-of-00001.zstd.parquet");
        assertThat(query("SELECT article_id FROM read_parquet('" + to.root()
                        + "/article_countries/language=id/*.parquet', file_row_number = true, filename = true)"
                        + " ORDER BY filename, file_row_number"))
                .hasSize(CORPORA * ROWS)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(files.stream().mapToLong(PartFile::getRows).sum()).isEqualTo(CORPORA * ROWS + CORPORA);
    }

    @Test
    void theNumberOfFilesFollowsTheSizeOfTheData() throws IOException {
        List<PartFile> few = merge().withMemory(Long.MAX_VALUE).write().files();
        deleteAll(Path.of(to.root()));
        List<PartFile> many = merge().withFileBytes(2_000).write().files();

        assertThat(few).hasSize(2);
        assertThat(many).hasSizeGreaterThan(3);
        List<Long> rows = many.stream()
                .filter(file -> file.getPath().contains("language=id"))
                .map(PartFile::getRows)
                .toList();
        assertThat(rows.subList(0, rows.size() - 1)).hasSizeGreaterThan(2).allMatch(rows.get(0)::equals);
        assertThat(rows.get(rows.size() - 1)).isPositive().isLessThanOrEqualTo(rows.get(0));
    }

    @Test
    void rowsAreLeftOutAndAPartitionWithoutRowsIsGone() throws IOException, SQLException {
        MergedDataset merged = merge().keeping(
                        (corpus, row) -> ((ArticleCountry) row).getLanguage().equals("th"))
                .write();

        assertThat(merged.sourceRows()).isEqualTo(CORPORA * ROWS + CORPORA);
        assertThat(merged.removed()).isEqualTo(CORPORA * ROWS);
        assertThat(merged.files()).extracting(PartFile::getRows).containsExactly((long) CORPORA);
        assertThat(Path.of(to.folder(Dataset.ARTICLE_COUNTRIES)).resolve("language=id"))
                .doesNotExist();
    }

    @Test
    void aDatasetWithoutRowsIsAnEmptyFile() throws IOException {
        List<PartFile> files = merge().keeping((corpus, row) -> false).write().files();

        assertThat(files)
                .singleElement()
                .satisfies(file -> assertThat(file.getRows()).isZero());
        assertThat(Path.of(to.root()).resolve(files.get(0).getPath())).exists();
    }

    private MergeDataset merge() {
        return MergeDataset.of(Dataset.ARTICLE_COUNTRIES, corpora, to, Map.of("lintas.schema", "test"))
                .withMemory(MEMORY);
    }

    private static List<String> query(String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        }
        return values;
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
