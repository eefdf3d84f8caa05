package org.lintas.dedup.shuffle;

import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.lintas.record.SealedDraft;
import org.lintas.schemas.Fingerprint;

/** Collects signature records into blocks. */
abstract class SignatureBlocks<T> extends DoFn<T, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1;

    private transient RecordBlocks blocks;

    @StartBundle
    public void start() {
        blocks = new RecordBlocks();
    }

    @ProcessElement
    public void add(@Element T text, OutputReceiver<KV<Integer, byte[]>> out) {
        byte[] record = record(text);
        if (record.length == 0) {
            return;
        }
        blocks.add(SignatureRecord.digestHash(record), record, (key, block) -> out.output(KV.of(key, block)));
    }

    @FinishBundle
    public void finish(FinishBundleContext context) {
        blocks.flush((key, block) ->
                context.output(KV.of(key, block), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
    }

    /** The record of a text; empty for what is no text. */
    abstract byte[] record(T text);

    /** Those of articles; what is no article is left out. */
    static final class OfArticles extends SignatureBlocks<SpecificRecord> {
        private static final long serialVersionUID = 1;

        @Override
        byte[] record(SpecificRecord record) {
            return record instanceof SealedDraft draft ? SignatureRecord.of(draft) : new byte[0];
        }
    }

    /** Those of the texts of earlier corpora. */
    static final class OfFingerprints extends SignatureBlocks<Fingerprint> {
        private static final long serialVersionUID = 1;

        @Override
        byte[] record(Fingerprint text) {
            return SignatureRecord.of(text);
        }
    }
}
