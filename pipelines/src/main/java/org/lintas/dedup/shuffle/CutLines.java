package org.lintas.dedup.shuffle;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollectionView;
import org.lintas.dedup.line.DraftLines;
import org.lintas.dedup.line.RepeatedLines;
import org.lintas.dedup.text.Signature;
import org.lintas.dedup.text.Tokens;
import org.lintas.record.Draft;
import org.lintas.record.Records;
import org.lintas.record.SealedDraft;

/**
 * Cuts lines that an outlet repeats from the texts of its articles, before any two are compared. Digest, id and signature of such an
 * article are those of the text that is left; most articles have no such line, and are not opened.
 */
public final class CutLines extends PTransform<Records<Records.Signed>, Records<Records.Cut>> {

    private static final long serialVersionUID = 1;

    private CutLines() {}

    public static CutLines create() {
        return new CutLines();
    }

    @Override
    public Records<Records.Cut> expand(Records<Records.Signed> records) {
        PCollectionView<Map<String, byte[]>> repeated = records.apply("FindRepeatedLines", FindRepeatedLines.create());
        return Records.of(records.all().apply("Cut", ParDo.of(new Cut(repeated)).withSideInputs(repeated)));
    }

    private static final class Cut extends DoFn<SpecificRecord, SpecificRecord> {
        private static final long serialVersionUID = 1;
        private static final Counter CUT = Metrics.counter("dedup", "dedup.cut_lines");

        private final PCollectionView<Map<String, byte[]>> view;
        private transient TextSealer sealer;
        private transient Map<String, byte[]> stored;
        private transient Map<String, RepeatedLines> repeated;

        Cut(PCollectionView<Map<String, byte[]>> view) {
            this.view = view;
        }

        @Setup
        public void setUp() {
            sealer = new TextSealer();
        }

        @StartBundle
        public void start() {
            stored = null;
            repeated = new HashMap<>();
        }

        @ProcessElement
        public void cut(ProcessContext context) {
            if (stored == null) {
                stored = context.sideInput(view);
            }
            context.output(context.element() instanceof SealedDraft draft ? cut(draft) : context.element());
        }

        private SealedDraft cut(SealedDraft sealed) {
            RepeatedLines lines = sealed.getOutlet() == null ? RepeatedLines.NONE : repeated(sealed.getOutlet());
            if (lines != RepeatedLines.NONE && DraftLines.hasAny(AvroBytes.of(sealed.getLines()), lines)) {
                DraftLines.Cut cut = DraftLines.cut(sealer.open(sealed), lines);
                if (!cut.lines().isEmpty()) {
                    CUT.inc(cut.lines().size());
                    return sealed(sealed, cut);
                }
            }
            return SealedDraft.newBuilder(sealed)
                    .setOutlet(null)
                    .setLines(ByteBuffer.allocate(0))
                    .build();
        }

        private RepeatedLines repeated(String outlet) {
            byte[] lines = stored.get(outlet);
            return lines == null
                    ? RepeatedLines.NONE
                    : repeated.computeIfAbsent(outlet, any -> RepeatedLines.of(lines));
        }

        private SealedDraft sealed(SealedDraft before, DraftLines.Cut cut) {
            Draft draft = cut.draft();
            SealedDraft sealed = sealer.seal(draft, Signature.of(Tokens.of(draft.getText())), before.getDates());
            sealed.setOutlet(before.getOutlet());
            sealed.setCutLines(cut.lines());
            return sealed;
        }

        @Teardown
        public void tearDown() {
            sealer.close();
        }
    }
}
