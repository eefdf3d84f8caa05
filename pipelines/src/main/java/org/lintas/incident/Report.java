package org.lintas.incident;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lintas.record.ArticleReport;
import org.lintas.record.PlaceMention;
import org.lintas.record.ReportedCount;

/** A report as it is compared: what it tells, in sets. Reports are in the order of their publication, those whose day is not known last. */
final class Report implements Comparable<Report> {

    private static final Comparator<Report> ORDER = Comparator.<Report>comparingLong(
                    report -> Optional.ofNullable(report.article.getPublishedAt())
                            .filter(time -> report.published().isPresent())
                            .map(Instant::toEpochMilli)
                            .orElse(Long.MAX_VALUE))
            .thenComparing(Report::id);

    /** Places, names and figures beyond these tell nothing more. */
    private static final int MAX_PLACES = 8;

    /** Whole numbers within these bounds are compared whatever they count. */
    private static final double MIN_NUMBER = 11;

    private static final double MAX_NUMBER = 1e9;

    /** How likely figures that tell of the whole event count all of it. */
    private static final double LIKELY = .5;

    private static final String MONEY = "money";

    /** Parts of people that reports of one event call differently, by how they are compared. */
    private static final Map<String, String> PARTS = Map.of("suspect", "arrested", "victim", "rescued");

    /** Between a place and a town in it: in no name. */
    private static final char TOWN = '\n';

    private static final char FIRST_OTHER_SCRIPT = '\u0250';

    private final ArticleReport article;
    private final int[] words;
    private final Map<Meaning, float[]> meanings = new EnumMap<>(Meaning.class);
    private double[] wordWeights;
    private double wordsWeight;
    private final List<String> places = new ArrayList<>();
    private final List<String> towns = new ArrayList<>();
    private final Set<String> placeCountries = new LinkedHashSet<>();
    private final Set<String> countries;
    private final List<ReportedCount> counts;
    private final Map<List<String>, List<ReportedCount>> wholes;
    private final Set<Integer> numbers;
    private final List<String> concepts;
    private double[] conceptRarities;

    Report(ArticleReport article) {
        this.article = article;
        this.words = new int[article.getWords().remaining() / Integer.BYTES];
        article.getWords().duplicate().asIntBuffer().get(words);
        for (PlaceMention place : article.getPlaces()) {
            placeCountries.add(place.getCountry());
            if (places.size() < MAX_PLACES) {
                places.add(place.getPlace());
                place.getTowns().forEach(town -> towns.add(place.getPlace() + TOWN + town));
            }
        }
        this.countries = new LinkedHashSet<>(article.getCountries());
        countries.addAll(placeCountries);
        this.counts = article.getCounts().stream()
                .filter(count -> !count.getIsAggregate())
                .toList();
        this.wholes = Stream.concat(counts.stream(), article.getTitleCounts().stream())
                .filter(count -> count.getIsOfEvent() && count.getWhole() >= LIKELY)
                .filter(count -> !count.getSubject().equals(MONEY))
                .collect(Collectors.groupingBy(
                        count -> List.of(PARTS.getOrDefault(count.getSubject(), count.getSubject()), count.getUnit())));
        this.concepts = Stream.concat(article.getTitleConcepts().stream(), article.getConcepts().stream())
                .toList();
        this.numbers = new LinkedHashSet<>(article.getNumbers());
        counts.stream()
                .map(ReportedCount::getLow)
                .filter(value -> value == Math.rint(value) && value >= MIN_NUMBER && value <= MAX_NUMBER)
                .forEach(value -> numbers.add(value.intValue()));
    }

    ArticleReport article() {
        return article;
    }

    String id() {
        return article.getArticleId();
    }

    /** Whether an earlier corpus has it in an incident. */
    boolean isEarlier() {
        return article.getIncident() != null;
    }

    /** What is linked: a new article by itself, an earlier one as its incident, which is not divided again. */
    String node() {
        return node(article);
    }

    /** The same of a report that is only passed on. */
    static String node(ArticleReport article) {
        return article.getIncident() == null ? article.getArticleId() : article.getIncident();
    }

    /** Numbers of the opening, in digits, that are no day, hour or year, and those of its figures, which words may tell. */
    Set<Integer> numbers() {
        return numbers;
    }

    /** Concepts, those of the headline first. */
    List<String> concepts() {
        return concepts;
    }

    /**
     * How rare each of its concepts is, in their order. Worked out once, since a report is compared with many.
     *
     * @param rarity of a concept; the same function each time
     */
    double[] conceptRarities(ToDoubleFunction<String> rarity) {
        if (conceptRarities == null) {
            conceptRarities = concepts.stream().mapToDouble(rarity).toArray();
        }
        return conceptRarities;
    }

    /** Distinct words of the opening, ascending. */
    int[] words() {
        return words;
    }

    /**
     * What each of its words counts, in their order. Worked out once, since a report is compared with many.
     *
     * @param weight what a word counts; the same function each time
     * @param ofOne what a word counts that no other report has, as far as was counted: it may be {@link #withSharedWords left out}
     */
    double[] wordWeights(IntToDoubleFunction weight, double ofOne) {
        if (wordWeights == null) {
            wordWeights = new double[words.length];
            int alone = article.getOtherWords();
            double shared = 0;
            for (int i = 0; i < words.length; i++) {
                wordWeights[i] = weight.applyAsDouble(words[i]);
                alone += wordWeights[i] == ofOne ? 1 : 0;
                shared += wordWeights[i] == ofOne ? 0 : wordWeights[i];
            }
            wordsWeight = shared + alone * ofOne;
        }
        return wordWeights;
    }

    /**
     * What is compared of the report: with the words only that others have, too. Where there are more shared keys than
     * {@link Frequencies} has room for, words of the rarest are left out as well.
     */
    ArticleReport withSharedWords(Frequencies frequencies) {
        var shared = ByteBuffer.allocate(words.length * Integer.BYTES);
        IntStream.of(words)
                .filter(word -> frequencies.count(KeyHash.word(word)) > 1)
                .forEach(shared::putInt);
        shared.flip();
        return ArticleReport.newBuilder(article)
                .setOtherWords(article.getOtherWords() + words.length - shared.remaining() / Integer.BYTES)
                .setWords(shared)
                .build();
    }

    /** What all its words count, once each was {@link #wordWeights weighed}. */
    double wordsWeight() {
        return wordsWeight;
    }

    /**
     * The cosine of the angle of what two reports mean, each less the mean of its language: 1 if they mean the same, 0 if they have nothing in common but
     * what all reports have, or one of them says nothing.
     */
    double cosine(Report other, Meaning part) {
        float[] mine = meaning(part);
        float[] theirs = other.meaning(part);
        double dot = 0;
        for (int i = 0; i < mine.length && i < theirs.length; i++) {
            dot += mine[i] * theirs[i];
        }
        return dot;
    }

    /** Worked out when it is asked for: many reports are only passed on. */
    private float[] meaning(Meaning part) {
        return meanings.computeIfAbsent(
                part, asked -> MeaningCentres.centred(article.getLanguage(), asked, asked.of(article)));
    }

    /** Places, the likeliest of its event first. */
    List<String> places() {
        return places;
    }

    /** Towns and other smaller places, behind the place that they are in, in the order of places. */
    List<String> towns() {
        return towns;
    }

    /** Whether a town is in a place. */
    static boolean isIn(String town, String place) {
        return town.length() > place.length() && town.charAt(place.length()) == TOWN && town.startsWith(place);
    }

    /** Countries that it names, and those of its places: the press of a country seldom names its own. */
    Set<String> countries() {
        return countries;
    }

    /** Countries of its places. */
    Set<String> placeCountries() {
        return placeCountries;
    }

    /** Figures that are no aggregates. */
    List<ReportedCount> counts() {
        return counts;
    }

    /** Figures but sums of money that likely count all of the event, those of the headline too, by what they count and its unit. */
    Map<List<String>, List<ReportedCount>> wholes() {
        return wholes;
    }

    /** Whether a name is the id of a group, a firm or a vessel; those of persons have spaces, or another script. */
    static boolean isOfMany(String name) {
        return name.indexOf(' ') < 0 && name.charAt(0) < FIRST_OTHER_SCRIPT;
    }

    /** The day of the event, told or of the publication. */
    OptionalInt day() {
        return article.getEventDay() == null ? OptionalInt.empty() : OptionalInt.of(article.getEventDay());
    }

    /** The day of the event without its year, or the first that is told if the year is unknown. */
    OptionalInt dayOfYear() {
        OptionalInt day = day();
        if (day.isEmpty()) {
            day = article.getDays().stream().mapToInt(Integer::intValue).findFirst();
        }
        return day.isEmpty() ? day : OptionalInt.of(Keys.withoutYear(day.getAsInt()));
    }

    /** The half of a month in which the event was, in any year: 0 to 23. */
    OptionalInt partOfYear() {
        OptionalInt day = dayOfYear();
        return day.isEmpty()
                ? day
                : OptionalInt.of(-day.getAsInt() / 100 * 2 - 2 + (-day.getAsInt() % 100 > 15 ? 1 : 0));
    }

    /** The part of people by which reports of one event may call those of another part; empty if there is none. */
    static Optional<String> otherPart(String part) {
        return PARTS.entrySet().stream()
                .filter(parts -> part.equals(parts.getKey()) || part.equals(parts.getValue()))
                .map(parts -> part.equals(parts.getKey()) ? parts.getValue() : parts.getKey())
                .findFirst();
    }

    boolean tellsDay() {
        return article.getEventPrecision().equals("told");
    }

    /** The outlet whose article it is. */
    Optional<String> outlet() {
        return article.getOutlets().stream().findFirst();
    }

    OptionalInt published() {
        return article.getPublishedDay() == null ? OptionalInt.empty() : OptionalInt.of(article.getPublishedDay());
    }

    /** The month of the event, and those in which the opening tells that something happened. */
    Set<Integer> months() {
        var months = new LinkedHashSet<Integer>();
        day().ifPresent(day -> months.add(ReportReader.month(YearMonth.from(LocalDate.ofEpochDay(day)))));
        months.addAll(article.getMonths());
        return months;
    }

    boolean isSameLanguage(Report other) {
        return article.getLanguage().equals(other.article.getLanguage());
    }

    /** Whether a topic is what it is about. */
    boolean isAboutCrime() {
        return !article.getTopics().isEmpty();
    }

    @Override
    public int compareTo(Report other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Report report && report.id().equals(id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }
}
