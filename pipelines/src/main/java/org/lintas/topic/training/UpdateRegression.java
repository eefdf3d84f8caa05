package org.lintas.topic.training;

import java.util.List;
import java.util.Optional;
import org.lintas.schemas.Grade;
import org.lintas.topic.TopicModel;
import org.lintas.topic.TopicModel.Likelihood;
import org.lintas.topic.TopicModel.LogOdds;
import org.lintas.topic.UpdateVector;

/**
 * Fits the weights of a topic that are added to those of the models: the maximum a posteriori estimate of a multinomial logistic regression whose
 * prior is the models as they are, with a Gaussian around it. No chance is involved.
 */
final class UpdateRegression {

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
        return Lbfgs.minimum(new UpdateRegression(examples, undecided, strength)::at, from);
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

    private double at(double[] weights, double[] gradient) {
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
        return loss;
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
}
