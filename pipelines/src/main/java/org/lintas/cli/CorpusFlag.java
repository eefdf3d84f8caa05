package org.lintas.cli;

import java.util.List;
import org.lintas.dataset.Layout;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Location;
import picocli.CommandLine.Option;

/** The flag that names the corpora of a command. */
final class CorpusFlag {

    @Option(
            names = "--corpus",
            split = ",",
            paramLabel = "DIR",
            description = "folder of a finished corpus; of several, a first one and those that go on from it")
    private List<String> folders = List.of();

    /** As they were given. */
    List<String> folders() {
        if (folders.isEmpty()) {
            throw RunFailure.usage("--corpus is missing: name the folder of a corpus");
        }
        return folders;
    }

    /**
     * The one that is named.
     *
     * @throws RunFailure if none is named, or several
     */
    String only() {
        if (folders().size() > 1) {
            throw RunFailure.usage("--corpus=" + String.join(",", folders) + ": name one corpus");
        }
        return folders.get(0);
    }

    /** All that are named, each once. */
    List<Layout> layouts() {
        return folders().stream()
                .map(folder -> new Layout(Location.absolute(folder)))
                .distinct()
                .toList();
    }
}
