package org.lintas.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import org.lintas.dataset.CorpusFiles;
import org.lintas.dataset.Layout;
import org.lintas.dataset.Manifest;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.storage.SmallFiles;

/** Reads manifests of finished corpora. */
final class CorpusManifest {

    private CorpusManifest() {}

    /**
     * Reads the manifest of a corpus.
     *
     * @param flag that names the corpus
     * @throws RunFailure if the corpus is not finished, or its manifest cannot be read
     */
    static Manifest read(String flag, Layout layout) {
        try {
            for (String file : List.of(layout.success(), layout.manifest())) {
                if (SmallFiles.list(file).isEmpty()) {
                    throw missing(
                            flag,
                            layout,
                            "is not a finished corpus; give a folder that contains " + Layout.SUCCESS + " and "
                                    + Layout.MANIFEST);
                }
            }
            return Manifest.parse(SmallFiles.read(layout.manifest()));
        } catch (JsonProcessingException e) {
            throw missing(flag, layout, layout.manifest() + " is not valid JSON: " + firstLine(e));
        } catch (IOException | IllegalArgumentException e) {
            throw missing(flag, layout, "cannot be read (" + firstLine(e) + ")");
        }
    }

    /**
     * The part files that a manifest names.
     *
     * @throws RunFailure if it names none, or one outside the datasets
     */
    static CorpusFiles files(String flag, Layout layout, Manifest manifest) {
        try {
            return CorpusFiles.of(layout, manifest);
        } catch (IllegalArgumentException e) {
            throw missing(flag, layout, "its manifest is damaged: " + e.getMessage());
        }
    }

    static RunFailure missing(String flag, Layout layout, String what) {
        return new RunFailure(ExitCode.INPUT_MISSING, flag + "=" + layout.root() + ": " + what);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
