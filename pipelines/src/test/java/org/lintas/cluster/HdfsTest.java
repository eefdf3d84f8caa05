package org.lintas.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.hdfs.HadoopFileSystemOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.cli.DigestCorpus;

/** From a Hadoop file system to a Hadoop file system. */
@Tag("cluster")
class HdfsTest {

    @TempDir
    Path temp;

    @AfterEach
    void forget() {
        FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    }

    @Test
    void theRowsAreThoseOfLocalFiles() throws Exception {
        Path news = News.write(Files.createDirectory(temp.resolve("in")), 1_000, 5);
        Path local = temp.resolve("local");
        try (var command = Command.build("--input=" + news, "--output=" + local, "--parallelism=2")) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        try (var server = Server.hdfs(Files.createDirectory(temp.resolve("hdfs")))) {
            String root = "hdfs://127.0.0.1:" + server.port();
            connect(root);
            for (int i = 0; i < 5; i++) {
                upload(news.resolve("news-" + i + ".jsonl"), root + "/archives/news-" + i + ".jsonl");
            }
            for (String flag : List.of("--languages=id,ms,en", "--overwrite")) {
                try (var command = Command.build(
                        "--input=" + root + "/archives", "--output=" + root + "/corpus", "--parallelism=2", flag)) {
                    assertThat(command.exitCode()).as(command.output()).isZero();
                }
            }
            Path copy = temp.resolve("copy");
            download(root + "/corpus", copy);

            new Output(copy).assertComplete();
            assertThat(DigestCorpus.lines(copy, root + "/archives"))
                    .isEqualTo(DigestCorpus.lines(local, news.toString()));
        }
    }

    @Test
    void finishedCorporaAreMergedAndGoneOnFrom() throws Exception {
        Path news = News.write(Files.createDirectory(temp.resolve("in")), 1_000, 5);
        List<String> expected = FarCorpora.expected(news, Files.createDirectory(temp.resolve("local")));
        try (var server = Server.hdfs(Files.createDirectory(temp.resolve("hdfs")));
                var wire = new Wire(server.port())) {
            String root = "hdfs://127.0.0.1:" + server.port();
            connect(root);
            for (int i = 0; i < 5; i++) {
                upload(news.resolve("news-" + i + ".jsonl"), root + "/archives/news-" + i + ".jsonl");
            }
            // All paths are those of the wire, which can be cut.
            String wired = "hdfs://127.0.0.1:" + wire.port();
            var corpora = new FarCorpora(wired + "/archives", wired + "/corpora", Map.of());
            corpora.build();
            corpora.assertLocalCommandsSaySo();

            wire.delay(40);
            try (Command command = corpora.compact(wired + "/corpus")) {
                awaitFile(command, root + "/corpus/_run/art*");
                wire.cut(true);
                assertThat(command.exitCode()).as(command.output()).isEqualTo(4);
                assertThat(command.output()).contains("lintas: writing " + wired + "/corpus failed");
            }
            wire.cut(false);
            wire.delay(0);
            assertThat(match(root + "/corpus/_SUCCESS*")).isEmpty();
            try (Command command = corpora.compact(wired + "/corpus", "--overwrite")) {
                assertThat(command.exitCode()).as(command.output()).isZero();
            }
            Path copy = temp.resolve("copy");
            download(root + "/corpus", copy);
            new Output(copy).assertComplete();
            assertThat(DigestCorpus.lines(copy, wired + "/archives")).isEqualTo(expected);

            FileSystems.delete(List.of(FileSystems.matchNewResource(
                    root + "/corpora/first/fingerprints/part-00000-of-00001.zstd.parquet", false)));
            String missing = "fingerprints/part-00000-of-00001.zstd.parquet is missing";
            corpora.fail(3, missing, "compact", "--corpus=" + corpora.first(), "--output=" + wired + "/x");
            corpora.fail(
                    3,
                    missing,
                    "build",
                    "--input=" + wired + "/archives",
                    "--output=" + wired + "/x",
                    "--previous=" + corpora.first());
        }
    }

    private static void awaitFile(Command command, String pattern) throws Exception {
        while (match(pattern).isEmpty()) {
            assertThat(command.isRunning()).as(command.output()).isTrue();
            Thread.sleep(20);
        }
    }

    private static void connect(String root) {
        var hadoop = new Configuration();
        hadoop.set("fs.defaultFS", root);
        var options = PipelineOptionsFactory.as(HadoopFileSystemOptions.class);
        options.setHdfsConfiguration(List.of(hadoop));
        FileSystems.setDefaultPipelineOptions(options);
    }

    private static void upload(Path from, String to) throws Exception {
        try (var out = Channels.newOutputStream(
                FileSystems.create(FileSystems.matchNewResource(to, false), "application/json"))) {
            Files.copy(from, out);
        }
    }

    /** Files in the order of their age, so that the youngest stays the youngest. */
    private static void download(String from, Path to) throws Exception {
        // Folders are listed as if they were files, of no bytes; two stars mean below the folder only.
        var files = Stream.of("/*", "/**")
                .flatMap(stars -> match(from + stars).stream())
                .filter(file ->
                        file.sizeBytes() > 0 || file.resourceId().toString().endsWith("_SUCCESS"))
                .sorted(Comparator.comparingLong(MatchResult.Metadata::lastModifiedMillis))
                .toList();
        for (var file : files) {
            String path = file.resourceId().toString();
            Path target = to.resolve(path.substring(path.indexOf("/corpus/") + "/corpus/".length()));
            Files.createDirectories(target.getParent());
            try (var in = Channels.newInputStream(FileSystems.open(file.resourceId()))) {
                Files.copy(in, target);
            }
        }
    }

    private static List<MatchResult.Metadata> match(String pattern) {
        try {
            return FileSystems.match(pattern, EmptyMatchTreatment.ALLOW).metadata();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
