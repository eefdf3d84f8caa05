package org.lintas.dataset;

import java.util.Comparator;
import java.util.List;
import org.lintas.element.PartFile;
import org.lintas.schemas.Dataset;

/**
 * The part files of a finished corpus, as its manifest names them. Nobody lists folders for them: storages understand patterns in
 * different ways, and what else lies in a folder is no part of the corpus.
 *
 * @param parts with paths below the root of the corpus
 */
public record CorpusFiles(Layout layout, List<PartFile> parts) {

    public CorpusFiles {
        parts = List.copyOf(parts);
    }

    /** The part files of a dataset by their paths, which are as Beam's file system names them. */
    List<PartFile> of(Dataset dataset) {
        String folder = dataset.folder() + "/";
        return parts.stream()
                .filter(part -> part.getPath().startsWith(folder))
                .map(part -> PartFile.newBuilder(part)
                        .setPath(layout.root() + "/" + part.getPath())
                        .build())
                .sorted(Comparator.comparing(PartFile::getPath))
                .toList();
    }

    /** Whether a dataset is there, if only as a file without rows. */
    public boolean holds(Dataset dataset) {
        return !of(dataset).isEmpty();
    }

    /** How many rows a dataset has. */
    public long rows(Dataset dataset) {
        return of(dataset).stream().mapToLong(PartFile::getRows).sum();
    }
}
