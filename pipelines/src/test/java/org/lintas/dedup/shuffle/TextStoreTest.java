package org.lintas.dedup.shuffle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.record.CandidateText;

class TextStoreTest {

    private static final int TEXTS = 100;

    @ParameterizedTest
    @ValueSource(longs = {0, 5_000, 1 << 20})
    void givesEveryTextInMemoryOrOnDisk(long limit) throws IOException {
        try (var texts = new TextStore(limit)) {
            for (int i = 0; i < TEXTS; i++) {
                texts.add(text(i));
            }
            for (int i = TEXTS - 1; i >= 0; i--) {
                assertThat(texts.get(id(i))).isEqualTo(text(i));
            }
        }
    }

    @Test
    void aMissingTextIsAnError() throws IOException {
        try (var texts = new TextStore(0)) {
            texts.add(text(1));

            assertThatThrownBy(() -> texts.get(id(2))).isInstanceOf(IllegalStateException.class);
        }
    }

    private static CandidateText text(int number) {
        return CandidateText.newBuilder()
                .setRank(ByteBuffer.wrap(rank(number)))
                .setDigest(ByteBuffer.wrap(new byte[SignatureRecord.DIGEST_BYTES]))
                .setUrl("https://warta.example/" + number)
                .setOutlet(null)
                .setPublishedAt(null)
                .setHeadline(ByteBuffer.allocate(0))
                .setTokens(ByteBuffer.allocate(100 + number))
                .build();
    }

    private static byte[] id(int number) {
        return RepresentativeRank.id(rank(number));
    }

    private static byte[] rank(int number) {
        var rank = new byte[RepresentativeRank.BYTES];
        Arrays.fill(rank, (byte) number);
        return rank;
    }
}
