package org.lintas.record;

import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;

/** Takes the articles out of sealed drafts, for everyone who needs no texts: several steps read these records, and each is sent all of them. */
public final class WithoutTexts extends PTransform<Records<Records.Cut>, Records<Records.Listed>> {

    private static final long serialVersionUID = 1;

    private WithoutTexts() {}

    public static WithoutTexts create() {
        return new WithoutTexts();
    }

    @Override
    public Records<Records.Listed> expand(Records<Records.Cut> records) {
        return Records.of(records.all().apply("TakeOut", ParDo.of(new TakeOut())));
    }

    private static SealedDraft without(SealedDraft sealed) {
        return new SealedDraft(
                sealed.getRank(),
                sealed.getDigest(),
                sealed.getSignature(),
                sealed.getLanguage(),
                sealed.getTextLength(),
                sealed.getCompleteness(),
                sealed.getLanguageBytes(),
                sealed.getCorpusBytes(),
                sealed.getDates(),
                sealed.getOutlet(),
                sealed.getLines(),
                sealed.getCutLines(),
                ByteBuffer.allocate(0));
    }

    private static final class TakeOut extends DoFn<SpecificRecord, SpecificRecord> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void takeOut(@Element SpecificRecord record, OutputReceiver<SpecificRecord> out) {
            out.output(record instanceof SealedDraft sealed ? without(sealed) : record);
        }
    }
}
