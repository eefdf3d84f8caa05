package org.lintas.incident;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What two reports say of whether they are of one incident, as a sum of log-likelihood ratios: what both tell counts for it as much as it is rare in
 * the corpus, what they tell differently counts against it (Fellegi and Sunter 1969, doi:10.1080/01621459.1969.10501049). How likely it is, is told
 * by {@link LinkModel}, since these depend on each other. For one thread.
 */
final class Likeness {

    /** What two reports have in common. */
    enum Kind {
        DAY,
        PLACE,
        FIGURE,
        NAME,
        NUMBER,
        CONCEPT,
        WORDS,
        MEANING,
        TOPIC,
        COUNTRY
    }

    /**
     * A key that both have.
     *
     * @param value as it is told
     * @param weight natural logarithm of how much more likely it is in two reports of one incident
     */
    record Shared(Kind kind, String value, double weight) {}

    /**
     * The result.
     *
     * @param score sum of all weights, those against it too
     * @param probability that they are of one incident, by pairs of real articles that were read
     * @param isContradicted whether what they tell, however much they have in common, cannot be of one
     * @param keys what both have, in any order
     */
    record Result(double score, double probability, boolean isContradicted, List<Shared> keys) {

        /** The keys, the weightiest first. */
        List<Shared> shared() {
            return keys.stream()
                    .sorted(Comparator.comparingDouble(Shared::weight)
                            .reversed()
                            .thenComparing(Shared::kind)
                            .thenComparing(Shared::value))
                    .toList();
        }
    }

    /** A pair whose score is so far below the logarithm of the number of reports is of two incidents. */
    private static final double FLOOR = 8;

    /** What few incidents of a place and a day have in common. */
    static final Set<Kind> TELLING = Set.of(Kind.FIGURE, Kind.NAME, Kind.NUMBER);

    private static final int DAYS_OF_MONTH = 31;

    /** Quantities of goods of one incident are told within this ratio, in most cases. */
    private static final double SAME_GOODS = 1.3;

    /** Shares of reports that have a key, before any was counted. */
    private static final double USUAL_PLACE = .01;

    static final double USUAL_TOWN = .002;

    static final double USUAL_NAME = .001;

    /** What the name of a group, a firm or a vessel counts, which is that of many incidents. */
    private static final double OF_MANY = 1.5;

    private static final double USUAL_TOPIC = .06;
    private static final double USUAL_COUNTRY = .08;
    private static final double USUAL_WORD = .01;

    /** Weights of words that are remembered. */
    private static final int REMEMBERED_BITS = 17;

    private final Frequencies frequencies;
    private final LinkModel model;
    private final DayLikeness days;
    private final FigureLikeness figures;
    private final ConceptLikeness concepts;

    /** Words whose weight was asked for, and their weights, by the hash of the word; a newer one takes the place of an older one. */
    private final int[] rememberedWords = new int[1 << REMEMBERED_BITS];

    private final double[] rememberedWeights = new double[1 << REMEMBERED_BITS];
    private final double weightOfOne;

    Likeness(Frequencies frequencies) {
        this(frequencies, LinkModel.fitted());
    }

    /**
     * Compares reports.
     *
     * @param model what tells how likely two are of one incident, in place of the one that is used
     */
    Likeness(Frequencies frequencies, LinkModel model) {
        this.model = model;
        this.frequencies = frequencies;
        this.weightOfOne = weight(1);
        this.days = new DayLikeness(frequencies);
        this.figures = new FigureLikeness(frequencies);
        this.concepts = new ConceptLikeness(frequencies);
    }

    Result of(Report a, Report b) {
        Comparison keys = compare(a, b);
        boolean isContradicted = contradict(a, b, keys);
        double probability = haveEnough(a, b, keys) && !isContradicted ? model.probability(features(a, b, keys)) : 0;
        return new Result(keys.score(), probability, isContradicted, keys.keys());
    }

    /** What is weighed of two reports; empty if they are of two incidents whatever else they tell. */
    Optional<Map<Feature, Double>> features(Report a, Report b) {
        Comparison keys = compare(a, b);
        return haveEnough(a, b, keys) && !contradict(a, b, keys) ? Optional.of(features(a, b, keys)) : Optional.empty();
    }

    private Map<Feature, Double> features(Report a, Report b, Comparison keys) {
        Map<Feature, Double> features = LinkFeatures.of(a, b, keys, frequencies);
        if (!a.isSameLanguage(b)) {
            features.put(Feature.ACROSS_WORDS, similarity(a, b));
        }
        return features;
    }

    /** Whether two reports have enough in common to be of one incident. */
    private boolean haveEnough(Report a, Report b, Comparison keys) {
        return keys.score() >= frequencies.size() - FLOOR && !isOfADayOnly(a, b, keys) && !isOfAPlaceOnly(a, b, keys);
    }

    private static boolean contradict(Report a, Report b, Comparison keys) {
        return DayLikeness.areFarApart(a, b) || areElsewhere(a, b) || areOtherGoodsElsewhere(a, b, keys);
    }

    /** Whether reports of different crimes in different months share no more than a place, or what crimes have in common. */
    private static boolean isOfAPlaceOnly(Report a, Report b, Comparison keys) {
        return DayLikeness.areApartByMore(a, b, DAYS_OF_MONTH)
                && a.isAboutCrime()
                && b.isAboutCrime()
                && Collections.disjoint(a.article().getTopics(), b.article().getTopics())
                && keys.keys().stream()
                        .noneMatch(key ->
                                TELLING.contains(key.kind()) || key.kind() == Kind.DAY || key.kind() == Kind.WORDS);
    }

    /** Whether texts of two languages name other places and share nothing but a day, topics and a country, and no rare concept. */
    private static boolean isOfADayOnly(Report a, Report b, Comparison keys) {
        return !a.isSameLanguage(b)
                && !a.places().isEmpty()
                && !b.places().isEmpty()
                && Collections.disjoint(a.places(), b.places())
                && keys.keys().stream()
                        .noneMatch(key -> TELLING.contains(key.kind())
                                || (key.kind() == Kind.CONCEPT && !Concepts.isCountry(key.value())));
    }

    /** Whether both tell the day and places of the event, and neither day nor any place is the same. */
    private static boolean areElsewhere(Report a, Report b) {
        return a.tellsDay()
                && b.tellsDay()
                && !a.day().equals(b.day())
                && !a.places().isEmpty()
                && !b.places().isEmpty()
                && Collections.disjoint(a.places(), b.places());
    }

    /** Whether both likely tell where the event was, and another place, and quantities of the same goods of which none is nearly the same. */
    private static boolean areOtherGoodsElsewhere(Report a, Report b, Comparison keys) {
        FigureLikeness.Compared figures = keys.figures();
        return figures.ratio() > SAME_GOODS
                && figures.same() + figures.near() == 0
                && LinkFeatures.isEventElsewhere(a, b);
    }

    ReportsOfDay reportsOfDay(Report a, Report b) {
        return ReportsOfDay.of(a, b, frequencies);
    }

    private Comparison compare(Report a, Report b) {
        var keys = new Comparison();
        days.compare(a, b, DayLikeness.sharedDay(a, b), keys);
        places(a, b, keys);
        figures.compare(a, b, keys);
        names(a, b, keys);
        numbers(a, b, keys);
        concepts.compare(a, b, keys);
        topics(a, b, keys);
        countries(a, b, keys);
        if (a.isSameLanguage(b)) {
            words(a, b, keys);
        }
        meaning(a, b, keys);
        return keys;
    }

    private void places(Report a, Report b, Comparison keys) {
        var shared = new ArrayList<Shared>();
        for (String place : a.places()) {
            int at = b.places().indexOf(place);
            if (at >= 0) {
                double prominence = Math.min(a.places().indexOf(place), 4) + Math.min(at, 4);
                shared.add(new Shared(
                        Kind.PLACE, place, frequencies.rarity(Keys.place(place), USUAL_PLACE) - .4 - .25 * prominence));
            }
        }
        boolean bothName = !a.places().isEmpty() && !b.places().isEmpty();
        keys.addBest(shared);
        if (shared.isEmpty() && bothName) {
            Set<String> common = new HashSet<>(a.placeCountries());
            common.retainAll(b.placeCountries());
            keys.add(Kind.PLACE, "", common.isEmpty() ? -3.5 : -2.5);
        }
    }

    private void names(Report a, Report b, Comparison keys) {
        var shared = new ArrayList<Shared>();
        for (String name : a.article().getNames()) {
            if (b.article().getNames().contains(name)) {
                double weight = frequencies.rarity(Keys.name(name), USUAL_NAME) - 1;
                boolean isOfMany = Report.isOfMany(name) || isLongRunning(Keys.name(name));
                shared.add(new Shared(Kind.NAME, name, isOfMany ? Math.min(OF_MANY, weight) : weight));
            }
        }
        keys.addBest(shared);
    }

    /**
     * Numbers that both openings have and that no figure shared tells: they are the same in every language. Of two that have many numbers some are
     * the same by chance.
     */
    private void numbers(Report a, Report b, Comparison keys) {
        var shared = new ArrayList<Shared>();
        double chance =
                StrictMath.log(Math.max(1, a.numbers().size() * b.numbers().size() / 4.0));
        for (int number : a.numbers()) {
            boolean isTold = keys.keys().stream()
                    .anyMatch(key -> key.kind() == Kind.FIGURE && key.value().contains(" " + number + " "));
            if (!isTold && b.numbers().contains(number)) {
                double weight = frequencies.rarity(Keys.number(number), usual(number)) - 1 - chance;
                shared.add(new Shared(Kind.NUMBER, Integer.toString(number), Math.max(0, weight)));
            }
        }
        keys.addBest(shared);
    }

    /** How usual a number is: small and round ones are told of many incidents. */
    private static double usual(int number) {
        int digits = number;
        int zeros = 0;
        while (digits % 10 == 0) {
            digits /= 10;
            zeros++;
        }
        return number < 100 ? .01 : digits < 10 && zeros > 1 ? .008 : digits < 100 && zeros > 1 ? .004 : .002;
    }

    /** Whether reports of many times of the year have a key: it is of an affair, a war or an office, not of one incident. */
    private boolean isLongRunning(long key) {
        return frequencies.parts(key) >= Frequencies.LONG_RUNNING;
    }

    private void topics(Report a, Report b, Comparison keys) {
        double best = 0;
        String topic = "";
        for (String one : a.article().getTopics()) {
            if (b.article().getTopics().contains(one)) {
                double weight = .6 * frequencies.rarity(Keys.topic(one), USUAL_TOPIC);
                topic = weight > best ? one : topic;
                best = Math.max(best, weight);
            }
        }
        if (best > 0) {
            keys.add(Kind.TOPIC, topic, Math.min(best, 2));
        } else {
            boolean mentions = a.article().getMentions().stream()
                            .anyMatch(b.article().getTopics()::contains)
                    || b.article().getMentions().stream().anyMatch(a.article().getTopics()::contains);
            // An article without a topic may tell of any.
            boolean isUnknown = !a.isAboutCrime() || !b.isAboutCrime();
            keys.add(Kind.TOPIC, "", mentions ? -.3 : isUnknown ? -.5 : -2);
        }
    }

    private void countries(Report a, Report b, Comparison keys) {
        double best = 0;
        String country = "";
        for (String one : a.countries()) {
            if (b.countries().contains(one)) {
                double weight = .5 * frequencies.rarity(Keys.country(one), USUAL_COUNTRY);
                country = weight > best ? one : country;
                best = Math.max(best, weight);
            }
        }
        if (best > 0) {
            keys.add(Kind.COUNTRY, country, Math.min(1.5, best));
        } else if (!a.countries().isEmpty() && !b.countries().isEmpty()) {
            keys.add(Kind.COUNTRY, "", -1.5);
        }
    }

    private void words(Report a, Report b, Comparison keys) {
        double similarity = similarity(a, b);
        double weight = Math.max(-1.5, Math.min(9, 22 * (similarity - .18)));
        keys.add(Kind.WORDS, hundredths(similarity), weight);
    }

    /** Share of the words that two openings have in common, each as much as it is rare. */
    double similarity(Report a, Report b) {
        double[] mine = a.wordWeights(this::weightOfWord, weightOfOne);
        double[] theirs = b.wordWeights(this::weightOfWord, weightOfOne);
        double both = 0;
        int i = 0;
        int j = 0;
        while (i < mine.length && j < theirs.length) {
            int order = Integer.compare(a.words()[i], b.words()[j]);
            both += order == 0 ? mine[i] : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        double one = a.wordsWeight();
        double other = b.wordsWeight();
        return one == 0 || other == 0 ? 0 : both / Math.sqrt(one * other);
    }

    /** More than zero: no word is in all of the reports that are counted and thought of. */
    private double weightOfWord(int word) {
        int at = (word * 0x9E3779B1) >>> (Integer.SIZE - REMEMBERED_BITS);
        if (rememberedWords[at] != word || rememberedWeights[at] == 0) {
            rememberedWords[at] = word;
            rememberedWeights[at] = weight(frequencies.count(KeyHash.word(word)));
        }
        return rememberedWeights[at];
    }

    /** What a word counts that so many reports have. */
    private double weight(int reports) {
        double rarity = frequencies.rarityOf(reports, USUAL_WORD);
        return rarity * rarity;
    }

    private static void meaning(Report a, Report b, Comparison keys) {
        double cosine = a.cosine(b, Meaning.OPENING);
        double weight = a.isSameLanguage(b)
                ? Math.max(-2, Math.min(1.8, 12 * (cosine - .3)))
                : Math.max(-1.5, Math.min(3, 18 * (cosine - .11)));
        keys.add(Kind.MEANING, hundredths(cosine), weight);
    }

    /** With two decimals. A formatter takes longer than all else that is done with a pair. */
    private static String hundredths(double value) {
        long rounded = Math.round(Math.abs(value) * 100);
        String sign = value < 0 && rounded > 0 ? "-" : "";
        return sign + rounded / 100 + "." + rounded % 100 / 10 + rounded % 10;
    }
}
