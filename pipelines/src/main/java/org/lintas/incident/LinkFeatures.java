package org.lintas.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.lintas.incident.Likeness.Kind;

/** The features of two reports, of what they tell and of the weights of what they share. */
final class LinkFeatures {

    /** Reports of one incident are published within so many days, unless they follow it up. */
    private static final int REPORT_DAYS = 21;

    /** Event days that are further apart are of two incidents, in most cases. */
    private static final int MAX_APART = 3;

    /** A key that counts so much speaks for one incident in full. */
    private static final double KEY = 2.5;

    private static final int INDEPENDENT = 2;
    private static final int MAX_PARTS = 10;
    private static final int MAX_NAMES = 3;
    private static final String CORRUPTION = "corruption";

    private final Report a;
    private final Report b;
    private final Comparison keys;
    private final Frequencies frequencies;
    private final Map<Feature, Double> values = new EnumMap<>(Feature.class);

    private LinkFeatures(Report a, Report b, Comparison keys, Frequencies frequencies) {
        this.a = a;
        this.b = b;
        this.keys = keys;
        this.frequencies = frequencies;
    }

    /**
     * The value of each feature; one that is left out is 0.
     *
     * @param keys what was compared of them
     */
    static Map<Feature, Double> of(Report a, Report b, Comparison keys, Frequencies frequencies) {
        var features = new LinkFeatures(a, b, keys, frequencies);
        features.weights();
        features.places();
        features.eventPlaces();
        features.towns();
        features.days();
        features.names();
        features.figures();
        features.concepts();
        features.topics();
        features.outlets();
        features.kinds();
        return features.values;
    }

    private void set(Feature feature, double value) {
        values.put(feature, value);
    }

    private void flag(Feature feature, boolean value) {
        set(feature, value ? 1 : 0);
    }

    private void weights() {
        for (Kind kind : Kind.values()) {
            set(Feature.valueOf(kind.name()), keys.signed(kind));
        }
        set(Feature.MEANING, a.cosine(b, Meaning.OPENING));
        set(Feature.TITLE_MEANING, a.cosine(b, Meaning.TITLE));
        set(Feature.BEGINNING_MEANING, a.cosine(b, Meaning.BEGINNING));
        boolean isWithin = a.isSameLanguage(b);
        flag(Feature.WITHIN, isWithin);
        if (!isWithin) {
            set(Feature.ACROSS_DAY, keys.signed(Kind.DAY));
            set(Feature.ACROSS_PLACE, keys.signed(Kind.PLACE));
            set(Feature.ACROSS_FIGURE, keys.signed(Kind.FIGURE));
            set(Feature.ACROSS_NAME, keys.signed(Kind.NAME));
        }
    }

    private void places() {
        flag(Feature.FIRST_PLACE, isFirstSame(a.places(), b.places()));
        flag(Feature.PLACES_UNKNOWN, a.places().isEmpty() || b.places().isEmpty());
        flag(
                Feature.FIRST_COUNTRY,
                isFirstSame(a.article().getCountries(), b.article().getCountries()));
    }

    /** What both tell of where the event was, if they likely tell it. */
    private void eventPlaces() {
        flag(Feature.EVENT_PLACE_SAME, areEventsPlaced(a, b) && isFirstSame(a.places(), b.places()));
        flag(Feature.EVENT_PLACE_DIFFERS, isEventElsewhere(a, b));
    }

    private static boolean areEventsPlaced(Report a, Report b) {
        return a.article().getIsPlaced()
                && b.article().getIsPlaced()
                && !a.places().isEmpty()
                && !b.places().isEmpty();
    }

    /** Whether both likely tell where the event was, and neither names the place of the other. */
    static boolean isEventElsewhere(Report a, Report b) {
        return areEventsPlaced(a, b)
                && !b.places().contains(a.places().get(0))
                && !a.places().contains(b.places().get(0));
    }

    private void towns() {
        double rarest = 0;
        for (String town : a.towns()) {
            if (b.towns().contains(town)) {
                rarest = Math.max(rarest, frequencies.rarity(Keys.place(town), Likeness.USUAL_TOWN));
            }
        }
        set(Feature.SAME_TOWN, rarest);
        boolean isInOnePlace = a.places().stream().anyMatch(place -> namesTownsIn(a, place) && namesTownsIn(b, place));
        flag(Feature.OTHER_TOWN, rarest == 0 && isInOnePlace);
        flag(
                Feature.FIRST_TOWN_DIFFERS,
                isFirstTownInFirstPlace(a)
                        && isFirstTownInFirstPlace(b)
                        && isFirstSame(a.places(), b.places())
                        && !b.towns().contains(a.towns().get(0))
                        && !a.towns().contains(b.towns().get(0)));
    }

    private static boolean isFirstTownInFirstPlace(Report report) {
        return !report.towns().isEmpty()
                && Report.isIn(report.towns().get(0), report.places().get(0));
    }

    private static boolean namesTownsIn(Report report, String place) {
        return report.towns().stream().anyMatch(town -> Report.isIn(town, place));
    }

    private void days() {
        OptionalInt published = apart(a.published(), b.published());
        set(Feature.PUBLISHED_APART, StrictMath.log1p(published.orElse(0)));
        flag(Feature.PUBLISHED_LATE, published.orElse(0) > REPORT_DAYS);
        flag(Feature.PUBLISHED_UNKNOWN, published.isEmpty());
        OptionalInt event = apart(a.day(), b.day());
        set(Feature.EVENT_APART, StrictMath.log1p(event.orElse(0)));
        flag(Feature.EVENT_SAME_DAY, event.orElse(1) == 0);
        flag(Feature.DAYS_DIFFER, a.tellsDay() && b.tellsDay() && event.orElse(0) > MAX_APART);
        set(Feature.SEASON_APART, StrictMath.log1p(DayLikeness.daysOfYearApart(a, b)));
        flag(Feature.UNDATED_APART, DayLikeness.areApart(a, b));
        int told = DayLikeness.sharedDay(a, b);
        flag(Feature.DAY_OF_BOTH, DayLikeness.isOfBoth(a, b, told));
        set(
                Feature.DAY_TOLD_LATE,
                told == DayLikeness.NONE
                        ? 0
                        : StrictMath.log1p(DayLikeness.before(a, told) + DayLikeness.before(b, told)));
        set(Feature.DAYS_SHARE, share(a.article().getDays(), b.article().getDays()));
    }

    private static OptionalInt apart(OptionalInt one, OptionalInt other) {
        return one.isPresent() && other.isPresent()
                ? OptionalInt.of(Math.abs(one.getAsInt() - other.getAsInt()))
                : OptionalInt.empty();
    }

    private void names() {
        List<String> mine = a.article().getNames();
        List<String> theirs = b.article().getNames();
        double rarest = 0;
        int affair = 0;
        int most = 0;
        boolean isFirst = false;
        boolean isSame = false;
        for (int i = 0; i < mine.size(); i++) {
            int at = theirs.indexOf(mine.get(i));
            if (at < 0) {
                continue;
            }
            long key = Keys.name(mine.get(i));
            int parts = frequencies.parts(key);
            isSame = true;
            isFirst |= i + at <= 1;
            most = Math.max(most, parts);
            if (parts >= Frequencies.LONG_RUNNING) {
                affair++;
            } else if (!Report.isOfMany(mine.get(i))) {
                rarest = Math.max(rarest, frequencies.rarity(key, Likeness.USUAL_NAME));
            }
        }
        set(Feature.OWN_NAME, rarest);
        set(Feature.AFFAIR_NAMES, Math.min(MAX_NAMES, affair));
        set(Feature.NAME_PARTS, Math.min(MAX_PARTS, most));
        flag(Feature.FIRST_NAME, isFirst);
        flag(Feature.NAMES_DIFFER, !isSame && !mine.isEmpty() && !theirs.isEmpty());
    }

    private void figures() {
        FigureLikeness.Compared compared = keys.figures();
        int fewer = Math.min(a.counts().size(), b.counts().size());
        set(Feature.FIGURES_SHARE, (double) compared.same() / Math.max(1, fewer));
        flag(Feature.FIGURES_DIFFER, fewer > 0 && compared.same() + compared.near() == 0);
        set(Feature.GOODS_DIFFER, Math.min(3, StrictMath.log(compared.ratio())));
        set(Feature.PEOPLE_DIFFER, StrictMath.log1p(compared.people()));
        set(Feature.WHOLE_SAME, compared.wholes().same());
        set(
                Feature.WHOLE_GOODS_DIFFER,
                Math.min(3, StrictMath.log(compared.wholes().ratio())));
        set(Feature.WHOLE_PEOPLE_DIFFER, compared.wholes().people());
        set(Feature.NUMBERS_SHARE, share(a.numbers(), b.numbers()));
    }

    private void concepts() {
        ConceptLikeness.Compared compared = keys.concepts();
        set(Feature.CONCEPTS_SHARE, compared.cosine());
        set(Feature.ACROSS_CONCEPTS, a.isSameLanguage(b) ? 0 : compared.cosine());
        set(Feature.TITLE_CONCEPT, compared.inTitles());
        set(Feature.SAME_GOODS, compared.rarest().getOrDefault("goods", 0.0));
        set(Feature.SAME_SITE, compared.rarest().getOrDefault("site", 0.0));
        set(Feature.SAME_PEOPLE, compared.rarest().getOrDefault("people", 0.0));
        set(Feature.SAME_NATION, compared.rarest().getOrDefault("country", 0.0));
        flag(Feature.OTHER_NATION, compared.differing().contains("country"));
        flag(Feature.OTHER_GOODS, compared.differing().contains("goods"));
        flag(Feature.OTHER_SITE, compared.differing().contains("site"));
    }

    private void topics() {
        flag(
                Feature.FIRST_TOPIC,
                isFirstSame(a.article().getTopics(), b.article().getTopics()));
        set(
                Feature.TOPICS_UNKNOWN,
                count(a.article().getTopics().isEmpty(), b.article().getTopics().isEmpty()));
        set(Feature.CORRUPTION, count(isCorruption(a), isCorruption(b)) / 2.0);
        set(Feature.STATEMENTS, count(a.article().getIsStatement(), b.article().getIsStatement()));
        set(Feature.OVERVIEWS, count(a.article().getIsOverview(), b.article().getIsOverview()));
        set(Feature.SINGLE, Math.min(a.article().getSingle(), b.article().getSingle()));
        int followUps = count(a.article().getIsFollowUp(), b.article().getIsFollowUp());
        flag(Feature.FOLLOW_UP_ONE, followUps == 1);
        flag(Feature.FOLLOW_UP_BOTH, followUps == 2);
    }

    private static boolean isCorruption(Report report) {
        List<String> topics = report.article().getTopics();
        return !topics.isEmpty() && topics.get(0).equals(CORRUPTION);
    }

    private void outlets() {
        boolean isSame = a.outlet().isPresent() && a.outlet().equals(b.outlet());
        flag(Feature.SAME_OUTLET, isSame);
        flag(
                Feature.SAME_OUTLET_AND_DAY,
                isSame && apart(a.published(), b.published()).orElse(1) == 0);
    }

    private void kinds() {
        double day = values.get(Feature.DAY_OF_BOTH) * keys.weight(Kind.DAY);
        double figure = Math.max(keys.weight(Kind.FIGURE), keys.weight(Kind.NUMBER));
        double kinds = 0;
        for (double weight :
                new double[] {day, figure, keys.weight(Kind.PLACE), keys.weight(Kind.NAME), keys.weight(Kind.WORDS)}) {
            kinds += Math.min(1, weight / KEY);
        }
        set(Feature.KINDS, kinds);
        set(Feature.MANY_KINDS, Math.max(0, kinds - INDEPENDENT));
    }

    private static <T> boolean isFirstSame(List<T> one, List<T> other) {
        return !one.isEmpty() && !other.isEmpty() && one.get(0).equals(other.get(0));
    }

    private static int count(boolean one, boolean other) {
        return (one ? 1 : 0) + (other ? 1 : 0);
    }

    /** How many values both have, as a share of those of the one that has fewer. */
    private static <T> double share(Collection<T> one, Collection<T> other) {
        var both = new ArrayList<>(one);
        both.retainAll(other);
        return (double) both.size() / Math.max(1, Math.min(one.size(), other.size()));
    }
}
