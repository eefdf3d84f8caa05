package org.lintas.dataset;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.io.api.Binary;
import org.lintas.record.PartFile;
import org.lintas.schemas.Dataset;

/**
 * Reads rows of a dataset from finished corpora: all of them, or those whose key a predicate accepts. With a predicate, only the key column is read
 * for all rows, and other columns only from pages with accepted rows.
 */
public final class ReadDataset<T extends SpecificRecord> extends PTransform<PBegin, PCollection<T>> {

    private static final long serialVersionUID = 1;

    private final Class<T> type;
    private final Dataset dataset;
    private final List<Layout> corpora;
    private final PCollectionView<Map<Integer, byte[]>> view;
    private final SerializableFunction<Map<Integer, byte[]>, Predicate<String>> keys;

    private ReadDataset(
            Class<T> type,
            Dataset dataset,
            List<Layout> corpora,
            PCollectionView<Map<Integer, byte[]>> view,
            SerializableFunction<Map<Integer, byte[]>, Predicate<String>> keys) {
        this.type = type;
        this.dataset = dataset;
        this.corpora = List.copyOf(corpora);
        this.view = view;
        this.keys = keys;
    }

    /** Reads all rows. */
    public static <T extends SpecificRecord> ReadDataset<T> of(Class<T> type, Dataset dataset, List<Layout> corpora) {
        return new ReadDataset<>(type, dataset, corpora, null, bytes -> key -> true);
    }

    /**
     * Reads only rows whose first sort column is accepted.
     *
     * @param filter pieces that the predicate is built from
     */
    public ReadDataset<T> where(
            PCollectionView<Map<Integer, byte[]>> filter,
            SerializableFunction<Map<Integer, byte[]>, Predicate<String>> predicate) {
        return new ReadDataset<>(type, dataset, corpora, filter, predicate);
    }

    @Override
    public PCollection<T> expand(PBegin begin) {
        List<String> roots = corpora.stream().map(Layout::root).toList();
        var read = ParDo.of(new ReadPart<>(type, dataset, view, keys));
        return begin.apply("Corpora", Create.of(roots).withType(TypeDescriptors.strings()))
                .apply("ListFiles", ParDo.of(new ListParts(dataset)))
                .apply("Spread", Reshuffle.viaRandomKey())
                .apply("ReadParts", view == null ? read : read.withSideInputs(view))
                .setTypeDescriptor(TypeDescriptor.of(type));
    }

    /** Lists the files from the manifests at run time: they are too many for the job graph. */
    private static final class ListParts extends DoFn<String, PartFile> {
        private static final long serialVersionUID = 1;

        private final Dataset dataset;

        ListParts(Dataset dataset) {
            this.dataset = dataset;
        }

        @ProcessElement
        public void list(@Element String root, OutputReceiver<PartFile> out) throws IOException {
            CorpusFiles.read(new Layout(root)).of(dataset).forEach(out::output);
        }
    }

    private static final class ReadPart<T extends SpecificRecord> extends DoFn<PartFile, T> {
        private static final long serialVersionUID = 1;

        private final Class<T> type;
        private final Dataset dataset;
        private final PCollectionView<Map<Integer, byte[]>> view;
        private final SerializableFunction<Map<Integer, byte[]>, Predicate<String>> keys;

        ReadPart(
                Class<T> type,
                Dataset dataset,
                PCollectionView<Map<Integer, byte[]>> view,
                SerializableFunction<Map<Integer, byte[]>, Predicate<String>> keys) {
            this.type = type;
            this.dataset = dataset;
            this.view = view;
            this.keys = keys;
        }

        @ProcessElement
        public void read(ProcessContext context) throws IOException {
            var part = StoredPart.of(context.element());
            if (view == null) {
                output(PartReader.open(dataset, part), context);
                return;
            }
            Set<Binary> wanted = wanted(part, keys.apply(context.sideInput(view)));
            if (!wanted.isEmpty()) {
                var filter = FilterCompat.get(FilterApi.in(FilterApi.binaryColumn(key()), wanted));
                output(PartReader.open(dataset, part, filter), context);
            }
        }

        private void output(PartRows<T> opened, ProcessContext context) throws IOException {
            try (PartRows<T> rows = opened) {
                for (T row = rows.next(); row != null; row = rows.next()) {
                    context.output(type.cast(row));
                }
            }
        }

        private String key() {
            return dataset.sort().get(0);
        }

        /** The accepted keys of a part file. */
        private Set<Binary> wanted(StoredPart part, Predicate<String> accepted) throws IOException {
            Set<Binary> wanted = new HashSet<>();
            try (PartRows<GenericRecord> rows = PartReader.project(dataset, part, List.of(key()))) {
                for (GenericRecord row = rows.next(); row != null; row = rows.next()) {
                    String value = row.get(key()).toString();
                    if (accepted.test(value)) {
                        wanted.add(Binary.fromString(value));
                    }
                }
            }
            return wanted;
        }
    }
}
