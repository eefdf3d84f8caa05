package org.lintas.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users install, unpacked and run as the container does it: with Java alone. */
@Tag("cluster")
class DistributionTest {

    @TempDir
    Path temp;

    private Path lintas;

    /** The steps of the container: unpack, link, run what is linked. */
    @BeforeEach
    void unpack() throws Exception {
        List<String> container = Files.readAllLines(Path.of("../scripts/Containerfile"));
        String archive = word(container, "ADD", 1);
        String folder = word(container, "RUN ln -s", 3).substring("/opt/".length());
        run(List.of(
                "tar",
                "-xzf",
                Path.of("..", archive).toAbsolutePath().normalize().toString(),
                "-C",
                temp.toString()));
        Files.createSymbolicLink(temp.resolve("lintas"), temp.resolve(folder));
        lintas = temp.resolve("lintas/bin/lintas");
        assertThat(container).contains("ENTRYPOINT [\"/opt/lintas/bin/lintas\"]");
    }

    @Test
    void theSampleIsBuiltAndAsked() throws Exception {
        Path corpus = temp.resolve("corpus");

        String output = run(List.of(lintas.toString(), "sample", "--output=" + corpus));

        assertThat(output).contains("121 records of 25 files", "online_scam");
        new Output(corpus).assertComplete();
        Path link = Files.createSymbolicLink(temp.resolve("linked"), lintas);
        assertThat(run(List.of(
                        link.toString(),
                        "sql",
                        "--corpus=" + corpus,
                        "--format=csv",
                        "SELECT count(*) AS n FROM articles")))
                .contains("n\n108\n");
        assertThat(run(List.of(link.toString(), "check", "--corpus=" + corpus))).contains(" 0 failed");
    }

    @Test
    void licencesAndDocumentsAreThere() {
        Path home = lintas.getParent().getParent();

        assertThat(List.of("LICENSE", "README.md", "CHANGELOG.md", "bom.json", "docs/formats.md", "schemas/README.md"))
                .allSatisfy(file -> assertThat(home.resolve(file)).isNotEmptyFile());
    }

    private static String word(List<String> lines, String instruction, int word) {
        return lines.stream()
                .filter(line -> line.startsWith(instruction))
                .findFirst()
                .orElseThrow()
                .split("\\s+")[word];
    }

    /** With nothing but Java and the tools of a small system on the path. */
    private static String run(List<String> line) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        try (var command = Command.start(Map.of("PATH", java + ":/usr/bin:/bin"), line)) {
            assertThat(command.exitCode()).as(command.output()).isZero();
            return command.output();
        }
    }
}
