package org.lintas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lintas.text.Language;

class TaxonomyTest {

    @Test
    void thereAreTwentyOneTopics() {
        assertThat(Taxonomy.builtIn().topics()).hasSize(21).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyTopicHasManyCoreTermsInEveryLanguage(Language language) {
        for (String topic : Taxonomy.builtIn().topics()) {
            assertThat(Taxonomy.builtIn().terms(language).stream()
                            .filter(term -> term.topic().equals(topic) && term.kind() == Taxonomy.Kind.CORE))
                    .as("%s in %s", topic, language)
                    .hasSizeGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void everyTopicIsDefined() {
        assertThat(Taxonomy.builtIn().definitions())
                .hasSameSizeAs(Taxonomy.builtIn().topics())
                .hasSizeGreaterThan(20)
                .allSatisfy(topic -> {
                    assertThat(topic.name()).isNotBlank();
                    assertThat(topic.definition()).hasSizeGreaterThan(40).endsWith(".");
                    assertThat(topic.iccs()).isNotEmpty().allMatch(section -> section.matches("\\d{2,6}"));
                });
    }

    @ParameterizedTest
    @EnumSource
    void noTermIsTwiceInATopic(Language language) {
        assertThat(Taxonomy.builtIn().terms(language).stream()
                        .map(term -> term.topic() + " " + term.kind() + " " + term.term()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void weightsAreShares(Language language) {
        assertThat(Taxonomy.builtIn().terms(language))
                .isNotEmpty()
                .allMatch(term -> term.kind() == Taxonomy.Kind.EXCLUSION || (term.weight() > 0 && term.weight() <= 1));
    }
}
