package org.lintas.lab.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.topic.Taxonomy;

class KindScoresTest {

    @Test
    void countsByKind(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("en.jsonl"), """
                {"kind": "press", "title": "Heroin seized", "text": "Two kilograms.", "main": ["drug_trafficking"], "mention": []}
                {"kind": "press", "title": "Boat stopped", "text": "A boat.", "main": ["migrant_smuggling"], "mention": []}
                {"kind": "false_friend", "title": "Heroin chic", "text": "A fashion show.", "main": [], "mention": []}
                """);
        List<LabelledArticle> texts = LabelledArticle.readWritten(folder);
        var scores = new KindScores();

        scores.add(texts.get(0), Set.of("drug_trafficking"), Set.of("drug_trafficking"));
        scores.add(texts.get(1), Set.of(), Set.of("migrant_smuggling"));
        scores.add(texts.get(2), Set.of("drug_trafficking"), Set.of("drug_trafficking"));

        assertThat(scores.table())
                .anySatisfy(row -> assertThat(row).matches("press +2 +0.667 \\(1.00/0.50\\) +2 of 2 \\(100 %\\) +–"))
                .anySatisfy(row -> assertThat(row).matches("false_friend +1 +– +– +1 of 1 \\(100 %\\)"));
    }

    /** Labels that are misspelt would count as missed, and a text in both sets would flatter. */
    @ParameterizedTest
    @ValueSource(strings = {"src/training/written", "src/evaluation"})
    void theWrittenTextsAreLabelledWithKnownTopics(String folder) throws IOException {
        List<LabelledArticle> texts = LabelledArticle.readWritten(Path.of(folder));

        assertThat(texts).extracting(LabelledArticle::language).hasSizeGreaterThan(400);
        assertThat(texts).allSatisfy(text -> {
            assertThat(text.kind()).isIn("plain", "press", "hard", "false_friend");
            assertThat(text.text()).isNotBlank();
            assertThat(Taxonomy.builtIn().topics()).containsAll(text.main()).containsAll(text.mention());
        });
    }

    @Test
    void noTextIsBothLearnedFromAndMeasuredWith() throws IOException {
        List<String> learned = LabelledArticle.readWritten(Path.of("src/training/written")).stream()
                .map(LabelledArticle::text)
                .toList();

        assertThat(LabelledArticle.readWritten(Path.of("src/evaluation")))
                .extracting(LabelledArticle::text)
                .doesNotContainAnyElementsOf(learned);
    }
}
