package org.lintas.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lintas.extract.dates.EventDays;
import org.lintas.incident.fact.FactFeatures;
import org.lintas.incident.fact.FactModels;
import org.lintas.incident.fact.FactModels.Share;
import org.lintas.incident.fact.ToldFacts;
import org.lintas.incident.fact.WholeFeatures;
import org.lintas.record.Draft;
import org.lintas.record.FigureMention;
import org.lintas.record.PlaceMention;
import org.lintas.record.ReportedCount;
import org.lintas.text.Language;
import org.lintas.topic.passage.TokenVectors;

/** Finds the day, the place and the figures of the event that an article reports, among all that it tells. For one thread. */
public final class EventFacts {

    /** The key of the features of the article itself. */
    public static final String ARTICLE = String.join("\t", "article", "0", "-");

    /** How much of a text is searched for days. */
    private static final int DAYS_WITHIN = 2_500;

    /** A day that starts before this, in UTF-16 units, follows a date line soon. */
    private static final int NEAR = 400;

    /** A day is about as likely as another if it is less likely by no more than this. */
    private static final double AS_LIKELY = .1;

    /** A bound of a time that is older than this, in days, is no day of the event. */
    private static final int BOUND_DAYS = 14;

    /** Nor is one that is less likely than this. */
    private static final double LIKELY_BOUND = .5;

    private static final int MAX_DAYS = 12;
    private static final int MAX_FIGURES = 60;
    private static final int MAX_COUNTS = 24;

    /** The most people that an incident is believed to have. */
    private static final double MAX_PEOPLE = 1e6;

    private static final int MAX_PLACES = 12;

    private final TokenVectors vectors;
    private final Map<Language, EventDays> days = new EnumMap<>(Language.class);

    /**
     * What an article tells.
     *
     * @param days all days of its beginning, in their order
     * @param day that of the event, if it is likely one of them
     * @param places its places, the likeliest of the event first
     * @param placeLikely how likely the event was at the first of them; 0 without places, and of an article that hardly tells of one event
     * @param counts its figures without those of the law, in their order
     * @param titleCounts figures of its headline that its text does not have
     * @param single how likely it tells of one event; of an article that hardly does no day, place or figure is taken for that of the event
     * @param isFollowUp whether it likely tells what came of an event; of an article that hardly tells of one whether it has a word of that
     */
    record Told(
            List<EventDays.Told> days,
            Optional<LikelyDay> day,
            List<PlaceMention> places,
            double placeLikely,
            List<ReportedCount> counts,
            List<ReportedCount> titleCounts,
            double single,
            boolean isFollowUp) {}

    /**
     * A day that an article tells.
     *
     * @param likely the probability that the event was on it, 0 to 1: the highest of the passages that tell this day
     */
    record LikelyDay(LocalDate date, double likely) {}

    /**
     * What headline and beginning of an article tell of it.
     *
     * @param hasFollowUpWord whether a word of courts, sentences or deportations is there
     * @param article its features
     * @param single how likely it tells of one event
     */
    record Outline(ToldFacts facts, boolean hasFollowUpWord, FactFeatures article, double single) {}

    private static final Share NONE = new Share(false, 0);

    /**
     * A reader.
     *
     * @param vectors not in use by another thread
     */
    public EventFacts(TokenVectors vectors) {
        this.vectors = vectors;
    }

    /** Reads of an article how likely it tells of one event. */
    Outline outline(Draft draft, Language language) {
        ToldFacts facts = facts(draft, language);
        boolean hasFollowUpWord = hasFollowUpWord(draft, language);
        FactFeatures article = facts.article(hasFollowUpWord);
        return new Outline(facts, hasFollowUpWord, article, FactModels.shipped().single(article));
    }

    /**
     * Reads an article.
     *
     * @param outline of the same article
     * @param opening length of its opening, in UTF-16 units
     */
    Told read(Draft draft, Language language, Outline outline, int opening) {
        FactModels models = FactModels.shipped();
        ToldFacts facts = outline.facts;
        double single = outline.single;
        List<EventDays.Told> told = days(draft, language);
        List<PlaceMention> places = places(draft);
        List<ToldFacts.Figure> figures = figures(draft);
        if (!FactModels.mayBeSingle(single)) {
            List<ReportedCount> counts =
                    counts(draft, language, figures, Collections.nCopies(figures.size(), NONE), opening);
            return new Told(told, Optional.empty(), places, 0, counts, List.of(), single, outline.hasFollowUpWord);
        }
        List<Double> likely = facts.places(places, starts(draft, places)).stream()
                .map(models::place)
                .toList();
        List<PlaceMention> ranked = IntStream.range(0, places.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(likely::get).reversed())
                .map(places::get)
                .toList();
        List<Share> shares = models.shares(facts.figures(figures), facts.wholeFeatures(figures));
        List<ReportedCount> counts = counts(draft, language, figures, shares, opening);
        return new Told(
                told,
                day(told, facts, models, published(draft)),
                ranked,
                likely.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                counts,
                TitleCounts.of(draft, ReportWords.of(language), counts),
                single,
                models.isFollowUp(outline.article));
    }

    /** The features of all that an article tells, by kind, where it stands in code points, and value, in three columns. */
    public Map<String, FactFeatures> features(Draft draft) {
        Language language = Language.of(draft.getLanguage()).orElseThrow();
        ToldFacts facts = facts(draft, language);
        Map<String, FactFeatures> features = new LinkedHashMap<>();
        String text = draft.getText();
        features.put(ARTICLE, facts.article(hasFollowUpWord(draft, language)));
        List<EventDays.Told> told = days(draft, language);
        List<FactFeatures> ofDays = facts.days(told);
        for (int i = 0; i < told.size(); i++) {
            EventDays.Told day = told.get(i);
            String value = day.date().map(LocalDate::toString).orElse(day.day().toString());
            features.put(String.join("\t", "day", "" + text.codePointCount(0, day.start()), value), ofDays.get(i));
        }
        List<PlaceMention> places = places(draft);
        List<FactFeatures> ofPlaces = facts.places(places, starts(draft, places));
        for (int i = 0; i < places.size(); i++) {
            PlaceMention place = places.get(i);
            features.put(String.join("\t", "place", "" + place.getFirstOffset(), place.getPlace()), ofPlaces.get(i));
        }
        List<ToldFacts.Figure> figures = figures(draft);
        List<FactFeatures> ofFigures = facts.figures(figures);
        for (ToldFacts.Figure figure : figures) {
            features.put(
                    String.join(
                            "\t",
                            "figure",
                            "" + figure.mention().getStart(),
                            "" + figure.mention().getEnd()),
                    ofFigures.get(figure.rank()));
        }
        return features;
    }

    /** What tells of the figures of an article whether they count all that happened, in the order in which {@link #features} has them. */
    public WholeFeatures wholeFeatures(Draft draft) {
        Language language = Language.of(draft.getLanguage()).orElseThrow();
        return facts(draft, language).wholeFeatures(figures(draft));
    }

    /** The day on which an article was published, if it is known. */
    static Optional<LocalDate> published(Draft draft) {
        String precision = draft.getPublishedPrecision();
        boolean hasDay = precision != null && !precision.equals("month") && !precision.equals("year");
        return Optional.ofNullable(draft.getPublishedAt())
                .filter(time -> hasDay)
                .map((Instant time) -> time.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /** Whether headline or first sentence have a word of courts, sentences or deportations. */
    private static boolean hasFollowUpWord(Draft draft, Language language) {
        return ReportWords.of(language)
                .in(title(draft) + "\n" + Sentences.first(draft.getText()))
                .contains(ReportWords.Kind.FOLLOW_UP);
    }

    static String title(Draft draft) {
        return Optional.ofNullable(draft.getTitle()).orElse("");
    }

    private ToldFacts facts(Draft draft, Language language) {
        return new ToldFacts(vectors, language, title(draft), draft.getText(), published(draft));
    }

    private List<EventDays.Told> days(Draft draft, Language language) {
        String text = draft.getText();
        return days
                .computeIfAbsent(language, EventDays::of)
                .in(text.substring(0, Math.min(text.length(), DAYS_WITHIN)), published(draft))
                .stream()
                .limit(MAX_DAYS)
                .toList();
    }

    /**
     * The likeliest day, if it is likely, or one before it that is about as likely, has a year and is of no date line. That of a date line gives way to a
     * day that follows soon.
     */
    private static Optional<LikelyDay> day(
            List<EventDays.Told> told, ToldFacts facts, FactModels models, Optional<LocalDate> published) {
        List<Double> likely = facts.days(told).stream().map(models::day).toList();
        int[] possible = IntStream.range(0, told.size())
                .filter(i -> mayBeOfEvent(told.get(i), likely.get(i), published))
                .toArray();
        double likeliest = IntStream.of(possible).mapToDouble(likely::get).max().orElse(0);
        if (!FactModels.isDay(likeliest)) {
            return Optional.empty();
        }
        int best = IntStream.of(possible)
                .filter(i -> likely.get(i) == likeliest
                        || (likely.get(i) >= likeliest - AS_LIKELY
                                && told.get(i).date().isPresent()
                                && !facts.isOfDateLine(told.get(i).start())))
                .findFirst()
                .orElseThrow();
        boolean givesWay = best + 1 < told.size()
                && told.get(best + 1).start() < NEAR
                && told.get(best + 1).date().isPresent()
                && mayBeOfEvent(told.get(best + 1), likely.get(best + 1), published)
                && facts.isOfDateLine(told.get(best).start());
        return told.get(givesWay ? best + 1 : best)
                .date()
                .map(date -> new LikelyDay(
                        date,
                        IntStream.of(possible)
                                .filter(i -> told.get(i).date().equals(Optional.of(date)))
                                .mapToDouble(likely::get)
                                .max()
                                .orElseThrow()));
    }

    /** Whether a day is no bound of a time, or a likely and recent one: an end that is still to come is read as a day of the last year. */
    private static boolean mayBeOfEvent(EventDays.Told day, double likely, Optional<LocalDate> published) {
        boolean isRecent = published.isEmpty()
                || day.date()
                        .filter(date -> !date.isBefore(published.get().minusDays(BOUND_DAYS)))
                        .isPresent();
        return !day.isBound() || (isRecent && likely >= LIKELY_BOUND);
    }

    private static List<PlaceMention> places(Draft draft) {
        return draft.getPlaces().stream()
                .sorted(Comparator.comparingInt(PlaceMention::getFirstOffset).thenComparing(PlaceMention::getPlace))
                .limit(MAX_PLACES)
                .toList();
    }

    private static List<Integer> starts(Draft draft, List<PlaceMention> places) {
        return places.stream()
                .map(PlaceMention::getFirstOffset)
                .map(first -> first < 0 ? first : draft.getText().offsetByCodePoints(0, first))
                .toList();
    }

    /** The first figures with a subject or a unit, in their order. */
    private static List<ToldFacts.Figure> figures(Draft draft) {
        String text = draft.getText();
        List<FigureMention> counting = draft.getFigures().stream()
                .filter(figure -> figure.getUnit() != null || figure.getSubject() != null)
                .toList();
        List<ToldFacts.Figure> figures = new ArrayList<>();
        int points = 0;
        int units = 0;
        for (FigureMention figure : counting.subList(0, Math.min(counting.size(), MAX_FIGURES))) {
            units = text.offsetByCodePoints(units, figure.getStart() - points);
            points = figure.getStart();
            int end = text.offsetByCodePoints(units, figure.getEnd() - points);
            figures.add(new ToldFacts.Figure(figure, figures.size(), counting.size(), units, end));
        }
        return figures;
    }

    /** Whether a figure counts more people than any incident has: an amount of money without its currency. */
    static boolean isTooMany(FigureMention figure) {
        return "person".equals(figure.getUnit()) && figure.getValue() > MAX_PEOPLE;
    }

    private static List<ReportedCount> counts(
            Draft draft, Language language, List<ToldFacts.Figure> figures, List<Share> shares, int opening) {
        ReportWords words = ReportWords.of(language);
        Map<List<Object>, ReportedCount> counts = new LinkedHashMap<>();
        for (ToldFacts.Figure told : figures) {
            FigureMention figure = told.mention();
            Sentences.Part around = Sentences.around(draft.getText(), told.start(), told.end());
            String sentence = draft.getText().substring(around.start(), around.end());
            String subject = Optional.ofNullable(figure.getSubject()).orElse("money");
            String unit = Optional.ofNullable(figure.getUnit()).orElse("");
            List<Object> key = List.of(subject, unit, figure.getValue());
            ReportedCount known = counts.get(key);
            if (isTooMany(figure)
                    || words.in(sentence).contains(ReportWords.Kind.LAW)
                    || (known == null && counts.size() == MAX_COUNTS)) {
                continue;
            }
            Share counted = shares.get(told.rank());
            if (known != null) {
                known.setIsOfEvent(known.getIsOfEvent() || counted.isAny());
                known.setWhole(Math.max(known.getWhole(), counted.whole()));
                continue;
            }
            counts.put(
                    key,
                    ReportedCount.newBuilder()
                            .setSubject(subject)
                            .setUnit(unit)
                            .setLow(figure.getValue())
                            .setHigh(Optional.ofNullable(figure.getValueHigh()).orElse(figure.getValue()))
                            .setIsAggregate(Aggregates.isTotal(
                                    words, sentence, at(told, around), beside(figures, told, around)))
                            .setInOpening(told.start() < opening)
                            .setIsOfEvent(counted.isAny())
                            .setWhole(counted.whole())
                            .build());
        }
        return List.copyOf(counts.values());
    }

    /** Where a figure stands in a sentence. */
    private static Sentences.Part at(ToldFacts.Figure figure, Sentences.Part sentence) {
        return new Sentences.Part(figure.start() - sentence.start(), figure.end() - sentence.start());
    }

    private static List<Sentences.Part> beside(
            List<ToldFacts.Figure> figures, ToldFacts.Figure one, Sentences.Part sentence) {
        return figures.stream()
                .filter(other -> other.rank() != one.rank())
                .map(other -> at(other, sentence))
                .toList();
    }
}
