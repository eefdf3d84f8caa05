package org.lintas.dedup.shuffle;

import java.nio.ByteBuffer;
import java.util.List;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.dedup.text.Signature;
import org.lintas.record.Draft;
import org.lintas.record.DraftSeal;
import org.lintas.record.OutletDates;
import org.lintas.record.SealedDraft;

/** Seals articles with what deduplication asks for beside them. For one thread. */
final class TextSealer implements AutoCloseable {

    private final DraftSeal seal = new DraftSeal();

    /** A sealed article, of whose lines nothing is told. */
    SealedDraft seal(Draft draft, Signature signature, List<OutletDates> dates) {
        RepresentativeRank rank = RepresentativeRank.of(draft);
        return new SealedDraft(
                ByteBuffer.wrap(rank.toBytes(false)),
                ByteBuffer.wrap(SignatureRecord.digest(draft.getContentDigest())),
                ByteBuffer.wrap(signature.toBytes()),
                draft.getLanguage(),
                draft.getText().length(),
                rank.completeness(),
                0L,
                0L,
                dates,
                null,
                ByteBuffer.allocate(0),
                List.of(),
                seal.seal(draft));
    }

    Draft open(SealedDraft sealed) {
        return seal.open(sealed);
    }

    @Override
    public void close() {
        seal.close();
    }
}
