package org.lintas.incident;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lintas.record.ReportedCount;

/** The keys of a report: by those of the first kind it is weighed, by those of the second it is looked up. */
final class Keys {

    /** Two reports of one incident tell the same figure within so many days. */
    private static final int WINDOW = 14;

    /** Places by which a report is looked up. */
    private static final int PLACES = 4;

    private static final int DAYS = 4;
    private static final int COUNTRIES = 3;
    private static final int FIGURES = 6;
    private static final int NAMES = 6;
    private static final int WORDS = 8;
    private static final int CONCEPTS = 6;
    private static final int CONCEPT_KEYS = 8;
    private static final int CONCEPT_COUNTRIES = 2;
    private static final int CONCEPT_PLACES = 2;
    private static final int WEEK = 7;

    /** Reports beyond which a key does not tell them apart. */
    private static final int MAX_REPORTS = 80;

    /** The same for a word, and for a concept at a place or in a week. */
    private static final int MAX_RARE_REPORTS = 25;

    private Keys() {}

    static long place(String place) {
        return KeyHash.of("place", place);
    }

    static long name(String name) {
        return KeyHash.of("name", name);
    }

    static long topic(String topic) {
        return KeyHash.of("topic", topic);
    }

    static long country(String country) {
        return KeyHash.of("country", country);
    }

    static long figure(ReportedCount count) {
        return KeyHash.of("figure", count.getSubject(), count.getUnit(), count.getLow());
    }

    static long number(int number) {
        return KeyHash.of("number", number);
    }

    /** What one outlet publishes in a day, and all that it publishes. */
    static List<Long> outlet(String outlet, int day) {
        return List.of(KeyHash.of("outlet and day", outlet, day), KeyHash.of("outlet", outlet));
    }

    static long concept(String concept) {
        return KeyHash.of("concept", concept);
    }

    static long month(int month) {
        return KeyHash.of("month", month);
    }

    /** A day of the calendar, or a day and month without a year. */
    static long day(int day) {
        return KeyHash.of("day", day);
    }

    /** All keys whose rarity counts, and those by which it may be looked up. */
    static Set<Long> all(Report report) {
        var keys = new LinkedHashSet<Long>();
        report.places().forEach(place -> keys.add(place(place)));
        report.towns().forEach(town -> keys.add(place(town)));
        report.article().getNames().forEach(name -> keys.add(name(name)));
        report.article().getTopics().forEach(topic -> keys.add(topic(topic)));
        report.countries().forEach(country -> keys.add(country(country)));
        report.counts().forEach(count -> keys.add(figure(count)));
        report.numbers().forEach(number -> keys.add(number(number)));
        report.concepts().forEach(concept -> keys.add(concept(concept)));
        days(report).forEach(day -> keys.add(day(day)));
        report.months().forEach(month -> keys.add(month(month)));
        for (int word : report.words()) {
            keys.add(KeyHash.word(word));
        }
        report.outlet()
                .filter(outlet -> report.published().isPresent())
                .ifPresent(
                        outlet -> keys.addAll(outlet(outlet, report.published().getAsInt())));
        keys.addAll(lookups(report));
        keys.addAll(conceptLookups(report));
        return keys;
    }

    /** What reports of a country have that are of a day or of the day before it. */
    static long countryAndDay(String country, int day) {
        return KeyHash.of("country and day", country, day);
    }

    /** Countries of a report that are keys, together with a day. */
    static List<String> countriesOfDay(Report report) {
        return report.countries().stream().limit(COUNTRIES).toList();
    }

    /** Days of the event: those told; each with a year also without it. */
    static Set<Integer> days(Report report) {
        var days = new LinkedHashSet<Integer>();
        report.day().ifPresent(days::add);
        days.addAll(report.article().getDays());
        return days;
    }

    static int withoutYear(int day) {
        return day < 0 ? day : ReportReader.withoutYear(MonthDay.from(LocalDate.ofEpochDay(day)));
    }

    /** The keys by which a report meets others, with no regard to how many have them, but for concepts and words. */
    private static Set<Long> lookups(Report report) {
        var keys = new LinkedHashSet<Long>();
        List<Integer> days = days(report).stream().limit(DAYS).toList();
        for (String place : Stream.concat(
                        report.places().stream().limit(PLACES),
                        report.towns().stream().limit(PLACES))
                .toList()) {
            days.forEach(day -> keys.add(KeyHash.of("place and day", place, day)));
            report.day().ifPresent(day -> keys.add(KeyHash.of("place and day", place, day + 1)));
            report.day().ifPresent(day -> keys.add(KeyHash.of("place and day", place, day - 1)));
            days.forEach(day -> keys.add(KeyHash.of("place and month day", place, withoutYear(day))));
            report.months().forEach(month -> keys.add(KeyHash.of("place and month", place, month)));
        }
        List<String> topics = report.article().getTopics();
        for (String country : countriesOfDay(report)) {
            report.day().ifPresent(day -> {
                for (int near = day; near <= day + 1; near++) {
                    keys.add(countryAndDay(country, near));
                    for (String topic : topics) {
                        keys.add(KeyHash.of("country, topic and day", country, topic, near));
                    }
                }
            });
        }
        for (String topic : topics) {
            report.months().forEach(month -> keys.add(KeyHash.of("topic and month", topic, month)));
            report.numbers().forEach(number -> keys.add(KeyHash.of("topic and number", topic, number)));
        }
        for (ReportedCount count : report.counts().stream().limit(FIGURES).toList()) {
            if (report.day().isPresent()) {
                int window = Math.floorDiv(report.day().getAsInt(), WINDOW);
                keys.add(KeyHash.of("figure and time", figure(count), window));
                keys.add(KeyHash.of("figure and time", figure(count), window + 1));
            }
            keys.add(KeyHash.of("figure", figure(count)));
        }
        for (int number : report.numbers()) {
            report.day().ifPresent(day -> {
                keys.add(KeyHash.of("number and time", number, Math.floorDiv(day, WINDOW)));
                keys.add(KeyHash.of("number and time", number, Math.floorDiv(day, WINDOW) + 1));
            });
        }
        report.article().getNames().stream().limit(NAMES).forEach(name -> keys.add(KeyHash.of("name", name(name))));
        return keys;
    }

    /** Each of the first concepts in a country and a week, and at a place. */
    private static Set<Long> conceptLookups(Report report) {
        var keys = new LinkedHashSet<Long>();
        for (String concept : report.concepts().stream().limit(CONCEPTS).toList()) {
            report.day().ifPresent(day -> {
                int week = Math.floorDiv(day, WEEK);
                for (String country :
                        report.countries().stream().limit(CONCEPT_COUNTRIES).toList()) {
                    keys.add(KeyHash.of("concept, country and week", concept, country, week));
                    keys.add(KeyHash.of("concept, country and week", concept, country, week + 1));
                }
            });
            report.places().stream()
                    .limit(CONCEPT_PLACES)
                    .forEach(place -> keys.add(KeyHash.of("concept and place", concept, place)));
        }
        return keys;
    }

    /**
     * The keys by which a report is looked up, those that most have first: keys that some others have, and not many, the rarest of concepts and of
     * words; those of an earlier report that a new one has.
     */
    static List<Long> lookups(Report report, Frequencies frequencies) {
        var keys = new LinkedHashSet<Long>();
        for (long key : lookups(report)) {
            if (isLookedUp(report, key, frequencies, MAX_REPORTS)) {
                keys.add(key);
            }
        }
        keys.addAll(rarest(report, conceptLookups(report), frequencies, CONCEPT_KEYS));
        keys.addAll(rarest(
                report, IntStream.of(report.words()).mapToObj(KeyHash::word).toList(), frequencies, WORDS));
        return keys.stream()
                .sorted(Comparator.<Long>comparingInt(frequencies::count)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static List<Long> rarest(Report report, Collection<Long> keys, Frequencies frequencies, int most) {
        return keys.stream()
                .filter(key -> isLookedUp(report, key, frequencies, MAX_RARE_REPORTS))
                .sorted(Comparator.<Long>comparingInt(frequencies::count).thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    private static boolean isLookedUp(Report report, long key, Frequencies frequencies, int most) {
        int count = frequencies.count(key);
        return count > 1 && count <= most && (!report.isEarlier() || frequencies.isNew(key));
    }
}
