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
 * The papers beside the datasets that can be made of the manifest alone. A corpus is sound without them: one that cannot be made is told, with
 * what makes it later.
 */
public final class Papers {

    private Papers() {}

    /** Writes all, and what came of the expectations. */
    public static void write(Layout layout, Manifest manifest, Checks checks, Consumer<String> log) {
        all(layout, manifest)
                .forEach((path, content) -> write(path, content, "lintas report --corpus=DIR makes it later", log));
        write(layout.checks(), checks::json, "the manifest tells the same", log);
    }

    /**
     * Writes those that a corpus on the local disk is without.
     *
     * @throws IOException if the manifest cannot be read
     */
    public static void complete(Path corpus, Consumer<String> log) throws IOException {
        Manifest manifest = Manifest.parse(Files.readString(corpus.resolve(Layout.MANIFEST)));
        all(new Layout(corpus.toString()), manifest).forEach((path, content) -> {
            if (Files.notExists(Path.of(path))) {
                write(path, content, "see what stands in its way", log);
            }
        });
    }

    /** What makes each, by its path. */
    private static Map<String, Callable<String>> all(Layout layout, Manifest manifest) {
        Map<String, Callable<String>> all = new TreeMap<>();
        all.put(layout.readme(), () -> CorpusReadme.markdown() + DatasetCard.markdown(manifest));
        all.put(layout.croissant(), () -> Croissant.json(manifest));
        all.put(layout.citation(), () -> Citation.cff(manifest));
        return all;
    }

    // Whatever it is that goes wrong: a paper is no reason to lose a corpus.
    private static void write(String path, Callable<String> content, String advice, Consumer<String> log) {
        try {
            OutputFolder.write(path, content.call());
        } catch (Exception | OutOfMemoryError e) {
            log.accept("no " + path.substring(path.lastIndexOf('/') + 1) + ": " + Reason.of(e) + "; " + advice);
        }
    }
}
