package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lintas.record.Draft;
import org.lintas.record.ReportedCount;
import org.lintas.text.Language;

class TitleCountsTest {

    private static final String TITLE = "Police seize 3,000 kg of heroin, arrest five men";

    private static List<ReportedCount> of(String title, ReportedCount... counts) {
        Draft draft = Draft.newBuilder()
                .setArticleId("a")
                .setRecordId("a")
                .setArchiveFile("")
                .setArchiveOffset(0)
                .setLanguage("en")
                .setTitle(title)
                .setText("")
                .build();
        return TitleCounts.of(draft, ReportWords.of(Language.ENGLISH), List.of(counts));
    }

    private static ReportedCount heroin(double kilograms, double whole, boolean isAggregate) {
        return new ReportedCount("heroin", "kg", kilograms, kilograms, isAggregate, true, true, whole);
    }

    @Test
    void figuresThatTheTextDoesNotTellCount() {
        assertThat(of(TITLE, heroin(700, .2, false)))
                .extracting(ReportedCount::getSubject, ReportedCount::getLow)
                .containsExactly(tuple("heroin", 3000d), tuple("arrested", 5d));
        assertThat(of(null)).isEmpty();
    }

    @Test
    void thoseThatTheTextTellsExactlyOrInAllDoNot() {
        assertThat(of(TITLE, heroin(2883, .2, false)))
                .extracting(ReportedCount::getSubject)
                .containsExactly("arrested");
        assertThat(of(TITLE, heroin(700, .6, false)))
                .extracting(ReportedCount::getSubject)
                .containsExactly("arrested");
        assertThat(of("More than 3,000 kg of drugs seized", heroin(2883, .2, false)))
                .isEmpty();
    }

    @Test
    void aTotalOfTheYearIsAnother() {
        assertThat(of(TITLE, heroin(30_000, .6, true)))
                .extracting(ReportedCount::getSubject)
                .containsExactly("heroin", "arrested");
    }
}
