package org.lintas.lab.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EvaluateNoticesTest {

    /** The families that the rules were made with. */
    @Test
    void noticesOfOneTemplateAreNotMerged() throws IOException {
        EvaluateNotices.Result result = EvaluateNotices.evaluate(Path.of("src/training/notices"));

        assertThat(result.merged().share()).as("%s", result.errors()).isZero();
        assertThat(result.found().share()).isGreaterThanOrEqualTo(.8);
    }

    /** Families of other writers, whose copies are reworded more, that the rules for scripts without capitals were made with. */
    @Test
    void noticesOfOtherWritersAreHardlyEverMerged() throws IOException {
        EvaluateNotices.Result result = EvaluateNotices.evaluate(Path.of("src/training/notices-2"));

        assertThat(result.merged().share()).as("%s", result.errors()).isLessThanOrEqualTo(.031);
        assertThat(result.found().share()).isGreaterThanOrEqualTo(.3);
    }

    /** Families that nobody looked at who made the rules: the figures of docs/quality.md. */
    @Test
    void otherNoticesAreHardlyEverMerged() throws IOException {
        EvaluateNotices.Result result = EvaluateNotices.evaluate(Path.of("src/evaluation/notices"));

        assertThat(result.merged().share()).isLessThanOrEqualTo(.05);
        assertThat(result.found().share()).isGreaterThanOrEqualTo(.69);
    }
}
