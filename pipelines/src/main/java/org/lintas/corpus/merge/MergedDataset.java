package org.lintas.corpus.merge;

import java.util.List;
import org.lintas.record.PartFile;
import org.lintas.schemas.Dataset;

/**
 * A dataset that was merged from others.
 *
 * @param given rows of the corpora that it was merged from, by their manifests
 * @param removed rows that were read and left out
 * @param files what was written, with paths below the root of the corpus
 */
public record MergedDataset(Dataset dataset, long given, long removed, List<PartFile> files) {

    public MergedDataset {
        files = List.copyOf(files);
    }

    /** Rows that were written, by the files. */
    public long written() {
        return files.stream().mapToLong(PartFile::getRows).sum();
    }

    /** Nothing is lost: all rows that were given were written or left out. */
    public boolean isConserved() {
        return given == written() + removed;
    }
}
