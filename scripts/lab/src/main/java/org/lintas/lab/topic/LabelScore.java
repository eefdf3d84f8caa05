package org.lintas.lab.topic;

import java.util.Locale;
import java.util.Set;

/** Counts of labels found that a reader gave, that no reader gave, and that were missed. */
public final class LabelScore {

    private int right;
    private int wrong;
    private int missed;

    /** Counts the labels of one article. */
    public void add(Set<String> found, Set<String> labelled) {
        int both = (int) found.stream().filter(labelled::contains).count();
        add(both, found.size() - both, labelled.size() - both);
    }

    public void add(LabelScore other) {
        add(other.right, other.wrong, other.missed);
    }

    void add(int moreRight, int moreWrong, int moreMissed) {
        right += moreRight;
        wrong += moreWrong;
        missed += moreMissed;
    }

    /** Harmonic mean of precision and recall, 0 to 1; 0 if there is nothing to find and nothing was found. */
    public double f1() {
        return 2.0 * right / Math.max(1, 2 * right + wrong + missed);
    }

    /** Labels that readers gave. */
    public int labelled() {
        return right + missed;
    }

    /** F1, and precision and recall in brackets. */
    @Override
    public String toString() {
        double precision = (double) right / Math.max(1, right + wrong);
        double recall = (double) right / Math.max(1, right + missed);
        return String.format(Locale.ROOT, "%.3f (%.2f/%.2f)", f1(), precision, recall);
    }
}
