package org.lintas.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lintas.dataset.CorpusFiles;
import org.lintas.dataset.Layout;
import org.lintas.element.PartFile;

/** Manifests of finished corpora. */
final class CorpusManifest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CorpusManifest() {}

    /**
     * Reads the manifest of a corpus.
     *
     * @param flag that names the corpus
     * @throws RunFailure if the corpus is not finished, or its manifest cannot be read
     */
    static JsonNode read(String flag, Layout layout) {
        try {
            for (String paper : List.of(layout.success(), layout.manifest())) {
                if (SmallFiles.list(paper).isEmpty()) {
                    throw missing(flag, layout, "is no finished corpus (no " + Layout.SUCCESS + " or manifest)");
                }
            }
            return JSON.readTree(SmallFiles.read(layout.manifest()));
        } catch (JsonProcessingException e) {
            throw missing(flag, layout, layout.manifest() + " is damaged: " + firstLine(e));
        } catch (IOException | IllegalArgumentException e) {
            throw missing(flag, layout, "cannot be read (" + firstLine(e) + ")");
        }
    }

    /**
     * The part files that a manifest names.
     *
     * @throws RunFailure if it names none, or one that is of no dataset
     */
    static CorpusFiles files(String flag, Layout layout, JsonNode manifest) {
        try {
            return new CorpusFiles(layout, parts(manifest));
        } catch (IllegalArgumentException e) {
            throw missing(flag, layout, layout.manifest() + " is damaged: " + e.getMessage());
        }
    }

    /**
     * The part files that a manifest names.
     *
     * @throws IllegalArgumentException if it names none, or one that is of no dataset
     */
    static List<PartFile> parts(JsonNode manifest) {
        var parts = new ArrayList<PartFile>();
        for (JsonNode file : manifest.path("files")) {
            String path = file.path("path").asText();
            Layout.dataset(path);
            parts.add(PartFile.newBuilder()
                    .setPath(path)
                    .setRows(file.path("rows").asLong())
                    .setBytes(file.path("bytes").asLong())
                    .setSha256(file.path("sha256").asText())
                    .build());
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("it names no files");
        }
        return parts;
    }

    static RunFailure missing(String flag, Layout layout, String what) {
        return new RunFailure(ExitCode.INPUT_MISSING, flag + "=" + layout.root() + ": " + what);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
