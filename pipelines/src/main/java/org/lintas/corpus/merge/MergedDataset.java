package org.lintas.corpus.merge;

import java.util.List;
import org.lintas.record.PartFile;
import org.lintas.schemas.Dataset;

/**
 * A dataset merged from several corpora.
 *
 * @param sourceRows rows of the source corpora, by their manifests
 * @param removed rows that were read and left out, or joined to another one
 * @param files the files written, with paths below the root of the corpus
 */
public record MergedDataset(Dataset dataset, long sourceRows, long removed, List<PartFile> files) {

    public MergedDataset {
        files = List.copyOf(files);
    }

    /** Number of rows written. */
    public long written() {
        return files.stream().mapToLong(PartFile::getRows).sum();
    }

    /** Whether all source rows were written or removed. */
    public boolean isConserved() {
        return sourceRows == written() + removed;
    }
}
