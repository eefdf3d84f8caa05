package org.lintas.lab.incident;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.lintas.incident.ReportReader;
import org.lintas.record.ArticleReport;
import org.lintas.record.Draft;

/**
 * Reports of several writers as one collection. Each incident may be moved in time, with all its reports, so that all happen within some days: in a series of its own an incident has few others
 * of its kind beside it, in the press of a region it has many. Months and days without a year that reports tell are left out, as they cannot be moved.
 */
final class Together {

    /** Within so many days all incidents are made to happen, to fit to and to measure. */
    static final List<Integer> DENSITIES = List.of(15, 60, 300);

    /** The first day on which incidents happen. */
    private static final int START = (int) LocalDate.of(2024, 3, 1).toEpochDay();

    private final List<Draft> drafts = new ArrayList<>();
    private final List<String> incidents = new ArrayList<>();

    /** The day on which the first report of each incident was published. */
    private final Map<String, Integer> firstDays = new HashMap<>();

    private final Map<String, String> incidentOf = new HashMap<>();

    /** Adds the reports of a file. */
    void add(String file, List<Written> written) {
        for (Written report : written) {
            String incident = file + " " + report.incident();
            drafts.add(report.draft());
            incidents.add(incident);
            incidentOf.put(report.draft().getArticleId(), incident);
            if (report.draft().getPublishedAt() != null) {
                LocalDate day = LocalDate.ofInstant(report.draft().getPublishedAt(), ZoneOffset.UTC);
                firstDays.merge(incident, (int) day.toEpochDay(), Math::min);
            }
        }
    }

    /** The reports, those that are read, with all incidents within so many days. */
    List<ArticleReport> reports(ReportReader reader, int days) {
        return drafts.stream()
                .flatMap(draft -> reader.read(draft).stream())
                .map(report -> moved(report, days))
                .toList();
    }

    /** The incident of a report. */
    String incident(String articleId) {
        return incidentOf.get(articleId);
    }

    /** Prints how well incidents are found that all happen within so many days, and how often reports are joined if there is one of each incident only. */
    void print(String name, int days) {
        print(name + " together, moved to within " + days + " days", report -> moved(report, days));
    }

    /** The same of what was written as one collection. */
    void printAsWritten(String name) {
        print(name + " together, as written", report -> report);
    }

    private void print(String head, UnaryOperator<ArticleReport> change) {
        if (drafts.isEmpty()) {
            return;
        }
        BiPredicate<Integer, Integer> within =
                (i, j) -> drafts.get(i).getLanguage().equals(drafts.get(j).getLanguage());
        var found = new Agreement(incidents, Rules.incidents(drafts, change));
        System.out.printf("%s: %d reports%n", head, drafts.size());
        System.out.println(found.row("  incidents", (i, j) -> true));
        System.out.println(found.row("    within a language", within));
        System.out.println(found.row("    across languages", within.negate()));
        List<Draft> firsts = firsts();
        long joined = firsts.size()
                - Rules.incidents(firsts, change).stream().distinct().count();
        System.out.printf("  of one report of each incident: %d of %d joined to another%n", joined, firsts.size());
    }

    /** The first report of each incident. */
    private List<Draft> firsts() {
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, drafts.size())
                .filter(i -> seen.add(incidents.get(i)))
                .mapToObj(drafts::get)
                .toList();
    }

    private ArticleReport moved(ArticleReport report, int days) {
        String incident = incidentOf.get(report.getArticleId());
        return report.getPublishedDay() == null
                ? report
                : moved(report, START + Math.floorMod(incident.hashCode(), days), firstDays.get(incident));
    }

    private static ArticleReport moved(ArticleReport report, int to, int from) {
        int by = to - from;
        return ArticleReport.newBuilder(report)
                .setPublishedDay(report.getPublishedDay() + by)
                .setPublishedAt(report.getPublishedAt().plus(Duration.ofDays(by)))
                .setEventDay(report.getEventDay() == null ? null : report.getEventDay() + by)
                .setDays(report.getDays().stream()
                        .filter(day -> day >= 0)
                        .map(day -> day + by)
                        .toList())
                .setMonths(List.of())
                .build();
    }
}
