package org.lintas.correction;

import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Impulse;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** Lists corrections as rows, so that a corpus keeps what readers decided. */
public final class ListCorrections extends PTransform<PBegin, PCollection<SpecificRecord>> {

    private static final long serialVersionUID = 1;

    private final Corrections corrections;

    private ListCorrections(Corrections corrections) {
        this.corrections = corrections;
    }

    public static ListCorrections of(Corrections corrections) {
        return new ListCorrections(corrections);
    }

    @Override
    public PCollection<SpecificRecord> expand(PBegin begin) {
        return begin.apply("Begin", Impulse.create()).apply("List", ParDo.of(new ListRows(corrections)));
    }

    private static final class ListRows extends DoFn<byte[], SpecificRecord> {
        private static final long serialVersionUID = 1;

        private final Corrections corrections;

        ListRows(Corrections corrections) {
            this.corrections = corrections;
        }

        @ProcessElement
        public void list(OutputReceiver<SpecificRecord> out) {
            corrections.list().forEach(out::output);
        }
    }
}
