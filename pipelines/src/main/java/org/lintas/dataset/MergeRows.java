package org.lintas.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiPredicate;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.schemas.Dataset;

/** Reads several sorted part files as one, with rows in the order of the dataset. Holds one row group of each in memory. */
public final class MergeRows<T extends SpecificRecord> implements Closeable {

    private record Head<T>(T row, int source) {}

    private final List<StoredPart> files;
    private final BiPredicate<StoredPart, T> kept;
    private final List<PartRows<T>> sources = new ArrayList<>();
    private final PriorityQueue<Head<T>> heads;

    private MergeRows(Dataset dataset, List<StoredPart> files, BiPredicate<StoredPart, T> kept) {
        this.files = List.copyOf(files);
        this.kept = kept;
        var order = new RowOrder(dataset);
        heads = new PriorityQueue<>(
                Comparator.<Head<T>, SpecificRecord>comparing(Head::row, order).thenComparingInt(Head::source));
    }

    /** Opens files. */
    public static <T extends SpecificRecord> MergeRows<T> open(Dataset dataset, List<StoredPart> files)
            throws IOException {
        return open(dataset, files, (file, row) -> true);
    }

    /**
     * Opens files of which not all rows are wanted.
     *
     * @param kept asked once for each row and its file
     */
    public static <T extends SpecificRecord> MergeRows<T> open(
            Dataset dataset, List<StoredPart> files, BiPredicate<StoredPart, T> kept) throws IOException {
        var merge = new MergeRows<T>(dataset, files, kept);
        try {
            for (StoredPart file : files) {
                merge.sources.add(PartReader.open(dataset, file));
                merge.advance(merge.sources.size() - 1);
            }
        } catch (IOException | RuntimeException e) {
            merge.close();
            throw e;
        }
        return merge;
    }

    /** The next row; null after the last. */
    public T next() throws IOException {
        Head<T> head = heads.poll();
        if (head == null) {
            return null;
        }
        advance(head.source);
        return head.row;
    }

    private void advance(int source) throws IOException {
        T row = sources.get(source).next();
        while (row != null && !kept.test(files.get(source), row)) {
            row = sources.get(source).next();
        }
        if (row != null) {
            heads.add(new Head<>(row, source));
        }
    }

    @Override
    public void close() throws IOException {
        for (PartRows<T> source : sources) {
            source.close();
        }
    }
}
