package org.lintas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lintas.text.Language;

class TaxonomyTest {

    @Test
    void thereAreTwentyOneTopics() {
        assertThat(Taxonomy.get().topics()).hasSize(21).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyTopicHasCoreTermsInEveryLanguage(Language language) {
        for (String topic : Taxonomy.get().topics()) {
            assertThat(Taxonomy.get().terms(language))
                    .as("%s in %s", topic, language)
                    .anyMatch(term -> term.topic().equals(topic) && term.kind() == Taxonomy.Kind.CORE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void weightsAreShares(Language language) {
        assertThat(Taxonomy.get().terms(language))
                .allMatch(term -> term.kind() == Taxonomy.Kind.EXCLUSION || (term.weight() > 0 && term.weight() <= 1));
    }
}
