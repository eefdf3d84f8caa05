package org.lintas.dataset;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.lintas.record.PartFile;
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

    /**
     * The files that a manifest names.
     *
     * @throws IllegalArgumentException if it names none, or one that is of no dataset
     */
    public static CorpusFiles of(Layout layout, Manifest manifest) {
        manifest.files().forEach(file -> Layout.dataset(file.path()));
        if (manifest.files().isEmpty()) {
            throw new IllegalArgumentException(layout.manifest() + " names no files");
        }
        return new CorpusFiles(
                layout, manifest.files().stream().map(Manifest.File::part).toList());
    }

    /** The files of a corpus that has been looked at before: only its manifest is read. */
    static CorpusFiles read(Layout layout) throws IOException {
        return of(layout, Manifest.read(layout));
    }

    /** The part files of a dataset by their paths, which are as Beam's file system names them. */
    public List<PartFile> of(Dataset dataset) {
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
