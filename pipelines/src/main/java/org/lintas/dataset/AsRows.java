package org.lintas.dataset;

import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Casts the rows of one dataset to a common type, so that all datasets can be written together. */
public final class AsRows<T extends SpecificRecord> extends PTransform<PCollection<T>, PCollection<SpecificRecord>> {

    private static final long serialVersionUID = 1;

    private AsRows() {}

    public static <T extends SpecificRecord> AsRows<T> create() {
        return new AsRows<>();
    }

    @Override
    public PCollection<SpecificRecord> expand(PCollection<T> rows) {
        return rows.apply("AsRow", ParDo.of(new AsRow<T>()));
    }

    private static final class AsRow<T extends SpecificRecord> extends DoFn<T, SpecificRecord> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void take(@Element T row, OutputReceiver<SpecificRecord> out) {
            out.output(row);
        }
    }
}
