package org.lintas.dedup.shuffle;

import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.dedup.text.Signature;
import org.lintas.dedup.text.Tokens;
import org.lintas.record.Draft;
import org.lintas.record.DraftSeal;
import org.lintas.record.Progress;
import org.lintas.record.Records;
import org.lintas.record.SealedDraft;
import org.lintas.record.Step;

/** Computes the signature of each article, and seals the article: it is about to wait for all others. */
public final class SignTexts extends PTransform<Records<Records.Identified>, Records<Records.Signed>> {

    private static final long serialVersionUID = 1;

    private SignTexts() {}

    public static SignTexts create() {
        return new SignTexts();
    }

    @Override
    public Records<Records.Signed> expand(Records<Records.Identified> records) {
        return Records.of(records.all().apply("Sign", ParDo.of(new Sign())));
    }

    private static final class Sign extends Step<Draft> {
        private static final long serialVersionUID = 1;

        private transient DraftSeal seal;

        Sign() {
            super(Draft.class, "dedup");
        }

        @Setup
        public void setUp() {
            seal = new DraftSeal();
        }

        @Override
        protected SpecificRecord step(Draft draft) {
            byte[] signature = Signature.of(Tokens.of(draft.getText())).toBytes();
            RepresentativeRank rank = RepresentativeRank.of(draft);
            Progress.SIGNED.add(draft.getArticleId());
            return new SealedDraft(
                    ByteBuffer.wrap(rank.toBytes(false)),
                    ByteBuffer.wrap(SignatureRecord.digest(draft.getContentDigest())),
                    ByteBuffer.wrap(signature),
                    draft.getLanguage(),
                    draft.getText().length(),
                    rank.completeness(),
                    0L,
                    0L,
                    seal.seal(draft));
        }

        @Teardown
        public void tearDown() {
            seal.close();
        }
    }
}
