package org.lintas.lab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EvaluateFiguresTest {

    /** Sentences that nobody looked at who made the rules: the figures of docs/quality.md. */
    @Test
    void numbersAreReadAsTheyAreWritten() throws IOException {
        EvaluateFigures held = EvaluateFigures.evaluate(Path.of("src/evaluation/numbers/held"), false);

        assertThat(held.right()).isGreaterThanOrEqualTo(.69);
        assertThat(held.wrong()).isLessThanOrEqualTo(.05);
        assertThat(held.avoided()).isGreaterThanOrEqualTo(.98);
    }

    /** The same of sentences in which several numbers make one, or one is no figure. */
    @Test
    void numbersThatBelongTogetherAreOneFigure() throws IOException {
        SentenceFigures held = SentenceFigures.evaluate(Path.of("src/evaluation/sentences/held"), false);

        assertThat(held.recall()).isGreaterThanOrEqualTo(.65);
        assertThat(held.precision()).isGreaterThanOrEqualTo(.83);
    }

    /** The same of updates that tell the running total of a case. */
    @Test
    void runningTotalsAreFigures() throws IOException {
        SentenceFigures held = SentenceFigures.evaluate(Path.of("src/evaluation/totals/held"), false);

        assertThat(held.recall()).isGreaterThanOrEqualTo(.7);
        assertThat(held.precision()).isGreaterThanOrEqualTo(.92);
    }
}
