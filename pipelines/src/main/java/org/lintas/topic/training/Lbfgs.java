package org.lintas.topic.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Finds where a convex, differentiable loss is least, by L-BFGS (Liu and Nocedal 1989, doi:10.1007/BF01589116) with a search that halves the
 * step. No chance is involved.
 */
public final class Lbfgs {

    private static final int STEPS = 60;
    private static final int MEMORY = 8;

    /** It ends when a step makes the loss smaller by no more than this share. */
    private static final double PRECISION = 1e-5;

    private static final double SUFFICIENT = 1e-4;
    private static final int HALVINGS = 30;

    /** What is to be made small. */
    @FunctionalInterface
    public interface Loss {

        /**
         * The loss of some weights.
         *
         * @param gradient all 0 before, the derivative by each weight after
         */
        double at(double[] weights, double[] gradient);
    }

    // Places on the way to the minimum, which nobody compares or changes.
    @SuppressWarnings("ArrayRecordComponent")
    private record Point(double[] weights, double loss, double[] gradient) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Change(double[] weights, double[] gradient, double product) {}

    private final Loss loss;

    private Lbfgs(Loss loss) {
        this.loss = loss;
    }

    /**
     * The weights of the least loss.
     *
     * @param from weights to begin with
     */
    public static double[] minimum(Loss loss, double[] from) {
        return new Lbfgs(loss).minimum(from);
    }

    private Point at(double[] weights) {
        var gradient = new double[weights.length];
        return new Point(weights, loss.at(weights, gradient), gradient);
    }

    private double[] minimum(double[] from) {
        Deque<Change> changes = new ArrayDeque<>();
        Point point = at(from);
        for (int step = 0; step < STEPS; step++) {
            double[] direction = direction(point, changes);
            Optional<Point> found = next(point, direction, changes.isEmpty());
            if (found.isEmpty()) {
                break;
            }
            Point next = found.get();
            double[] moved = difference(next.weights, point.weights);
            double[] bent = difference(next.gradient, point.gradient);
            double product = product(moved, bent);
            if (product > 0) {
                changes.addFirst(new Change(moved, bent, product));
                if (changes.size() > MEMORY) {
                    changes.removeLast();
                }
            }
            double gain = point.loss - next.loss;
            point = next;
            if (gain <= PRECISION * point.loss) {
                break;
            }
        }
        return point.weights;
    }

    /** Where the loss falls, by the last changes of the gradient. */
    private static double[] direction(Point point, Deque<Change> changes) {
        double[] direction = point.gradient.clone();
        var factors = new double[changes.size()];
        int i = 0;
        for (Change change : changes) {
            factors[i] = product(change.weights, direction) / change.product;
            add(direction, -factors[i++], change.gradient);
        }
        if (!changes.isEmpty()) {
            Change last = changes.getFirst();
            scale(direction, last.product / product(last.gradient, last.gradient));
        }
        for (var older = changes.descendingIterator(); older.hasNext(); ) {
            Change change = older.next();
            add(direction, factors[--i] - product(change.gradient, direction) / change.product, change.weights);
        }
        scale(direction, -1);
        return direction;
    }

    /** The first point on the way at which the loss is small enough; empty if there is none. */
    private Optional<Point> next(Point point, double[] direction, boolean isFirst) {
        double slope = product(point.gradient, direction);
        double length = isFirst ? 1 / Math.max(1, Math.sqrt(-slope)) : 1;
        for (int halving = 0; halving < HALVINGS && slope < 0; halving++, length /= 2) {
            double[] weights = point.weights.clone();
            add(weights, length, direction);
            Point next = at(weights);
            if (next.loss <= point.loss + SUFFICIENT * length * slope) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] vector) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * vector[i];
        }
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    private static double[] difference(double[] one, double[] other) {
        double[] difference = one.clone();
        add(difference, -1, other);
        return difference;
    }
}
