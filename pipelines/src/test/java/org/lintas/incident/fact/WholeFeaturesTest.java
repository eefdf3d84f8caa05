package org.lintas.incident.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lintas.record.FigureMention;

class WholeFeaturesTest {

    /** Two lots and their total, told twice, once rounded; then people. */
    private static final List<ToldFacts.Figure> FIGURES = figures(
            told("heroin", "kg", 12),
            told("heroin", "kg", 30),
            told("heroin", "kg", 42.1),
            told("arrested", "person", 3),
            told("heroin", "kg", 42));

    private static final List<WholeFeatures.Odds> ODDS = List.of(
            new WholeFeatures.Odds(-2, 1),
            new WholeFeatures.Odds(-1, 2),
            new WholeFeatures.Odds(1.5, 3),
            new WholeFeatures.Odds(.5, 4),
            new WholeFeatures.Odds(2, 5));

    private static List<ToldFacts.Figure> figures(FigureMention... mentions) {
        List<ToldFacts.Figure> figures = new ArrayList<>();
        for (FigureMention mention : mentions) {
            int start = figures.size() * 100;
            figures.add(new ToldFacts.Figure(mention, figures.size(), mentions.length, start, start + 10));
        }
        return figures;
    }

    private static FigureMention told(String subject, String unit, double value) {
        return FigureMention.newBuilder()
                .setKind("quantity")
                .setSubject(subject)
                .setUnit(unit)
                .setValue(value)
                .setText("" + value)
                .setStart(0)
                .setEnd(1)
                .build();
    }

    private static double of(int figure, String feature) {
        return new WholeFeatures(FIGURES, 2, 600).of(figure, ODDS)[WholeFeatures.NAMES.indexOf(feature)];
    }

    @Test
    void aValueIsSeenWithItsRoundedForm() {
        assertThat(of(2, "SAME")).isEqualTo(2);
        assertThat(of(2, "WHOLE")).isEqualTo(1.5);
        assertThat(of(2, "WHOLE_OF_SAME")).isEqualTo(2);
        assertThat(of(2, "WHOLE_OF_LARGER")).as("none is larger").isEqualTo(-100);
    }

    @Test
    void aLotIsSeenBesideWhatCountsTheSame() {
        assertThat(of(0, "VALUES")).isEqualTo(4);
        assertThat(of(0, "SMALLER")).isZero();
        assertThat(of(0, "LARGER")).isEqualTo(3);
        assertThat(of(0, "WHOLE_OF_OTHERS")).isEqualTo(2);
        assertThat(of(0, "AHEAD")).isEqualTo(-4);
        assertThat(of(1, "ANY_OF_SMALLER")).isEqualTo(1);
        assertThat(of(1, "ANY_OF_LARGER")).isEqualTo(5);
        assertThat(of(0, "TO_LARGEST")).isCloseTo(Math.log10(42.1 / 12), within(1e-12));
        assertThat(of(0, "SHARE")).isCloseTo(12 / 126.1, within(1e-12));
    }

    @Test
    void whatCountsSomethingElseIsOnlyOneMoreFigure() {
        assertThat(of(3, "VALUES")).isEqualTo(1);
        assertThat(of(3, "SHARE")).isEqualTo(1);
        assertThat(of(3, "WHOLE_OF_OTHERS")).isEqualTo(-100);
        assertThat(of(3, "NEAREST")).as("none").isEqualTo(1e6);
        assertThat(of(3, "FIGURES")).isEqualTo(5);
        assertThat(of(3, "WHOLE_OF_REST")).isEqualTo(2);
        assertThat(of(3, "MEAN_ANY")).isEqualTo(3);
    }

    @Test
    void placesAreInLetters() {
        assertThat(of(1, "PLACE")).isEqualTo(200);
        assertThat(of(1, "RANK")).isEqualTo(1);
        assertThat(of(1, "NEAREST")).as("from its end to the start of the next").isEqualTo(180);
        assertThat(of(4, "NEAREST"))
                .as("what counts the same stands two before")
                .isEqualTo(580);
        assertThat(of(1, "LENGTH")).isEqualTo(1_200);
    }

    @Test
    void eachFigureHasOdds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WholeFeatures(FIGURES, 1, 600).of(0, ODDS.subList(0, 4)))
                .withMessage("4 odds of 5 figures");
    }

    @Test
    void aValueOfZeroIsNoFault() {
        List<ToldFacts.Figure> zero = figures(told("arrested", "person", 0));

        assertThat(new WholeFeatures(zero, 1, 10).of(0, List.of(new WholeFeatures.Odds(0, 0))))
                .doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }
}
