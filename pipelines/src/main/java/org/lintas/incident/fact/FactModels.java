package org.lintas.incident.fact;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The models that are shipped, and from which probability on something counts as that of the event: {@code day.model}, {@code place.model},
 * {@code figure.model} (any part of what happened), {@code whole.model} and {@code whole_trees.tsv} (all of it), {@code single.model} (whether an article tells of one event) and
 * {@code follow_up.model} (whether it tells what came of it).
 *
 * @param ofDay whether a day is that of the event
 * @param ofPlace whether the event happened at a place
 * @param ofFigure whether a figure counts something of the event
 * @param ofWhole whether it counts all of it, read alone
 * @param wholeTrees whether it does when the other figures of its article are known
 * @param ofSingle whether an article tells of one event, not of an affair, of several cases, or of none
 * @param ofFollowUp whether an article tells what came of an event: a court, a sentence, a deportation
 */
public record FactModels(
        FactModel ofDay,
        FactModel ofPlace,
        FactModel ofFigure,
        FactModel ofWhole,
        RegressionTrees wholeTrees,
        FactModel ofSingle,
        FactModel ofFollowUp) {

    private static final double DAY = .47;
    private static final double PLACE = .55;
    private static final double FIGURE = .6;
    private static final double FOLLOW_UP = .25;

    /** Of articles that are less likely of one event no day, place or figure is taken for that of the event. */
    private static final double MAY_BE_SINGLE = .2;

    /** An article that is less likely of one event makes no incident. */
    private static final double SINGLE = .5;

    /**
     * An article without a topic that is less likely of one event is not read: one that recalls an event, or tells it from an angle of its own, is often taken for an article without an
     * event. Up to {@link #MAY_BE_SINGLE} it is read without a day, place or figure of the event.
     */
    private static final double READ = .1;

    /**
     * What a figure counts of the event.
     *
     * @param isAny whether it likely counts something of it
     * @param whole how likely it counts all of it
     */
    public record Share(boolean isAny, double whole) {}

    private static final class Shipped {
        private static final FactModels MODELS = new FactModels(
                FactModel.shipped("day.model"),
                FactModel.shipped("place.model"),
                FactModel.shipped("figure.model"),
                FactModel.shipped("whole.model"),
                RegressionTrees.read(FactModels.class, "whole_trees.tsv", WholeFeatures.NAMES),
                FactModel.shipped("single.model"),
                FactModel.shipped("follow_up.model"));
    }

    /** The models, read when they are first asked for. */
    public static FactModels shipped() {
        return Shipped.MODELS;
    }

    /** The probability that a day is that of the event. */
    public double day(FactFeatures features) {
        return ofDay.probability(features);
    }

    /** The probability that the event happened at a place. */
    public double place(FactFeatures features) {
        return ofPlace.probability(features);
    }

    /**
     * What each figure of an article counts of the event.
     *
     * @param together the same figures in the same order
     */
    public List<Share> shares(List<FactFeatures> figures, WholeFeatures together) {
        List<WholeFeatures.Odds> odds = odds(figures, ofWhole, ofFigure);
        return IntStream.range(0, odds.size())
                .mapToObj(i -> new Share(
                        probability(odds.get(i).any()) >= FIGURE, probability(wholeTrees.odds(together.of(i, odds)))))
                .toList();
    }

    /**
     * What models say of figures, each read alone.
     *
     * @param whole whether they count all that happened
     * @param any whether they count anything of it
     */
    public static List<WholeFeatures.Odds> odds(List<FactFeatures> figures, FactModel whole, FactModel any) {
        return figures.stream()
                .map(figure -> new WholeFeatures.Odds(whole.odds(figure), any.odds(figure)))
                .toList();
    }

    static double probability(double odds) {
        return 1 / (1 + StrictMath.exp(-odds));
    }

    /** The probability that an article tells of one event. */
    public double single(FactFeatures features) {
        return ofSingle.probability(features);
    }

    /** Whether an article likely tells what came of an event. */
    public boolean isFollowUp(FactFeatures features) {
        return ofFollowUp.probability(features) >= FOLLOW_UP;
    }

    /** Whether a probability of telling one event is enough to ask for its day, place and figures. */
    public static boolean mayBeSingle(double probability) {
        return probability >= MAY_BE_SINGLE;
    }

    /** Whether a probability of telling one event is enough to make an incident. */
    public static boolean isSingle(double probability) {
        return probability >= SINGLE;
    }

    /** Whether a probability of telling one event is enough for an article without a topic to be read as a report. */
    public static boolean isRead(double probability) {
        return probability >= READ;
    }

    /** Whether a probability is enough for a day. */
    public static boolean isDay(double probability) {
        return probability >= DAY;
    }

    /** Whether a probability is enough for a place. */
    public static boolean isPlace(double probability) {
        return probability >= PLACE;
    }
}
