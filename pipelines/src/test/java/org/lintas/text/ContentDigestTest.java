package org.lintas.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Polisi menyita 12 kg sabu", "POLISI  menyita: 12 kg “sabu”!", "Polisi\n\nmenyita １２ kg sabu."})
    void whatIsTheSameToAReaderHasOneDigest(String text) {
        assertThat(ContentDigest.of("Judul", text)).isEqualTo(ContentDigest.of("JUDUL", "polisi menyita 12 kg sabu"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Polisi menyita 13 kg sabu", "Polisi menyita $12 kg sabu", "Polisi menyita 12 kg sabu hari ini"})
    void anyOtherChangeHasAnother(String text) {
        assertThat(ContentDigest.of("Judul", text))
                .isNotEqualTo(ContentDigest.of("Judul", "Polisi menyita 12 kg sabu"));
    }

    @Test
    void titleAndTextDoNotRunTogether() {
        assertThat(ContentDigest.of("ab", "c")).isNotEqualTo(ContentDigest.of("a", "bc"));
    }

    @Test
    void toneMarksCount() {
        assertThat(ContentDigest.of("", "นำ้")).isNotEqualTo(ContentDigest.of("", "นำ"));
    }
}
