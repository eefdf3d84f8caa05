package org.lintas.lab.topic;

import java.util.Random;

/**
 * A layer of a network in training: weights, input by input and the biases last, their gradient, and what Adam (Kingma and Ba 2015,
 * arXiv:1412.6980, with decoupled decay of weights, Loshchilov and Hutter 2019, arXiv:1711.05101) remembers.
 */
final class Layer {

    static final double DECAY = 0.01;
    static final double MEMORY = 0.9;
    static final double LONG_MEMORY = 0.999;

    private final int size;
    private final int units;
    private final float[] weights;
    private final float[] gradient;
    private final float[] mean;
    private final float[] square;

    Layer(int size, int units, Random random) {
        this.size = size;
        this.units = units;
        this.weights = new float[(size + 1) * units];
        this.gradient = new float[weights.length];
        this.mean = new float[weights.length];
        this.square = new float[weights.length];
        for (int i = 0; i < size * units; i++) {
            weights[i] = (float) (random.nextGaussian() / Math.sqrt(size));
        }
    }

    /** Weights, input by input, the biases last. */
    float[] weights() {
        return weights;
    }

    /** Adds to the gradient; the errors of the inputs. */
    float[] back(float[] in, float[] errors) {
        var before = new float[size];
        for (int i = 0; i <= size; i++) {
            float value = i < size ? in[i] : 1;
            int at = i * units;
            for (int unit = 0; unit < units; unit++) {
                gradient[at + unit] += errors[unit] * value;
            }
            if (i < size) {
                float sum = 0;
                for (int unit = 0; unit < units; unit++) {
                    sum += weights[at + unit] * errors[unit];
                }
                before[i] = sum;
            }
        }
        return before;
    }

    /**
     * Takes a step down the gradient, which is forgotten.
     *
     * @param step number of the step, from 1 on
     * @param examples number of examples that the gradient is the sum of
     */
    void descend(int step, double rate, int examples) {
        float meanFactor = (float) (rate / (1 - StrictMath.pow(MEMORY, step)));
        float squareFactor = (float) (1 / (1 - StrictMath.pow(LONG_MEMORY, step)));
        float keep = (float) (1 - rate * DECAY);
        for (int i = 0; i < weights.length; i++) {
            float slope = gradient[i] / examples;
            mean[i] = (float) MEMORY * mean[i] + (float) (1 - MEMORY) * slope;
            square[i] = (float) LONG_MEMORY * square[i] + (float) (1 - LONG_MEMORY) * slope * slope;
            weights[i] =
                    weights[i] * keep - meanFactor * mean[i] / ((float) Math.sqrt(square[i] * squareFactor) + 1e-8f);
            gradient[i] = 0;
        }
    }
}
