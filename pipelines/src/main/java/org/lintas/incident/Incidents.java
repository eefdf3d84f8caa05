package org.lintas.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.record.ArticleReport;

/** Joins reports in memory, as {@link FindIncidents} does on workers: its plain reference, and what is measured. */
public final class Incidents {

    private Incidents() {}

    /** The ids of the articles of each incident; those of earlier corpora are left out that no new one tells of. */
    public static List<List<String>> of(Collection<ArticleReport> articles) {
        return groups(articles).stream()
                .map(group -> group.reports().stream().map(Report::id).toList())
                .toList();
    }

    /**
     * The rows of incidents whose articles are known, to measure what they say of them; their confidence is not worked out.
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
                .flatMap(group -> IncidentRows.of(new Groups.Group(group, 0, 0), likeness).stream())
                .toList();
    }

    /**
     * Two articles that were compared.
     *
     * @param features what was weighed of them, a value for each of {@link #features()}
     * @param probability that they are of one incident, by what both tell by themselves
     */
    public record Pair(String one, String other, List<Double> features, double probability) {}

    /** The names of what is weighed of two articles. */
    public static List<String> features() {
        return Stream.of(Feature.values()).map(Feature::name).toList();
    }

    /**
     * What is weighed of two articles, if they may be of one incident.
     *
     * @param counted articles among which it is asked what is rare
     */
    public static List<Optional<List<Double>>> features(
            Collection<ArticleReport> counted, List<Map.Entry<ArticleReport, ArticleReport>> pairs) {
        var likeness = new Likeness(
                frequencies(counted.stream().map(Report::new).sorted().toList()));
        return pairs.stream()
                .map(pair -> likeness.features(new Report(pair.getKey()), new Report(pair.getValue()))
                        .map(Incidents::list))
                .toList();
    }

    private static List<Double> list(Map<Feature, Double> values) {
        return Stream.of(Feature.values())
                .map(feature -> values.getOrDefault(feature, 0.0))
                .toList();
    }

    /**
     * Two articles that are linked, directly or through others.
     *
     * @param features what is weighed of them when the others are known, a value for each of {@link #collectiveFeatures()}
     */
    public record Linked(String one, String other, List<Double> features) {}

    /** The names of what is weighed of two linked articles when the others are known. */
    public static List<String> collectiveFeatures() {
        return CollectiveLikeness.FEATURES;
    }

    /**
     * What is weighed of linked articles when the others are known.
     *
     * @param trees what tells how likely two articles are of one incident, in place of the trees that are used: rows of a table as
     *     {@link org.lintas.incident.fact.RegressionTrees} reads them
     * @param articles of this run, none of earlier corpora
     * @param isWanted of which two articles it is asked, by their ids
     */
    public static List<Linked> collective(
            Collection<ArticleReport> articles, List<List<String>> trees, BiPredicate<String, String> isWanted) {
        List<Report> reports = articles.stream().map(Report::new).sorted().toList();
        Frequencies frequencies = frequencies(reports);
        var likeness = new Likeness(frequencies, new LinkModel(trees));
        List<Linked> pairs = new ArrayList<>();
        for (List<Report> linked : linked(reports, frequencies, likeness)) {
            var collective = new CollectiveLikeness(linked, likeness);
            for (int i = 0; i < linked.size(); i++) {
                for (int j = i + 1; j < linked.size(); j++) {
                    String one = linked.get(i).id();
                    String other = linked.get(j).id();
                    if (isWanted.test(one, other)) {
                        pairs.add(new Linked(
                                one,
                                other,
                                DoubleStream.of(collective.features(i, j))
                                        .boxed()
                                        .toList()));
                    }
                }
            }
        }
        return pairs;
    }

    /** The names of what is weighed of a value that articles of an incident tell. */
    public static List<String> valueFeatures() {
        return ToldValues.FEATURES;
    }

    /**
     * A value that articles of an incident tell.
     *
     * @param features what is weighed of it, a value for each of {@link #valueFeatures()}
     */
    public record WeighedValue(double value, List<Double> features) {}

    /**
     * The values that articles of an incident tell of a subject; none if they do not tell different ones.
     *
     * @param articles all of the incident, none of earlier corpora
     */
    public static List<WeighedValue> values(Collection<ArticleReport> articles, String subject, String unit) {
        List<Report> reports = articles.stream().map(Report::new).sorted().toList();
        return Figures.weighed(IncidentRows.telling(reports, Roles.of(reports)), subject, unit);
    }

    /** Pairs of articles that were compared and may be of one incident. */
    public static List<Pair> pairs(Collection<ArticleReport> articles) {
        List<Report> reports = articles.stream().map(Report::new).sorted().toList();
        Frequencies frequencies = frequencies(reports);
        var likeness = new Likeness(frequencies);
        Map<List<String>, Pair> pairs = new HashMap<>();
        for (List<Report> block : blocks(reports, frequencies)) {
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < block.size(); j++) {
                    Report one = block.get(i);
                    Report other = block.get(j);
                    pairs.computeIfAbsent(
                            List.of(one.id(), other.id()), ids -> pair(ids, likeness.features(one, other)));
                }
            }
        }
        return pairs.values().stream()
                .filter(pair -> !pair.features.isEmpty())
                .sorted(Comparator.comparing(Pair::one).thenComparing(Pair::other))
                .toList();
    }

    private static Pair pair(List<String> ids, Optional<Map<Feature, Double>> features) {
        return new Pair(
                ids.get(0),
                ids.get(1),
                features.map(Incidents::list).orElse(List.of()),
                features.map(LinkModel.fitted()::probability).orElse(0.0));
    }

    private static Collection<List<Report>> blocks(List<Report> reports, Frequencies frequencies) {
        Map<Long, List<Report>> blocks = new TreeMap<>();
        for (Report report : reports) {
            Keys.lookups(report, frequencies)
                    .forEach(key -> blocks.computeIfAbsent(key, any -> new ArrayList<>())
                            .add(report));
        }
        return blocks.values();
    }

    static List<Groups.Group> groups(Collection<ArticleReport> articles) {
        List<Report> reports = articles.stream().map(Report::new).sorted().toList();
        Frequencies frequencies = frequencies(reports);
        var likeness = new Likeness(frequencies);
        return linked(reports, frequencies, likeness).stream()
                .flatMap(members -> Groups.of(members, likeness).stream())
                .toList();
    }

    /** Reports that are linked, directly or through others; each that is not, alone. */
    private static Collection<List<Report>> linked(List<Report> reports, Frequencies frequencies, Likeness likeness) {
        var components = new Components();
        blocks(reports, frequencies)
                .forEach(block -> Links.of(block, likeness)
                        .forEach(link ->
                                components.link(link.one().node(), link.other().node(), link.probability())));
        Map<String, String> roots = new TreeMap<>();
        components.forEach(roots::put);
        Map<String, List<Report>> linked = new TreeMap<>();
        for (Report report : reports) {
            linked.computeIfAbsent(roots.getOrDefault(report.node(), report.node()), any -> new ArrayList<>())
                    .add(report);
        }
        return linked.values();
    }

    static Frequencies frequencies(Collection<Report> reports) {
        var counts = new KeyCounts();
        reports.forEach(
                report -> Frequencies.addTo(counts, Keys.all(report), report.partOfYear(), !report.isEarlier()));
        List<byte[]> blocks = new ArrayList<>();
        counts.forEachBlock(2, (range, block) -> blocks.add(block));
        return new Frequencies(blocks);
    }
}
