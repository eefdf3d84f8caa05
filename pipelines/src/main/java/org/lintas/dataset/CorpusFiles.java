package org.lintas.dataset;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lintas.record.PartFile;
import org.lintas.record.SizeArticles;
import org.lintas.schemas.Dataset;

/**
 * The part files of a finished corpus, as listed in its manifest. Folders are not listed: storages interpret patterns differently, and other files
 * in a folder are not part of the corpus.
 *
 * @param parts with paths below the root of the corpus
 */
public record CorpusFiles(Layout layout, List<PartFile> parts) {

    /** Bytes of rows for each byte of a file, as {@link Shards#FILE_BYTES} has it. */
    private static final long RATIO = 3;

    public CorpusFiles {
        parts = List.copyOf(parts);
    }

    /**
     * The files that a manifest names.
     *
     * @throws IllegalArgumentException if it names none, or one outside the datasets
     */
    public static CorpusFiles of(Layout layout, Manifest manifest) {
        manifest.files().forEach(file -> Layout.dataset(file.path()));
        if (manifest.files().isEmpty()) {
            throw new IllegalArgumentException(layout.manifest() + " names no files");
        }
        return new CorpusFiles(
                layout, manifest.files().stream().map(Manifest.File::part).toList());
    }

    /** The files of a corpus that has been checked before: only its manifest is read. */
    static CorpusFiles read(Layout layout) throws IOException {
        return of(layout, Manifest.read(layout));
    }

    /** The part files of a dataset, with paths as in Beam's file systems. */
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

    /** Whether a dataset exists, possibly only as a file without rows. */
    public boolean holds(Dataset dataset) {
        return !of(dataset).isEmpty();
    }

    /** Estimated bytes of rows before compression, with the keys of {@link SizeArticles}. */
    public Map<String, Long> rowBytes() {
        Map<String, Long> bytes = new TreeMap<>();
        for (PartFile file : of(Dataset.ARTICLES)) {
            long size = RATIO * file.getBytes();
            bytes.merge(StoredPart.of(file).partition(), size, Long::sum);
            bytes.merge(SizeArticles.ALL, size, Long::sum);
        }
        of(Dataset.REJECTS).forEach(file -> bytes.merge(SizeArticles.REJECTS, RATIO * file.getBytes(), Long::sum));
        return bytes;
    }

    /** Number of rows of a dataset. */
    public long rows(Dataset dataset) {
        return of(dataset).stream().mapToLong(PartFile::getRows).sum();
    }
}
