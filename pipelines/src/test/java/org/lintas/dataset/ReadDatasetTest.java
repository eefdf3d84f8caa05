package org.lintas.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.util.construction.PipelineTranslation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.schemas.ArticleCountry;
import org.lintas.schemas.Dataset;

class ReadDatasetTest {

    @TempDir
    Path temp;

    /** A cluster is sent the graph: with the names of all files it would be refused for its size. */
    @Test
    void theGraphOfTheJobDoesNotGrowWithTheFiles() throws IOException {
        assertThat(graph(corpus("large", 10_000))).isCloseTo(graph(corpus("small", 2)), within(500));
    }

    private static int graph(Layout corpus) {
        Pipeline pipeline = Pipeline.create();
        pipeline.apply("Read", ReadDataset.of(ArticleCountry.class, Dataset.ARTICLE_COUNTRIES, List.of(corpus)));
        return PipelineTranslation.toProto(pipeline).getSerializedSize();
    }

    @Test
    void theFilesAreThoseOfTheManifest() throws IOException {
        Layout corpus = corpus("named", 2);
        write(corpus, part(0));
        write(corpus, part(1));
        write(corpus, part(2));

        Pipeline pipeline = Pipeline.create();
        PAssert.thatSingleton(pipeline.apply(
                                "Read",
                                ReadDataset.of(ArticleCountry.class, Dataset.ARTICLE_COUNTRIES, List.of(corpus)))
                        .apply("Count", Count.globally()))
                .isEqualTo(2L);
        pipeline.run().waitUntilFinish();
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Layout corpus = corpus("damaged", 2);
        write(corpus, part(0));
        Path damaged = Path.of(corpus.root(), part(1));
        Files.write(damaged, new byte[1_000]);

        Pipeline pipeline = Pipeline.create();
        pipeline.apply("Read", ReadDataset.of(ArticleCountry.class, Dataset.ARTICLE_COUNTRIES, List.of(corpus)));

        assertThatThrownBy(() -> pipeline.run().waitUntilFinish())
                .rootCause()
                .hasMessageContaining(damaged.toString())
                .hasMessageNotContaining("@");
    }

    private static String part(int number) {
        return "article_countries/language=id/part-" + number + ".parquet";
    }

    private Layout corpus(String name, int files) throws IOException {
        var corpus = new Layout(temp.resolve(name).toString());
        var manifest = new ObjectMapper().createObjectNode();
        for (int i = 0; i < files; i++) {
            manifest.withArray("files")
                    .addObject()
                    .put("path", part(i))
                    .put("rows", 1)
                    .put("bytes", size());
        }
        Files.createDirectories(Path.of(corpus.root(), part(0)).getParent());
        Files.writeString(Path.of(corpus.manifest()), manifest.toString());
        return corpus;
    }

    /** Of a file with one row: all are alike. */
    private long size() throws IOException {
        Path file = temp.resolve("one.parquet");
        if (Files.notExists(file)) {
            write(new Layout(temp.toString()), "one.parquet");
        }
        return Files.size(file);
    }

    private static void write(Layout corpus, String path) throws IOException {
        try (var channel = Files.newByteChannel(
                Path.of(corpus.root(), path), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ParquetSink<ArticleCountry> sink = ParquetSink.of(Dataset.ARTICLE_COUNTRIES, Map.of());
            sink.open(channel);
            sink.write(ArticleCountry.newBuilder()
                    .setArticleId("0".repeat(32))
                    .setRecordId("r")
                    .setLanguage("id")
                    .setCountry("KH")
                    .setMentions(1)
                    .setFirstOffset(0)
                    .build());
            sink.flush();
        }
    }
}
