package org.lintas.incident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.incident.fact.FactModels;
import org.lintas.record.ArticleReport;
import org.lintas.record.PlaceMention;
import org.lintas.schemas.EventPrecision;
import org.lintas.schemas.Incident;
import org.lintas.schemas.IncidentArticle;
import org.lintas.schemas.IncidentFigure;
import org.lintas.schemas.IncidentKey;
import org.lintas.schemas.IncidentRole;
import org.lintas.text.Language;
import org.lintas.text.OutletCountry;

/** Makes the rows of an incident from its reports. */
final class IncidentRows {

    /** Reports are compared with so many neighbours in time to find the one that they are most like. */
    private static final int NEIGHBOURS = 60;

    /** By how many days an event may seem to be after its first report, as days begin at other hours elsewhere. */
    private static final int TIME_ZONES = 1;

    /** Reports whose probability is 0 are compared too. */
    private static final Comparator<Likeness.Result> BETTER =
            Comparator.comparingDouble(Likeness.Result::probability).thenComparingDouble(Likeness.Result::score);

    private record Closest(Report report, Likeness.Result result) {}

    /**
     * What reports tell.
     *
     * @param probability the highest that one of them gives it, 0 to 1
     */
    private record Likely<T>(T value, double probability) {}

    private final List<Report> reports;
    private final double confidence;
    private final Map<String, IncidentRole> roles;
    private final Likeness likeness;

    private IncidentRows(Groups.Group group, Likeness likeness) {
        this.reports = group.reports().stream().sorted().toList();
        this.confidence = group.confidence();
        this.roles = Roles.of(reports);
        this.likeness = likeness;
    }

    /**
     * The rows of an incident, under the id that an earlier corpus gave it; none if the articles that tell it, those that only mention it aside, are not
     * about a crime, or tell of no single incident.
     *
     * @param group all of its reports
     */
    static List<SpecificRecord> of(Groups.Group group, Likeness likeness) {
        return new IncidentRows(group, likeness).rows();
    }

    private List<SpecificRecord> rows() {
        List<Report> telling = telling(reports, roles);
        if (telling.stream()
                .noneMatch(report -> report.isAboutCrime()
                        && !report.article().getIsOverview()
                        && FactModels.isSingle(report.article().getSingle()))) {
            return List.of();
        }
        Report first = telling.get(0);
        String id = reports.stream()
                .filter(Report::isEarlier)
                .map(Report::node)
                .findFirst()
                .orElse(first.id());
        Map<String, Closest> closest = closest();
        List<SpecificRecord> rows = new ArrayList<>();
        rows.add(incident(id, first, telling, closest.values()));
        for (Report report : reports) {
            rows.add(article(id, report, closest.get(report.id())));
        }
        List<IncidentFigure> figures = Figures.of(id, telling);
        rows.addAll(figures);
        return rows;
    }

    /** The reports that do not only mention the incident. */
    static List<Report> telling(List<Report> reports, Map<String, IncidentRole> roles) {
        return reports.stream()
                .filter(report -> roles.get(report.id()) != IncidentRole.mention)
                .toList();
    }

    private Map<String, Closest> closest() {
        Map<String, Closest> closest = new HashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            for (int j = i + 1; j < Math.min(reports.size(), i + 1 + NEIGHBOURS); j++) {
                Likeness.Result result = likeness.of(reports.get(i), reports.get(j));
                better(closest, reports.get(i), new Closest(reports.get(j), result));
                better(closest, reports.get(j), new Closest(reports.get(i), result));
            }
        }
        return closest;
    }

    private static void better(Map<String, Closest> closest, Report report, Closest candidate) {
        closest.merge(
                report.id(), candidate, (one, other) -> BETTER.compare(other.result, one.result) > 0 ? other : one);
    }

    private Incident incident(String id, Report first, List<Report> telling, Collection<Closest> closest) {
        List<String> topics = telling.stream()
                .flatMap(report -> report.article().getTopics().stream())
                .toList();
        List<Report> reporting = telling.stream()
                .filter(report -> roles.get(report.id()) == IncidentRole.report)
                .toList();
        List<Report> sources = reporting.isEmpty() ? telling : reporting;
        int published = reports.stream()
                .map(Report::published)
                .flatMapToInt(OptionalInt::stream)
                .min()
                .orElse(Integer.MAX_VALUE - TIME_ZONES);
        // What is yet to come was not reported.
        List<Report> dated = sources.stream()
                .filter(report -> report.tellsDay() && report.day().orElseThrow() <= published + TIME_ZONES)
                .toList();
        Optional<Likely<OptionalInt>> told = most(dated, Report::day, ArticleReport::getEventLikely);
        OptionalInt day = told.map(Likely::value).orElse(first.published());
        Optional<Likely<PlaceMention>> likely = place(sources);
        Optional<PlaceMention> place = likely.map(Likely::value);
        return Incident.newBuilder()
                .setIncidentId(id)
                .setTopic(most(topics).orElseThrow())
                .setTopics(topics.stream().distinct().sorted().toList())
                .setEventDate(day.isPresent() ? LocalDate.ofEpochDay(day.getAsInt()) : null)
                .setEventPrecision(
                        told.isPresent()
                                ? EventPrecision.told
                                : day.isPresent() ? EventPrecision.published : EventPrecision.unknown)
                .setCountry(place.map(PlaceMention::getCountry)
                        .or(() -> most(sources.stream()
                                .flatMap(report ->
                                        report.article().getPlaces().stream().limit(1))
                                .map(PlaceMention::getCountry)
                                .toList()))
                        .or(() -> most(sources.stream()
                                .flatMap(report ->
                                        report.article().getCountries().stream().limit(2))
                                .toList()))
                        .or(() -> home(first.article()))
                        .orElse(null))
                .setPlace(place.map(PlaceMention::getPlace).orElse(null))
                .setPlaceKind(place.map(PlaceMention::getKind).orElse(null))
                .setTitle(first.article().getTitle())
                .setFirstReportedAt(
                        first.published().isPresent() ? first.article().getPublishedAt() : null)
                .setFirstOutlet(
                        first.article().getOutlets().stream().findFirst().orElse(null))
                .setFirstLanguage(first.article().getLanguage())
                .setLanguages(
                        distinct(telling, report -> Stream.of(report.article().getLanguage())))
                .setOutlets(distinct(telling, report -> report.article().getOutlets().stream()))
                .setCountries(countries(telling))
                .setArticles(telling.size())
                .setConfidence(rounded(confidence))
                .setMergeReasons(reasons(closest))
                .setTown(place.flatMap(at -> town(sources, at)).orElse(null))
                .setEventConfidence(told.map(at -> rounded(at.probability)).orElse(null))
                .setPlaceConfidence(likely.map(at -> rounded(at.probability)).orElse(null))
                .build();
    }

    /** The country of the press that an article is of: crimes at home are told without its name. Chinese is written in several. */
    private static Optional<String> home(ArticleReport article) {
        return article.getOutlets().stream()
                .findFirst()
                .flatMap(outlet -> OutletCountry.of(null, outlet))
                .or(() -> Language.of(article.getLanguage())
                        .filter(language -> language != Language.CHINESE)
                        .flatMap(Language::home));
    }

    private static List<String> countries(List<Report> telling) {
        Map<String, Integer> counts = new TreeMap<>();
        telling.forEach(
                report -> Stream.concat(report.article().getCountries().stream(), report.placeCountries().stream())
                        .distinct()
                        .forEach(country -> counts.merge(country, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(country -> 2 * country.getValue() >= telling.size())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> distinct(List<Report> reports, Function<Report, Stream<String>> values) {
        return reports.stream().flatMap(values).distinct().sorted().toList();
    }

    /** The value that occurs most often; of equals the one that comes first. */
    private static <T> Optional<T> most(List<T> values) {
        Map<T, Integer> counts = new HashMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return values.stream()
                .max(Comparator.<T>comparingInt(counts::get)
                        .thenComparing(
                                Comparator.<T>comparingInt(values::indexOf).reversed()));
    }

    /**
     * What most of some reports tell; of equals what one of them tells with the highest probability, then what comes first.
     *
     * @param likely how likely what a report tells is right
     */
    private static <T> Optional<Likely<T>> most(
            List<Report> reports, Function<Report, T> told, ToDoubleFunction<ArticleReport> likely) {
        Map<T, Integer> counts = new LinkedHashMap<>();
        Map<T, Double> highest = new HashMap<>();
        for (Report report : reports) {
            counts.merge(told.apply(report), 1, Integer::sum);
            highest.merge(told.apply(report), likely.applyAsDouble(report.article()), Math::max);
        }
        Comparator<T> better = Comparator.<T>comparingInt(counts::get).thenComparingDouble(highest::get);
        return counts.keySet().stream()
                .reduce((one, other) -> better.compare(other, one) > 0 ? other : one)
                .map(value -> new Likely<>(value, highest.get(value)));
    }

    private static List<Report> placed(List<Report> reports) {
        return reports.stream().filter(report -> report.article().getIsPlaced()).toList();
    }

    /** The place that is likeliest in most reports. */
    private static Optional<Likely<PlaceMention>> place(List<Report> reports) {
        return most(placed(reports), report -> report.places().get(0), ArticleReport::getPlaceLikely)
                .flatMap(likely -> reports.stream()
                        .flatMap(report -> report.article().getPlaces().stream())
                        .filter(place -> place.getPlace().equals(likely.value))
                        .findFirst()
                        .map(place -> new Likely<>(place, likely.probability)));
    }

    /** The town that most of the reports tell that are likeliest of a place and name exactly one town there; of equals that of the first. */
    private static Optional<String> town(List<Report> reports, PlaceMention place) {
        return most(placed(reports).stream()
                .map(report -> report.article().getPlaces().get(0))
                .filter(named -> named.getPlace().equals(place.getPlace()))
                .filter(named -> named.getTowns().size() == 1)
                .map(named -> named.getTowns().get(0))
                .toList());
    }

    private static List<String> reasons(Collection<Closest> closest) {
        Map<String, Integer> counts = new TreeMap<>();
        closest.forEach(other -> other.result.shared().stream()
                .map(key -> name(key.kind()))
                .distinct()
                .forEach(kind -> counts.merge(kind, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private IncidentArticle article(String incident, Report report, Closest closest) {
        return IncidentArticle.newBuilder()
                .setIncidentId(incident)
                .setArticleId(report.id())
                .setLanguage(report.article().getLanguage())
                .setRole(roles.get(report.id()))
                .setOutlet(report.article().getOutlets().stream().findFirst().orElse(null))
                .setPublishedAt(report.article().getPublishedAt())
                .setJoinedTo(closest == null ? null : closest.report.id())
                .setScore(closest == null ? null : rounded(closest.result.score()))
                .setKeys(
                        closest == null
                                ? List.of()
                                : closest.result.shared().stream()
                                        .map(key ->
                                                new IncidentKey(name(key.kind()), key.value(), rounded(key.weight())))
                                        .toList())
                .build();
    }

    private static String name(Likeness.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** With two decimals. */
    static double rounded(double value) {
        return Math.round(value * 100) / 100d;
    }
}
