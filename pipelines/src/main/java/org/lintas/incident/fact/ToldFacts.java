package org.lintas.incident.fact;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lintas.extract.dates.EventDays;
import org.lintas.incident.fact.FactFeatures.Sides;
import org.lintas.record.FigureMention;
import org.lintas.record.PlaceMention;
import org.lintas.text.Language;
import org.lintas.text.Script;
import org.lintas.topic.passage.TokenVectors;

/**
 * Makes the features of each day, place and figure that an article tells, and of the article itself. For use by one thread.
 */
public final class ToldFacts {

    /** What stands before and behind something, in UTF-16 units. */
    private static final int BEFORE = 60;

    private static final int BEHIND = 90;

    /** What stands nearby and further away: the sentence, and mostly the next one. */
    private static final int FAR = 300;

    /** What is read of a text to tell what the article does. */
    private static final int OPENING = 900;

    /** A Chinese character says as much as so many letters. */
    private static final double CHINESE = 2.5;

    /** Ranks, counts and positions beyond these are alike. */
    private static final int MOST = 5;

    private static final int POSITION = 200;
    private static final int LAST_POSITION = 8;

    /** The place of a date line, before its date: "KUALA LUMPUR, 3 Okt. – ". */
    private static final Pattern DATE_LINE =
            Pattern.compile("[(\uFF08\u3010]?(?:(?:\\p{Lu}[\\p{L}.'\u2019-]*,?\\s+){1,4}|\\p{IsHan}{1,8})");

    /** What ends a date line, within so few characters. */
    private static final Pattern DATE_LINE_END =
            Pattern.compile("\\G.{0,24}?(?:\\s[-\u2013\u2014]{1,2}\\s|[\u8BAF\u8A0A])");

    private static final int LONGEST_DATE_LINE = 60;

    /** Days before the publication up to which days are alike. */
    private static final int[] AGES = {0, 1, 3, 7, 14, 60};

    /**
     * A figure of a text.
     *
     * @param rank how many figures stand before it
     * @param count how many there are
     * @param start its first UTF-16 unit
     * @param end the unit after its last
     */
    public record Figure(FigureMention mention, int rank, int count, int start, int end) {}

    private final TokenVectors vectors;
    private final Language language;
    private final String title;
    private final String text;
    private final Optional<LocalDate> published;
    private final double dense;

    /**
     * What an article tells.
     *
     * @param vectors not in use by another thread
     */
    public ToldFacts(
            TokenVectors vectors, Language language, String title, String text, Optional<LocalDate> published) {
        this.vectors = vectors;
        this.language = language;
        this.title = title;
        this.text = text;
        this.published = published;
        this.dense = language.script() == Script.HAN ? CHINESE : 1;
    }

    /** The features of its days, in their order. */
    public List<FactFeatures> days(List<EventDays.Told> days) {
        List<FactFeatures> features = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            EventDays.Told day = days.get(i);
            List<String> signs = signs(i, days.size(), day.start());
            signs.add(age(day));
            if (day.isBound()) {
                signs.add("bound");
            }
            if (isOfDateLine(day.start())) {
                signs.add(days.size() == 1 ? "date line" : "date line, and others");
            }
            boolean startsWithDigit = Character.isDigit(text.charAt(day.start()));
            signs.add(startsWithDigit ? "figures" : "word");
            signs.add("told "
                    + Math.min(
                            MOST,
                            days.stream()
                                    .filter(other -> other.day().equals(day.day()))
                                    .count()));
            features.add(features(signs, day.start(), day.start()));
        }
        return features;
    }

    /** Whether a day that starts there, in UTF-16 units, is that of a date line, in which a report was written. */
    public boolean isOfDateLine(int start) {
        return start < LONGEST_DATE_LINE
                && DATE_LINE.matcher(text).region(0, start).matches()
                && DATE_LINE_END
                        .matcher(text.substring(0, Math.min(text.length(), start + LONGEST_DATE_LINE)))
                        .find(start);
    }

    private String age(EventDays.Told day) {
        if (day.date().isEmpty()) {
            return "no year";
        }
        if (published.isEmpty()) {
            return "year";
        }
        long age = ChronoUnit.DAYS.between(day.date().get(), published.get());
        for (int most : AGES) {
            if (age <= most) {
                return age < 0 ? "later" : "age " + most;
            }
        }
        return "old";
    }

    /**
     * The features of its places, in the order in which it names them.
     *
     * @param starts where each is named first, in UTF-16 units; -1 if only the headline does
     */
    public List<FactFeatures> places(List<PlaceMention> places, List<Integer> starts) {
        List<FactFeatures> features = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            PlaceMention place = places.get(i);
            List<String> signs = signs(i, places.size(), starts.get(i));
            signs.add(place.getKind());
            signs.add("named " + Math.min(MOST, place.getMentions()));
            signs.add("countries "
                    + Math.min(
                            MOST,
                            places.stream()
                                    .map(PlaceMention::getCountry)
                                    .distinct()
                                    .count()));
            features.add(features(signs, starts.get(i), starts.get(i)));
        }
        return features;
    }

    /**
     * The features of its figures, in their order.
     *
     * @param figures its first ones
     */
    public List<FactFeatures> figures(List<Figure> figures) {
        var ofEach = new FigureSigns(figures, title, dense);
        List<FactFeatures> features = new ArrayList<>();
        for (Figure figure : figures) {
            List<String> signs = signs(figure.rank, figure.count, figure.start);
            signs.addAll(ofEach.of(figure));
            signs.add("kind " + figure.mention.getKind());
            signs.add("subject " + figure.mention.getSubject());
            signs.add("unit " + figure.mention.getUnit());
            features.add(features(signs, figure.start, figure.end));
        }
        return features;
    }

    /**
     * What tells of its figures whether they count all that happened, when what is said of each alone is known.
     *
     * @param figures its first ones
     */
    public WholeFeatures wholeFeatures(List<Figure> figures) {
        return new WholeFeatures(figures, dense, text.length());
    }

    /**
     * The features of the article itself: its headline and how its text begins.
     *
     * @param hasWord whether a word of courts, sentences or deportations is there
     */
    public FactFeatures article(boolean hasWord) {
        int end = Math.min(text.length(), (int) (OPENING / dense));
        List<String> signs = List.of(language.code(), hasWord ? "word" : "no word");
        return FactFeatures.of(vectors, signs, "", new Sides(title, text.substring(0, end)), Sides.NONE);
    }

    private List<String> signs(int rank, int count, int start) {
        List<String> signs = new ArrayList<>();
        signs.add(language.code());
        signs.add("rank " + Math.min(MOST, rank));
        signs.add(count == 1 ? "only" : "of several");
        signs.add(start < 0 ? "headline" : "at " + Math.min(LAST_POSITION, (int) (start * dense) / POSITION));
        return signs;
    }

    private FactFeatures features(List<String> signs, int start, int end) {
        if (start < 0) {
            return FactFeatures.of(vectors, signs, "", Sides.NONE, Sides.NONE);
        }
        return FactFeatures.of(
                vectors,
                signs,
                text.substring(start, end),
                sides(start, end, BEFORE, BEHIND),
                sides(start, end, FAR, FAR));
    }

    private Sides sides(int start, int end, int before, int behind) {
        return new Sides(
                text.substring(Math.max(0, start - (int) (before / dense)), start),
                text.substring(end, Math.min(text.length(), end + (int) (behind / dense))));
    }
}
