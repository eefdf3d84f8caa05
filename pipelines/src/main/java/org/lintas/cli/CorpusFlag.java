package org.lintas.cli;

import java.util.List;
import org.lintas.dataset.Layout;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Location;
import picocli.CommandLine.Option;

/** The flag {@code --corpus}. */
final class CorpusFlag {

    @Option(
            names = "--corpus",
            split = ",",
            paramLabel = "DIR",
            description = "folder of a finished corpus; if several, the first and those built on it with --previous")
    private List<String> folders = List.of();

    /** The folders as given. */
    List<String> folders() {
        if (folders.isEmpty()) {
            throw RunFailure.usage("--corpus is missing: name the folder of a corpus");
        }
        return folders;
    }

    /**
     * The single corpus.
     *
     * @throws RunFailure if none or several are given
     */
    String only() {
        if (folders().size() > 1) {
            throw RunFailure.usage("--corpus=" + String.join(",", folders) + ": give one corpus");
        }
        return folders.get(0);
    }

    /** All corpora, without repetitions. */
    List<Layout> layouts() {
        return folders().stream()
                .map(folder -> new Layout(Location.absolute(folder)))
                .distinct()
                .toList();
    }
}
