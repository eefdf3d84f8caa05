package org.lintas.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Application mode, as on Kubernetes: the jar in a folder of the image, its main inside the JobManager, the workers elsewhere. */
@Tag("cluster")
class ApplicationTest {

    @TempDir
    Path temp;

    @Test
    void theJobManagerRunsTheMainToItsEnd() throws Exception {
        Path news = News.write(Files.createDirectory(temp.resolve("in")), 500, 4);
        var expected = new Output(temp.resolve("embedded"));
        try (var command = Command.build("--input=" + news, "--output=" + expected.folder(), "--parallelism=2")) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
        Path usrlib = Files.createDirectory(temp.resolve("usrlib"));
        Files.copy(Path.of("target/lintas.jar"), usrlib.resolve("lintas.jar"));
        var output = new Output(temp.resolve("c"));
        try (var cluster = LocalCluster.start(temp.resolve("flink"), 1, 2)) {
            try (var command = application(cluster, usrlib, "--input=" + news, "--output=" + output.folder())) {
                assertThat(command.exitCode()).as(command.output()).isZero();
                assertThat(command.output()).contains("500 records of 4 files");
            }
            output.assertComplete();
            assertThat(output.digest()).isEqualTo(expected.digest());

            try (var command = application(cluster, usrlib, "--input=" + news, "--output=" + output.folder())) {
                assertThat(command.exitCode()).as(command.output()).isNotZero();
                assertThat(command.output()).contains("is not empty; choose another or add --overwrite");
            }
        }
    }

    private static Command application(LocalCluster cluster, Path usrlib, String... flags) throws Exception {
        cluster.removeJobManager();
        Path libraries = Command.HOME.resolve("scripts/flink/target/lib");
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx800m",
                "-cp",
                libraries + "/*:" + Path.of("target/test-classes").toAbsolutePath(),
                ApplicationCluster.class.getName(),
                cluster.configuration().toString(),
                usrlib.toString(),
                "org.lintas.cli.BuildCorpus",
                "--executionModeForBatch=BATCH"));
        line.addAll(List.of(flags));
        return Command.start(Map.of(), line);
    }
}
