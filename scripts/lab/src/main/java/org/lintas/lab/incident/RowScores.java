package org.lintas.lab.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.figure.FigureFinder;
import org.lintas.incident.Incidents;
import org.lintas.incident.ReportReader;
import org.lintas.record.ArticleReport;
import org.lintas.record.FigureMention;
import org.lintas.schemas.IncidentArticle;
import org.lintas.schemas.IncidentFigure;

/** What the rows of incidents say of written reports: the roles of the articles, and the best values of figures. */
final class RowScores {

    /** Best values from this confidence on are counted once more. */
    private static final double CONFIDENT = .5;

    private final Map<String, Written> written = new HashMap<>();
    private final List<ArticleReport> reports = new ArrayList<>();

    RowScores(List<Written> all) {
        var reader = new ReportReader();
        for (Written one : all) {
            written.put(one.draft().getArticleId(), one);
            reader.read(one.draft()).ifPresent(reports::add);
        }
    }

    /** Of the true incidents, and of those that were found. */
    void print() {
        Map<String, List<String>> truth = new TreeMap<>();
        written.forEach((id, one) -> {
            if (one.isOfIncident()) {
                truth.computeIfAbsent(one.incident(), any -> new ArrayList<>()).add(id);
            }
        });
        printFound();
        print("in true incidents", truth.values());
        print("in found incidents", Incidents.of(reports));
    }

    /** Of the figures that reports of incidents were written from, how many are found in them; some are told by names only, or not at all. */
    private void printFound() {
        var finder = new FigureFinder();
        int found = 0;
        int all = 0;
        for (Written one : written.values()) {
            if (!one.isOfIncident()) {
                continue;
            }
            List<FigureMention> figures = new ArrayList<>(one.draft().getFigures());
            figures.addAll(finder.inTitle(one.draft()));
            for (Map.Entry<String, Double> told : one.figures().entrySet()) {
                List<String> subjects = FigureKeys.of(told.getKey());
                all += subjects.isEmpty() ? 0 : 1;
                found += figures.stream()
                                .anyMatch(figure -> FigureKeys.counts(subjects, figure)
                                        && FigureKeys.isSame(told.getValue(), figure.getValue()))
                        ? 1
                        : 0;
            }
        }
        System.out.printf(
                Locale.ROOT, "  figures that reports were written from: found %.3f of %d%n", share(found, all), all);
    }

    private void print(String name, Collection<List<String>> groups) {
        Map<String, int[]> roles = new TreeMap<>();
        var figures = new int[4];
        Map<String, List<IncidentFigure>> byIncident = new HashMap<>();
        for (SpecificRecord row : Incidents.rows(reports, groups)) {
            if (row instanceof IncidentArticle article) {
                Written one = written.get(article.getArticleId());
                if (one.isOfIncident()) {
                    int[] counts = roles.computeIfAbsent(one.role(), any -> new int[2]);
                    counts[0] += article.getRole().name().equals(one.role()) ? 1 : 0;
                    counts[1]++;
                }
            } else if (row instanceof IncidentFigure figure && !figure.getIsAggregate()) {
                byIncident
                        .computeIfAbsent(figure.getIncidentId(), any -> new ArrayList<>())
                        .add(figure);
            }
        }
        byIncident.values().forEach(found -> count(found, figures));
        int right = roles.values().stream().mapToInt(counts -> counts[0]).sum();
        int all = roles.values().stream().mapToInt(counts -> counts[1]).sum();
        System.out.printf(
                Locale.ROOT,
                "  %s: roles right %.3f of %d%s; best values right %.3f of %d, from a confidence of %.1f on %.3f of %d%n",
                name,
                share(right, all),
                all,
                roles.entrySet().stream()
                        .map(role -> String.format(
                                Locale.ROOT,
                                ", %s %.3f of %d",
                                role.getKey(),
                                share(role.getValue()[0], role.getValue()[1]),
                                role.getValue()[1]))
                        .reduce("", String::concat),
                share(figures[0], figures[1]),
                figures[1],
                CONFIDENT,
                share(figures[2], figures[3]),
                figures[3]);
    }

    /**
     * Counts the figures of one incident, each that was read once: right is what the last update was written from, or, where none tells it, what most reports were.
     *
     * @param counts how many are right, all, those of the right ones that are confident, all that are confident
     */
    private void count(List<IncidentFigure> found, int[] counts) {
        Map<String, Map<Double, Integer>> told = new TreeMap<>();
        List<Written> telling = found.stream()
                .flatMap(figure -> figure.getArticleIds().stream())
                .distinct()
                .map(written::get)
                .toList();
        telling.stream()
                .filter(one -> one.role().equals("report"))
                .forEach(one -> one.figures()
                        .forEach((key, value) -> told.computeIfAbsent(key, any -> new TreeMap<>())
                                .merge(value, 1, Integer::sum)));
        telling.stream()
                .filter(one -> one.role().equals("update"))
                .sorted(Comparator.comparing(one -> one.draft().getPublishedAt()))
                .forEach(one -> one.figures().forEach((key, value) -> told.put(key, Map.of(value, 1))));
        told.forEach((key, values) -> {
            List<String> subject = FigureKeys.of(key);
            found.stream()
                    .filter(figure -> subject.indexOf(figure.getSubject()) > 0
                            && figure.getUnit().equals(subject.get(0)))
                    .min((one, other) ->
                            Integer.compare(subject.indexOf(one.getSubject()), subject.indexOf(other.getSubject())))
                    .ifPresent(figure -> {
                        int most =
                                values.values().stream().max(Integer::compare).orElseThrow();
                        boolean isRight = values.entrySet().stream()
                                .anyMatch(value -> value.getValue() == most
                                        && FigureKeys.isSame(value.getKey(), figure.getBest()));
                        counts[0] += isRight ? 1 : 0;
                        counts[1]++;
                        if (figure.getConfidence() >= CONFIDENT) {
                            counts[2] += isRight ? 1 : 0;
                            counts[3]++;
                        }
                    });
        });
    }

    private static double share(int part, int all) {
        return all == 0 ? 1 : (double) part / all;
    }
}
