package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lintas.record.ArticleReport;
import org.lintas.record.ReportedCount;
import org.lintas.schemas.IncidentRole;

class RolesTest {

    private static final int DAY = 19_000;

    private static ArticleReport.Builder on(String id, int days) {
        return LikenessTest.report(id).setPublishedDay(DAY + days);
    }

    private static Report report(String id, int days, ReportedCount... counts) {
        return new Report(on(id, days).setCounts(List.of(counts)).build());
    }

    private static Report followUp(String id, int days) {
        return new Report(on(id, days).setIsFollowUp(true).build());
    }

    private static ReportedCount arrested(double people) {
        return LikenessTest.count("arrested", "person", people);
    }

    @Test
    void courtsFollowUpAndInvestigatorsUpdate() {
        List<Report> reports =
                List.of(report("a", 0), report("b", 1), report("c", 9), followUp("d", 90), report("e", 120));

        assertThat(Roles.of(reports))
                .isEqualTo(Map.of(
                        "a", IncidentRole.report,
                        "b", IncidentRole.report,
                        "c", IncidentRole.update,
                        "d", IncidentRole.follow_up,
                        "e", IncidentRole.mention));
        assertThat(Roles.of(List.of(followUp("d", 90)))).containsEntry("d", IncidentRole.follow_up);
    }

    /** An article whose month alone is known comes last, whatever the first day of that month is. */
    @Test
    void daysCountFromTheFirstThatIsKnown() {
        var ofMonth = new Report(LikenessTest.report("z").setPublishedDay(null).build());
        List<Report> reports =
                Stream.of(ofMonth, report("b", 9), report("a", 0)).sorted().toList();

        assertThat(reports).extracting(Report::id).containsExactly("a", "b", "z");
        assertThat(Roles.of(reports))
                .containsEntry("a", IncidentRole.report)
                .containsEntry("b", IncidentRole.update)
                .containsEntry("z", IncidentRole.report);
    }

    @Test
    void inTheFirstDaysAnUpdateTellsMore() {
        List<Report> reports = List.of(
                report("a", 0, arrested(23)),
                report("b", 2, arrested(26)),
                report("c", 5),
                report("d", 5, arrested(26)),
                report("e", 5, arrested(31)),
                report("f", 5, arrested(31)),
                report("g", 6, arrested(31)));

        assertThat(Roles.of(reports))
                .isEqualTo(Map.of(
                        "a", IncidentRole.report,
                        "b", IncidentRole.report,
                        "c", IncidentRole.report,
                        "d", IncidentRole.report,
                        "e", IncidentRole.update,
                        "f", IncidentRole.report,
                        "g", IncidentRole.update));
    }

    @Test
    void aFigureThatCountsAPartIsNoNews() {
        ReportedCount part = LikenessTest.count("arrested", "person", 31);
        part.setWhole(.2);

        assertThat(Roles.of(List.of(report("a", 0, arrested(23)), report("b", 5, part))))
                .containsEntry("b", IncidentRole.report);
    }
}
