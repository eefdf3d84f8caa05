package org.lintas.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.lintas.dataset.Layout;

/** Manifests of finished corpora. */
public final class CorpusManifest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CorpusManifest() {}

    /** The folders that {@code --corpus} names, each once. */
    public static List<Layout> layouts(Flags flags) {
        flags.need("corpus", "the folder of a corpus");
        return flags.list("corpus").stream()
                .map(folder -> new Layout(Location.absolute(folder)))
                .distinct()
                .toList();
    }

    /** Manifests of the corpora that {@code --corpus} names. */
    public static List<JsonNode> readAll(List<Layout> corpora) {
        return corpora.stream().map(layout -> read("--corpus", layout)).toList();
    }

    /**
     * Reads the manifest of a corpus.
     *
     * @param flag that names the corpus
     * @throws RunFailure if the corpus is not finished
     */
    public static JsonNode read(String flag, Layout layout) {
        try {
            if (!SmallFiles.list(layout.success()).isEmpty()) {
                try (InputStream in = Channels.newInputStream(
                        FileSystems.open(FileSystems.matchNewResource(layout.manifest(), false)))) {
                    return JSON.readTree(in);
                }
            }
            throw unfinished(flag, layout);
        } catch (IOException e) {
            RunFailure failure = unfinished(flag, layout);
            failure.initCause(e);
            throw failure;
        }
    }

    private static RunFailure unfinished(String flag, Layout layout) {
        return RunFailure.usage(
                flag + "=" + layout.root() + ": is no finished corpus (no " + Layout.SUCCESS + " or manifest)");
    }

    /**
     * Checks that corpora belong together: each but the first goes on from the others, and duplicates were told in the same way.
     *
     * @throws RunFailure naming what does not
     */
    public static void checkMergeable(List<Layout> corpora, List<JsonNode> manifests) {
        Set<String> ways = manifests.stream()
                .map(manifest -> manifest.path("versions").path("lintas.dedup").asText())
                .collect(Collectors.toSet());
        if (ways.size() > 1) {
            throw RunFailure.usage("--corpus: duplicates were dropped by versions " + String.join(" and ", ways)
                    + "; build the older ones again");
        }
        for (int i = 1; i < corpora.size(); i++) {
            String previous = manifests.get(i).path("options").path("previous").asText();
            if (!Set.of(previous.split(",")).contains(corpora.get(i - 1).root())) {
                throw RunFailure.usage("--corpus=" + corpora.get(i).root() + ": was not built with --previous="
                        + corpora.get(i - 1).root()
                        + ", so that articles would be in both; name corpora in the order in"
                        + " which they go on");
            }
        }
    }
}
