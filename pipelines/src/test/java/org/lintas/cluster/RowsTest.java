package org.lintas.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rows in the same order, whatever the number of processes. */
@Tag("cluster")
class RowsTest {

    /** The sample, or where it is given the real articles: {@code -Dlintas.rows=FOLDER}. */
    private static final String INPUT = "--input="
            + System.getProperty(
                    "lintas.rows", Path.of("src/sample").toAbsolutePath().toString());

    @TempDir
    static Path temp;

    private static List<String> expected;

    @BeforeAll
    static void build() throws Exception {
        expected = digest("embedded-2", "--parallelism=2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void onClusters(int taskManagers) throws Exception {
        try (var cluster = LocalCluster.start(temp.resolve("flink-" + taskManagers), taskManagers, 1)) {
            assertThat(digest("cluster-" + taskManagers, cluster.flag())).isEqualTo(expected);
        }
    }

    /** Of the sample, {@code BuildCorpusTest} asks the same. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    @EnabledIfSystemProperty(named = "lintas.rows", matches = ".+")
    void inOneProcess(int parallelism) throws Exception {
        assertThat(digest("embedded-" + parallelism, "--parallelism=" + parallelism))
                .isEqualTo(expected);
    }

    private static List<String> digest(String name, String flag) throws Exception {
        var output = new Output(temp.resolve(name));
        try (var command = Command.build(Map.of(), List.of("-Xmx3g"), INPUT, "--output=" + output.folder(), flag)) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        output.assertComplete();
        List<String> digest = output.digest();
        System.out.println("measured " + name + "\n" + String.join("\n", digest));
        assertThat(Files.exists(output.folder().resolve("_lock"))).isFalse();
        return digest;
    }
}
