package org.lintas.record;

import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Keeps the records of one type and drops all others. */
public final class KeepType<T extends SpecificRecord> extends PTransform<Records<?>, PCollection<T>> {

    private static final long serialVersionUID = 1;

    private final Class<T> kind;

    private KeepType(Class<T> kind) {
        this.kind = kind;
    }

    public static <T extends SpecificRecord> KeepType<T> of(Class<T> kind) {
        return new KeepType<>(kind);
    }

    @Override
    public PCollection<T> expand(Records<?> records) {
        return records.all().apply("Take", ParDo.of(new Take<>(kind))).setTypeDescriptor(TypeDescriptor.of(kind));
    }

    private static final class Take<T extends SpecificRecord> extends DoFn<SpecificRecord, T> {
        private static final long serialVersionUID = 1;

        private final Class<T> kind;

        Take(Class<T> kind) {
            this.kind = kind;
        }

        @ProcessElement
        public void take(@Element SpecificRecord record, OutputReceiver<T> out) {
            if (kind.isInstance(record)) {
                out.output(kind.cast(record));
            }
        }
    }
}
