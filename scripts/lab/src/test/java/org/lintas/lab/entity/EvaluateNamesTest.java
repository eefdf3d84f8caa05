package org.lintas.lab.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluateNamesTest {

    /** Names that nobody looked at who made the rules, among each other only. */
    @Test
    void namesAreFoundByTheirSound() throws IOException {
        Map<String, EvaluateNames.Result> held =
                new EvaluateNames(Map.of()).evaluate(Path.of("src/evaluation/names/held.tsv"));

        assertThat(held).hasSize(7);
        assertThat(held.values()).allSatisfy(result -> {
            assertThat(result.first()).isGreaterThanOrEqualTo(.79);
            assertThat(result.found()).isGreaterThanOrEqualTo(.5);
            assertThat(result.right()).isGreaterThanOrEqualTo(.85);
        });
        assertThat(held.get("th").found()).isGreaterThanOrEqualTo(.8);
        assertThat(held.get("km").found()).isGreaterThanOrEqualTo(.8);
    }
}
