package org.lintas.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.cli.DigestCorpus;
import org.lintas.dataset.Layout;

/** What a run has left in its output folder. */
record Output(Path folder) {

    /** A line for every dataset: its rows and their digest, in order. */
    List<String> digest() throws SQLException {
        return DigestCorpus.lines(folder);
    }

    /** All files below the folder. */
    List<String> files() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    /** Fails unless the folder holds exactly what the manifest lists, and the mark, which is the youngest of all files. */
    void assertComplete() throws IOException {
        var listed = new ObjectMapper()
                .readTree(folder.resolve("_manifest.json").toFile())
                .path("files");
        Set<String> metadataFiles = new Layout(folder.toString())
                .metadataFiles().stream()
                        .map(paper -> folder.relativize(Path.of(paper)).toString())
                        .collect(Collectors.toSet());
        assertThat(files()).contains("README.md", "_SUCCESS", "_manifest.json");
        assertThat(files().stream()
                        .filter(file -> !metadataFiles.contains(file))
                        .toList())
                .isEqualTo(listed.findValuesAsText("path").stream().sorted().toList());
        for (String file : files()) {
            assertThat(Files.getLastModifiedTime(folder.resolve("_SUCCESS")))
                    .as(file)
                    .isGreaterThanOrEqualTo(Files.getLastModifiedTime(folder.resolve(file)));
        }
    }
}
