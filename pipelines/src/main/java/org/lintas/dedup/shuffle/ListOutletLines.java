package org.lintas.dedup.shuffle;

import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.dedup.line.DraftLines;
import org.lintas.record.Records;
import org.lintas.record.SealedDraft;
import org.lintas.schemas.OutletLine;

/** Lists the lines that were cut, by outlet, and of how many articles. */
public final class ListOutletLines extends PTransform<Records<Records.Listed>, PCollection<OutletLine>> {

    private static final long serialVersionUID = 1;

    private ListOutletLines() {}

    public static ListOutletLines create() {
        return new ListOutletLines();
    }

    @Override
    public PCollection<OutletLine> expand(Records<Records.Listed> records) {
        return records.all()
                .apply("TakeLines", ParDo.of(new TakeLines()))
                .apply("Count", Combine.perKey(ListOutletLines::sum))
                .apply("TakeCounts", Values.create());
    }

    /** Of wordings that count as one, the first in alphabetical order stands for all. */
    static OutletLine sum(OutletLine one, OutletLine other) {
        return new OutletLine(
                one.getOutlet(),
                one.getLine().compareTo(other.getLine()) <= 0 ? one.getLine() : other.getLine(),
                one.getArticles() + other.getArticles());
    }

    private static final class TakeLines extends DoFn<SpecificRecord, KV<String, OutletLine>> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void take(@Element SpecificRecord record, OutputReceiver<KV<String, OutletLine>> out) {
            if (record instanceof SealedDraft draft) {
                draft.getCutLines().stream()
                        .map(line -> KV.of(DraftLines.key(line), line))
                        .collect(Collectors.toMap(KV::getKey, KV::getValue, (one, other) -> one))
                        .forEach((key, line) -> out.output(
                                KV.of(key + " " + draft.getOutlet(), new OutletLine(draft.getOutlet(), line, 1L))));
            }
        }
    }
}
