package org.lintas.incident.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lintas.record.FigureMention;

class FigureSignsTest {

    private static final int FAR = 200;

    /** Figures of one text that stand far from each other. */
    private static List<ToldFacts.Figure> figures(FigureMention... mentions) {
        List<ToldFacts.Figure> figures = new ArrayList<>();
        for (FigureMention mention : mentions) {
            int start = figures.size() * FAR;
            figures.add(new ToldFacts.Figure(mention, figures.size(), mentions.length, start, start + 10));
        }
        return figures;
    }

    private static FigureMention told(String subject, String unit, double value, String text) {
        return FigureMention.newBuilder()
                .setKind(unit.equals("person") ? "people" : "quantity")
                .setSubject(subject)
                .setUnit(unit)
                .setValue(value)
                .setText(text)
                .setStart(0)
                .setEnd(text.length())
                .build();
    }

    private static List<String> signs(List<ToldFacts.Figure> figures, String title, int index) {
        return new FigureSigns(figures, title, 1).of(figures.get(index));
    }

    @Test
    void aTotalIsTheLargestAndTheSumOfItsLots() {
        List<ToldFacts.Figure> figures = figures(
                told("heroin", "kg", 12, "12 kg"),
                told("heroin", "kg", 30, "30 kg"),
                told("heroin", "kg", 42, "42 kg"));

        assertThat(signs(figures, "Heroin seized", 2))
                .contains("largest", "sum", "values 3")
                .doesNotContain("addend");
        assertThat(signs(figures, "Heroin seized", 0))
                .contains("smallest", "addend")
                .doesNotContain("sum");
        assertThat(signs(figures, "Heroin seized", 1))
                .contains("between", "addend")
                .doesNotContain("sum");
    }

    @Test
    void whatCountsSomethingElseIsNoPart() {
        List<ToldFacts.Figure> figures = figures(
                told("heroin", "kg", 12, "12 kg"), told("ivory", "kg", 30, "30 kg"), told("ivory", "kg", 42, "42 kg"));

        assertThat(signs(figures, "", 0)).contains("single").doesNotContain("smallest", "addend");
        assertThat(signs(figures, "", 2)).contains("largest").doesNotContain("sum");
    }

    @Test
    void aFigureOfTheHeadlineIsToldApart() {
        List<ToldFacts.Figure> figures =
                figures(told("arrested", "person", 4, "4 men"), told("arrested", "person", 14, "14 people"));

        assertThat(signs(figures, "14 held in raid", 1)).contains("in title");
        assertThat(signs(figures, "14 held in raid", 0)).contains("not in title");
    }

    @Test
    void otherPeopleOfTheTextAreSeen() {
        List<ToldFacts.Figure> figures = figures(
                told("arrested", "person", 2, "two"),
                told("suspect", "person", 5, "five"),
                told("victim", "person", 2, "two"),
                told("yaba", "piece", 9000, "9,000"));

        assertThat(signs(figures, "", 0)).contains("as many others", "more others");
        assertThat(signs(figures, "", 1)).doesNotContain("as many others", "more others");
    }

    @Test
    void anEnumerationIsSeenFromBothSides() {
        FigureMention one = told("arrested", "person", 3, "three");
        FigureMention other = told("arrested", "person", 4, "four");
        var figures = List.of(new ToldFacts.Figure(one, 0, 2, 0, 5), new ToldFacts.Figure(other, 1, 2, 20, 24));

        assertThat(signs(figures, "", 0)).contains("near one behind").doesNotContain("near one before");
        assertThat(signs(figures, "", 1)).contains("near one before").doesNotContain("near one behind");
    }

    @Test
    void aHeadlineOfCommasIsRead() {
        List<ToldFacts.Figure> figures = figures(told("arrested", "person", 4, "4 men"));

        assertThat(signs(figures, "1,".repeat(50_000) + "4", 0)).contains("not in title");
    }
}
