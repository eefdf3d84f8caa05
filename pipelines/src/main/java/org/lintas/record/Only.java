package org.lintas.record;

import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Takes the records of one kind. */
public final class Only<T extends SpecificRecord> extends PTransform<PCollection<SpecificRecord>, PCollection<T>> {

    private static final long serialVersionUID = 1;

    private final Class<T> kind;

    private Only(Class<T> kind) {
        this.kind = kind;
    }

    public static <T extends SpecificRecord> Only<T> of(Class<T> kind) {
        return new Only<>(kind);
    }

    @Override
    public PCollection<T> expand(PCollection<SpecificRecord> records) {
        return records.apply("Take", ParDo.of(new Take<>(kind))).setTypeDescriptor(TypeDescriptor.of(kind));
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
