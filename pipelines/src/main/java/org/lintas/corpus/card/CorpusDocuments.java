package org.lintas.corpus.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.lintas.corpus.OutputFolder;
import org.lintas.corpus.check.Checks;
import org.lintas.dataset.Layout;
import org.lintas.dataset.Manifest;
import org.lintas.failure.Reason;

/**
 * The documents of a corpus that are generated from the manifest alone. A corpus is usable without them: an error is reported with advice on how to
 * write the document later.
 */
public final class CorpusDocuments {

    private CorpusDocuments() {}

    /** Writes all documents and the results of the checks. */
    public static void write(Layout layout, Manifest manifest, Checks checks, Consumer<String> log) {
        all(layout, manifest)
                .forEach(
                        (path, content) -> write(path, content, "write it later with lintas report --corpus=DIR", log));
        write(layout.checks(), checks::json, "the manifest contains the same results", log);
    }

    /**
     * Writes the documents that are missing in a corpus on the local disk.
     *
     * @throws IOException if the manifest cannot be read
     */
    public static void complete(Path corpus, Consumer<String> log) throws IOException {
        Manifest manifest = Manifest.parse(Files.readString(corpus.resolve(Layout.MANIFEST)));
        all(new Layout(corpus.toString()), manifest).forEach((path, content) -> {
            if (Files.notExists(Path.of(path))) {
                write(path, content, "fix the cause and run the command again", log);
            }
        });
    }

    /** The generator of each document, by its path. */
    private static Map<String, Callable<String>> all(Layout layout, Manifest manifest) {
        Map<String, Callable<String>> all = new TreeMap<>();
        all.put(layout.readme(), () -> CorpusReadme.markdown() + DatasetCard.markdown(manifest));
        all.put(layout.croissant(), () -> Croissant.json(manifest));
        all.put(layout.citation(), () -> Citation.cff(manifest));
        return all;
    }

    // Any error is caught: a failed document must not fail the corpus.
    private static void write(String path, Callable<String> content, String advice, Consumer<String> log) {
        try {
            OutputFolder.write(path, content.call());
        } catch (Exception | OutOfMemoryError e) {
            log.accept("no " + path.substring(path.lastIndexOf('/') + 1) + ": " + Reason.of(e) + "; " + advice);
        }
    }
}
