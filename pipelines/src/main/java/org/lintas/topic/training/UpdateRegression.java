package org.lintas.topic.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.lintas.schemas.Grade;
import org.lintas.topic.TopicModel;
import org.lintas.topic.TopicModel.Likelihood;
import org.lintas.topic.TopicModel.LogOdds;
import org.lintas.topic.UpdateVector;

/**
 * Fits the weights of a topic that are added to those of the models: the maximum a posteriori estimate of a multinomial logistic regression whose
 * prior is the models as they are, with a Gaussian around it. The loss is convex; it is minimised by L-BFGS (Liu and Nocedal 1989,
 * doi:10.1007/BF01589116). No chance is involved.
 */
final class UpdateRegression {

    private static final int STEPS = 60;
    private static final int MEMORY = 8;

    /** It ends when a step makes the loss smaller by no more than this share. */
    private static final double PRECISION = 1e-5;

    private static final double SUFFICIENT = 1e-4;
    private static final int HALVINGS = 30;

    // Places on the way to the minimum, which nobody compares or changes.
    @SuppressWarnings("ArrayRecordComponent")
    private record Point(double[] weights, double loss, double[] gradient) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Change(double[] weights, double[] gradient, double product) {}

    private final List<Example> examples;
    private final List<Example> undecided;
    private final double strength;

    private UpdateRegression(List<Example> examples, List<Example> undecided, double strength) {
        this.examples = examples;
        this.undecided = undecided;
        this.strength = strength;
    }

    /**
     * Weights by slot and class.
     *
     * @param examples of one topic that the models grade
     * @param undecided others, of which what the models say is to stay
     * @param strength of the prior: inverse of its variance, above 0
     * @param from weights to begin with
     */
    static double[] fit(List<Example> examples, List<Example> undecided, double strength, double[] from) {
        return new UpdateRegression(examples, undecided, strength).minimum(from);
    }

    /** No weights. */
    static double[] zero() {
        return new double[UpdateVector.SLOTS * TopicModel.CLASSES];
    }

    /** Minus the log likelihood of what the reader decided. */
    static double loss(Example example, LogOdds logOdds) {
        Likelihood likelihood = logOdds.likelihood();
        double probability = switch (grade(example.decided())) {
            case 2 -> likelihood.main();
            case 1 -> likelihood.mention();
            default -> 1 - likelihood.any();
        };
        return loss(probability);
    }

    private static double loss(double probability) {
        return -StrictMath.log(Math.max(probability, Double.MIN_NORMAL));
    }

    private static int grade(Optional<Grade> decided) {
        return decided.map(grade -> grade == Grade.main ? 2 : 1).orElse(0);
    }

    private Point at(double[] weights) {
        var gradient = new double[weights.length];
        double loss = 0;
        for (int i = 0; i < weights.length; i++) {
            loss += weights[i] * weights[i];
            gradient[i] = strength * weights[i];
        }
        loss *= strength / 2;
        for (Example example : examples) {
            int grade = grade(example.decided());
            var target = new Likelihood(grade == 1 ? 1 : 0, grade == 2 ? 1 : 0);
            loss += add(example, target, weights, gradient);
        }
        for (Example example : undecided) {
            loss += add(example, example.before().likelihood(), weights, gradient);
        }
        return new Point(weights, loss, gradient);
    }

    /** Adds the gradient of an example; gives its loss. */
    private static double add(Example example, Likelihood target, double[] weights, double[] gradient) {
        Example.Found found = example.found().orElseThrow();
        Likelihood likelihood = found.logOdds(weights).likelihood();
        found.features().addTo(gradient, likelihood.mention() - target.mention(), likelihood.main() - target.main());
        return target.mention() * loss(likelihood.mention())
                + target.main() * loss(likelihood.main())
                + (1 - target.any()) * loss(1 - likelihood.any());
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
