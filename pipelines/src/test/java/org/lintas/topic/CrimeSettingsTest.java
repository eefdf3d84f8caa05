package org.lintas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lintas.text.Language;

class CrimeSettingsTest {

    @ParameterizedTest
    @EnumSource
    void everySettingHasWordsInEveryLanguage(Language language) {
        assertThat(CrimeSettings.get().terms(language))
                .extracting(Taxonomy.Term::topic)
                .containsAll(CrimeSettings.get().names());
    }
}
