package org.lintas.dedup.shuffle;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.lintas.dedup.line.DraftLines;
import org.lintas.dedup.text.Signature;
import org.lintas.dedup.text.Tokens;
import org.lintas.record.Draft;
import org.lintas.record.OutletDates;
import org.lintas.record.Progress;
import org.lintas.record.Records;
import org.lintas.record.SealedDraft;
import org.lintas.record.Step;

/** Computes the signature of each article, lists the lines that its outlet may repeat, and seals it: it is about to wait for all others. */
public final class SignTexts extends PTransform<Records<Records.Identified>, Records<Records.Signed>> {

    private static final long serialVersionUID = 1;

    private final SerializableFunction<Draft, List<OutletDates>> dates;

    private SignTexts(SerializableFunction<Draft, List<OutletDates>> dates) {
        this.dates = dates;
    }

    /**
     * Signs and seals articles.
     *
     * @param dates what an article's dates tell of its outlet, which is known by the time the article is opened
     */
    public static SignTexts of(SerializableFunction<Draft, List<OutletDates>> dates) {
        return new SignTexts(dates);
    }

    @Override
    public Records<Records.Signed> expand(Records<Records.Identified> records) {
        return Records.of(records.all().apply("Sign", ParDo.of(new Sign(dates))));
    }

    private static final class Sign extends Step<Draft> {
        private static final long serialVersionUID = 1;

        private final SerializableFunction<Draft, List<OutletDates>> dates;

        private transient TextSealer sealer;

        Sign(SerializableFunction<Draft, List<OutletDates>> dates) {
            super(Draft.class, "dedup");
            this.dates = dates;
        }

        @Setup
        public void setUp() {
            sealer = new TextSealer();
        }

        @Override
        protected SpecificRecord step(Draft draft) {
            Signature signature = Signature.of(Tokens.of(draft.getText()));
            SealedDraft sealed = sealer.seal(draft, signature, dates.apply(draft));
            String outlet = DraftLines.outlet(draft);
            if (outlet != null) {
                sealed.setOutlet(outlet);
                sealed.setLines(ByteBuffer.wrap(DraftLines.of(draft, signature)));
            }
            Progress.SIGNED.add(draft.getArticleId());
            return sealed;
        }

        @Teardown
        public void tearDown() {
            sealer.close();
        }
    }
}
