package org.lintas.topic.training;

import java.util.Optional;
import org.lintas.schemas.Grade;

/** Counts how often grades are those of a reader. */
public final class GradeScore {

    private static final double CHANCE = 0.01;

    private int decisions;
    private int right;
    private int mainFound;
    private int mainGiven;
    private int mainDecided;

    /** Counts a decision; an empty grade is none. */
    public void add(Optional<Grade> decided, Optional<Grade> given) {
        boolean isMain = decided.equals(Optional.of(Grade.main));
        boolean isGivenMain = given.equals(Optional.of(Grade.main));
        decisions++;
        right += decided.equals(given) ? 1 : 0;
        mainDecided += isMain ? 1 : 0;
        mainGiven += isGivenMain ? 1 : 0;
        mainFound += isMain && isGivenMain ? 1 : 0;
    }

    public int decisions() {
        return decisions;
    }

    /** How many grades are the reader's. */
    public int right() {
        return right;
    }

    /** Whether any topic is main, by the reader or as given. */
    public boolean hasMain() {
        return mainGiven + mainDecided > 0;
    }

    /** F1 of main topics, 0 to 1; 1 if there are none and none are given. */
    public double mainF1() {
        int both = mainGiven + mainDecided;
        return both == 0 ? 1 : 2.0 * mainFound / both;
    }

    /** Whether it is worse than another score of the same decisions: fewer grades are right, or F1 of main is lower by more than chance is. */
    public boolean isWorseThan(GradeScore other) {
        return right < other.right || mainF1() < other.mainF1() - CHANCE;
    }
}
