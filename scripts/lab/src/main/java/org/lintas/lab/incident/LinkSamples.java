package org.lintas.lab.incident;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.dataset.Layout;
import org.lintas.incident.Incidents;
import org.lintas.incident.ReportReader;
import org.lintas.record.ArticleReport;
import org.lintas.record.Draft;

/** Pairs of articles of which it is known whether they are of one incident, with what is weighed of them. */
final class LinkSamples {

    /** A real pair counts as many candidates as it stands for, to this power: the few that stand for thousands would drown the others. */
    private static final double DAMPING = .25;

    /** What a pair counts of which it is unknown how many it stands for. */
    private static final double OLDER = .7;

    /**
     * Real pairs are weighed as articles of the whole corpus, of a quarter and of a sixteenth of it: whether two articles are of one incident does not
     * depend on how many others there are, but what is rare does.
     */
    private static final List<Integer> PARTS = List.of(1, 4, 16);

    /** One of so many groups of editors is kept apart. */
    private static final int APART = 3;

    /**
     * A pair.
     *
     * @param weight what it counts
     * @param isOne whether it is of one incident
     */
    record Sample(String set, String one, String other, double weight, boolean isOne, List<Double> features) {

        Sample weighing(double changed) {
            return new Sample(set, one, other, changed, isOne, features);
        }
    }

    private final ReportReader reader = new ReportReader();

    /** Written reports, all pairs that are candidates. */
    List<Sample> written(List<Written> written) {
        Map<String, String> incidents = new HashMap<>();
        written.forEach(one -> incidents.put(one.draft().getArticleId(), one.incident()));
        return grouped("written", written.stream().map(Written::draft).toList(), incidents);
    }

    /** Articles that editors grouped, but for those of a third of the groups. */
    List<Sample> editors(Path file, Labeller labeller) throws IOException {
        Map<String, String> groups = new HashMap<>();
        List<Draft> drafts = new ArrayList<>();
        for (Map.Entry<Draft, String> article : EditorsGroups.read(file, labeller)) {
            drafts.add(article.getKey());
            groups.put(article.getKey().getArticleId(), article.getValue());
        }
        return grouped("editors", drafts, groups).stream()
                .filter(sample -> !isApart(groups.get(sample.one)) && !isApart(groups.get(sample.other)))
                .toList();
    }

    private static boolean isApart(String group) {
        return Math.floorMod(group.hashCode(), APART) == 0;
    }

    private List<Sample> grouped(String set, List<Draft> drafts, Map<String, String> groups) {
        List<ArticleReport> reports =
                drafts.stream().flatMap(draft -> reader.read(draft).stream()).toList();
        return Incidents.pairs(reports).stream()
                .map(pair -> new Sample(
                        set,
                        pair.one(),
                        pair.other(),
                        1,
                        groups.get(pair.one()).equals(groups.get(pair.other())),
                        pair.features()))
                .toList();
    }

    /**
     * A pair of real articles that was read.
     *
     * @param isOne whether it is of one incident
     * @param weight what it counts
     */
    record Judged(String one, String other, boolean isOne, double weight) {}

    /** Pairs of real articles that were read, but for those that are kept apart. */
    static List<Judged> toFit(Path pairs) throws IOException {
        return Files.readAllLines(pairs, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .filter(row -> row.length < 5 || row[4].equals("fit"))
                .map(row -> new Judged(
                        row[0],
                        row[1],
                        row[2].equals("1"),
                        row.length > 3 ? Math.pow(Double.parseDouble(row[3]), DAMPING) : OLDER))
                .toList();
    }

    /** The reports of a corpus, by their ids. */
    static Map<String, ArticleReport> reports(Path corpus) throws IOException {
        var reader = new ReportReader();
        Map<String, ArticleReport> reports = new HashMap<>();
        CorpusDrafts.forEach(
                FinishedCorpus.open("CORPUS", new Layout(corpus.toString())),
                draft -> reader.read(draft).ifPresent(report -> reports.put(report.getArticleId(), report)));
        return reports;
    }

    /** Pairs of real articles that were read, but for those that are kept apart, with what is weighed of them. */
    static List<Sample> judged(Path pairs, Path corpus) throws IOException {
        Map<String, ArticleReport> reports = reports(corpus);
        List<Judged> judged = toFit(pairs).stream()
                .filter(pair -> reports.containsKey(pair.one) && reports.containsKey(pair.other))
                .toList();
        List<Sample> samples = new ArrayList<>();
        for (int part : PARTS) {
            samples.addAll(judged(judged, reports, part));
        }
        return samples;
    }

    private static List<Sample> judged(List<Judged> pairs, Map<String, ArticleReport> reports, int part) {
        Collection<ArticleReport> counted = reports.values().stream()
                .filter(report -> Math.floorMod(report.getArticleId().hashCode(), part) == 0)
                .toList();
        List<Optional<List<Double>>> features = Incidents.features(
                counted,
                pairs.stream()
                        .map(pair -> Map.entry(reports.get(pair.one), reports.get(pair.other)))
                        .toList());
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Judged pair = pairs.get(i);
            features.get(i)
                    .ifPresent(values ->
                            samples.add(new Sample("judged", pair.one, pair.other, pair.weight, pair.isOne, values)));
        }
        return samples;
    }
}
