package org.lintas.dedup.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureTest {

    /** What is stored must be read by later versions: these bytes change only with {@link Signature#VERSION}. */
    @Test
    void bytesAreStable() {
        byte[] bytes = Signature.of(Tokens.of(SampleReports.THAI.text() + SampleReports.ENGLISH.text()))
                .toBytes();

        assertThat(bytes).hasSize(Signature.BYTES).startsWith(Signature.VERSION);
        assertThat(Arrays.hashCode(bytes)).isEqualTo(1419541605);
    }

    @ParameterizedTest
    @EnumSource(SampleReports.class)
    void isReadAsWritten(SampleReports report) {
        Signature signature = Signature.of(Tokens.of(report.text()));
        Signature read = Signature.of(signature.toBytes());

        assertThat(read.toBytes()).isEqualTo(signature.toBytes());
        assertThat(read.similarity(signature)).isEqualTo(1);
        assertThat(read.size()).isEqualTo(signature.size()).isPositive();
        assertThat(bands(read)).isEqualTo(bands(signature)).doesNotHaveDuplicates();
    }

    @Test
    void textsWithTheSameNumbersShareABand() {
        String words = String.join(" ", SampleReports.words(200, 7));
        Signature one = Signature.of(Tokens.of(words + " 12 dan 30"));

        assertThat(bands(one)).hasSize(Signature.BANDS + Signature.NUMBER_BANDS);
        assertThat(bands(Signature.of(Tokens.of(words)))).hasSize(Signature.BANDS);
        assertThat(bands(Signature.of(Tokens.of("30 dan 12 " + words)))).contains(last(one));
        assertThat(bands(Signature.of(Tokens.of(words + " 13 dan 30")))).doesNotContain(last(one));
        assertThat(bands(Signature.of(Tokens.of("")))).isEmpty();
    }

    private static long last(Signature signature) {
        List<Long> bands = bands(signature);
        return bands.get(bands.size() - 1);
    }

    @Test
    void anotherVersionIsRefused() {
        byte[] bytes = Signature.of(Tokens.of(SampleReports.LAO.text())).toBytes();
        bytes[0]++;

        assertThatThrownBy(() -> Signature.of(bytes)).hasMessageContaining("version");
        assertThatThrownBy(() -> Signature.of(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalBinsEstimateSimilarity() {
        double sum = 0;
        int texts = 200;
        for (int seed = 0; seed < texts; seed++) {
            String common = String.join(" ", SampleReports.words(303, seed));
            Signature one =
                    Signature.of(Tokens.of(common + " " + String.join(" ", SampleReports.words(150, 1_000 + seed))));
            Signature other =
                    Signature.of(Tokens.of(common + " " + String.join(" ", SampleReports.words(150, 2_000 + seed))));
            sum += one.similarity(other);
        }

        assertThat(sum / texts).isCloseTo(.5, within(.02));
    }

    @Test
    void shortTextsFillAllBins() {
        Signature one = Signature.of(Tokens.of("Pasar ikan malam dibuka lagi"));
        Signature other = Signature.of(Tokens.of("Pasar ikan malam dibuka kembali"));

        assertThat(one.similarity(other)).isBetween(.1, .9);
        assertThat(Signature.of(Tokens.of("satu")).similarity(Signature.of(Tokens.of("dua"))))
                .isZero();
        assertThat(Signature.of(Tokens.of("")).size()).isZero();
    }

    private static List<Long> bands(Signature signature) {
        List<Long> bands = new ArrayList<>();
        signature.forEachBand(bands::add);
        return bands;
    }
}
