package org.lintas.corpus.ftm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FtmEntityTest {

    @ParameterizedTest
    @CsvSource({"th, tha", "zh, zho", "my, mya", "tl, tgl", "ms, msa", "unknown, ''"})
    void namesLanguagesByThreeLetters(String code, String language) {
        assertThat(FtmEntity.language(code)).isEqualTo(language);
    }

    @Test
    void anIdHoldsOnlyWhatReferencesMayHold() {
        assertThat(FtmEntity.id("entity", "kk-park")).isEqualTo("lintas-entity-kk-park");
        assertThat(FtmEntity.id("entity", "เคเค พาร์ก"))
                .matches("lintas-entity-[0-9a-f]{32}")
                .isNotEqualTo(FtmEntity.id("entity", "KK Park"));
        assertThat(FtmEntity.id("entity", "a".repeat(81))).matches("lintas-entity-[0-9a-f]{32}");
    }

    @Test
    void propertiesWithoutAValueAreLeftOut() {
        var entity = new FtmEntity("lintas-a", "Person")
                .with("name", List.of("Ann", "An"))
                .with("title", (String) null)
                .with("country", " ");

        assertThat(entity.json())
                .contains("\"id\":\"lintas-a\"", "\"schema\":\"Person\"", "\"properties\":{\"name\":[\"Ann\",\"An\"]}");
    }
}
