package org.lintas.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftSealTest {

    @Test
    void whatWasSealedIsOpened() {
        try (var seal = new DraftSeal()) {
            Draft large = draft("ข่าว 🐘 ".repeat(400_000));
            Draft small = draft("pendek");
            for (Draft draft : List.of(large, small, large)) {
                SealedDraft sealed = sealed(seal.seal(draft));

                assertThat(seal.open(sealed)).isEqualTo(draft);
            }
        }
    }

    @Test
    void whatIsKnownSinceIsInTheDraft() {
        try (var seal = new DraftSeal()) {
            SealedDraft sealed = sealed(seal.seal(draft("teks")));
            sealed.setCompleteness(4);
            sealed.setLanguageBytes(5);
            sealed.setCorpusBytes(6);
            sealed.setSignature(ByteBuffer.wrap(new byte[] {7}));

            Draft opened = seal.open(sealed);

            assertThat(opened.getCompleteness()).isEqualTo(4);
            assertThat(opened.getLanguageBytes()).isEqualTo(5);
            assertThat(opened.getCorpusBytes()).isEqualTo(6);
            assertThat(opened.getSignature()).isEqualTo(ByteBuffer.wrap(new byte[] {7}));
        }
    }

    @Test
    void theSealOfAnArticleTakesLessThanHalfOfItsText() {
        try (var seal = new DraftSeal()) {
            String text = "Polisi menangkap tersangka perdagangan orang di perbatasan. ".repeat(40);

            assertThat(seal.seal(draft(text)).remaining()).isLessThan(text.length() / 2);
        }
    }

    /** The bytes may lie anywhere in an array, as those that Avro reads do. */
    private static SealedDraft sealed(ByteBuffer draft) {
        ByteBuffer shifted = ByteBuffer.allocate(draft.remaining() + 6)
                .position(3)
                .put(draft)
                .flip()
                .position(3);
        return new SealedDraft(
                ByteBuffer.allocate(27),
                ByteBuffer.allocate(16),
                ByteBuffer.wrap(new byte[] {1}),
                "th",
                0,
                0,
                0L,
                0L,
                List.of(),
                null,
                ByteBuffer.allocate(0),
                List.of(),
                shifted);
    }

    private static Draft draft(String text) {
        return Draft.newBuilder()
                .setArticleId("a")
                .setRecordId("r")
                .setArchiveFile("f")
                .setArchiveOffset(9)
                .setTitle("ចំណងជើង")
                .setText(text)
                .setPublishedAt(Instant.parse("2025-05-01T00:00:00Z"))
                .setSignature(ByteBuffer.wrap(new byte[] {1}))
                .build();
    }
}
