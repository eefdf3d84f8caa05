package org.lintas.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.record.ArticleReport;

/** Joins reports in memory, as {@link FindIncidents} does on workers: its plain reference, and what is measured. */
public final class Incidents {

    /** A pair that is not joined nearly is if its score is no further below the threshold. */
    private static final double NEARLY = 2.5;

    private Incidents() {}

    /** The ids of the articles of each incident; those of earlier corpora are left out that no new one tells of. */
    public static List<List<String>> of(Collection<ArticleReport> articles) {
        return reports(articles).stream()
                .map(group -> group.stream().map(Report::id).toList())
                .toList();
    }

    /**
     * The rows of incidents whose articles are known, to measure what they say of them.
     *
     * @param groups ids of the articles of each incident
     */
    public static List<SpecificRecord> rows(Collection<ArticleReport> articles, Collection<List<String>> groups) {
        Map<String, Report> reports = new HashMap<>();
        articles.forEach(article -> reports.put(article.getArticleId(), new Report(article)));
        var likeness = new Likeness(frequencies(reports.values()));
        return groups.stream()
                .map(group -> group.stream()
                        .map(reports::get)
                        .filter(Objects::nonNull)
                        .toList())
                .filter(group -> !group.isEmpty())
                .flatMap(group -> IncidentRows.of(group, likeness).stream())
                .toList();
    }

    /**
     * Two articles that were compared.
     *
     * @param score log-likelihood ratio of their being of one incident
     * @param isJoined whether they are in one incident
     */
    public record Pair(String one, String other, double score, boolean isJoined) {}

    /** Pairs of articles that are in one incident, and pairs that nearly are, to be read by people. */
    public static List<Pair> pairs(Collection<ArticleReport> articles) {
        List<Report> reports = articles.stream().map(Report::new).sorted().toList();
        Frequencies frequencies = frequencies(reports);
        var likeness = new Likeness(frequencies);
        Map<String, Integer> groups = new TreeMap<>();
        List<List<Report>> all = reports(articles);
        for (int i = 0; i < all.size(); i++) {
            for (Report report : all.get(i)) {
                groups.put(report.id(), i);
            }
        }
        Map<Long, List<Report>> blocks = new TreeMap<>();
        reports.forEach(report -> Keys.lookups(report, frequencies)
                .forEach(key ->
                        blocks.computeIfAbsent(key, any -> new ArrayList<>()).add(report)));
        Map<List<String>, Pair> pairs = new HashMap<>();
        for (List<Report> block : blocks.values()) {
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < block.size(); j++) {
                    Report one = block.get(i);
                    Report other = block.get(j);
                    boolean isJoined = groups.get(one.id()).equals(groups.get(other.id()));
                    Likeness.Result result = likeness.of(one, other);
                    double score = result.score();
                    if (isJoined || score > Links.least(result.chance()) - NEARLY) {
                        pairs.put(List.of(one.id(), other.id()), new Pair(one.id(), other.id(), score, isJoined));
                    }
                }
            }
        }
        return pairs.values().stream()
                .sorted(Comparator.comparing(Pair::one).thenComparing(Pair::other))
                .toList();
    }

    static List<List<Report>> reports(Collection<ArticleReport> articles) {
        List<Report> reports = articles.stream().map(Report::new).sorted().toList();
        Frequencies frequencies = frequencies(reports);
        var likeness = new Likeness(frequencies);
        Map<Long, List<Report>> blocks = new TreeMap<>();
        for (Report report : reports) {
            Keys.lookups(report, frequencies)
                    .forEach(key -> blocks.computeIfAbsent(key, any -> new ArrayList<>())
                            .add(report));
        }
        var components = new Components();
        blocks.values()
                .forEach(block -> Links.of(block, likeness)
                        .forEach(link ->
                                components.link(link.one().node(), link.other().node())));
        Map<String, String> roots = new TreeMap<>();
        components.forEach(roots::put);
        Map<String, List<Report>> linked = new TreeMap<>();
        for (Report report : reports) {
            linked.computeIfAbsent(roots.getOrDefault(report.node(), report.node()), any -> new ArrayList<>())
                    .add(report);
        }
        return linked.values().stream()
                .flatMap(members -> Groups.of(members, likeness).stream())
                .toList();
    }

    static Frequencies frequencies(Collection<Report> reports) {
        var frequencies = new Frequencies();
        reports.forEach(report -> frequencies.add(Keys.all(report), report.partOfYear(), !report.isEarlier()));
        return frequencies;
    }
}
