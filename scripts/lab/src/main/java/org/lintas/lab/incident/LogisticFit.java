package org.lintas.lab.incident;

import java.util.Arrays;

/** Logistic regression with an L2 penalty on standardised features, by Newton's method. */
final class LogisticFit {

    private static final int MAX_STEPS = 100;
    private static final double SMALL = 1e-8;

    /** The weight of each feature, then the intercept. */
    private final double[] weights;

    private LogisticFit(double[] weights) {
        this.weights = weights;
    }

    double[] weights() {
        return weights.clone();
    }

    /**
     * Fits weights.
     *
     * @param rows features
     * @param isOne what is to be told
     * @param counts how much each row counts
     * @param penalties of half the squared weight of each feature, as if it were standardised
     */
    static LogisticFit of(double[][] rows, boolean[] isOne, double[] counts, double[] penalties) {
        int size = rows[0].length;
        double total = Arrays.stream(counts).sum();
        var mean = new double[size];
        var deviation = new double[size];
        for (int i = 0; i < size; i++) {
            for (int row = 0; row < rows.length; row++) {
                mean[i] += counts[row] * rows[row][i] / total;
            }
            for (int row = 0; row < rows.length; row++) {
                deviation[i] += counts[row] * Math.pow(rows[row][i] - mean[i], 2) / total;
            }
            deviation[i] = Math.sqrt(deviation[i]) + SMALL;
        }
        var standard = new double[rows.length][size + 1];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < size; i++) {
                standard[row][i] = (rows[row][i] - mean[i]) / deviation[i];
            }
            standard[row][size] = 1;
        }
        double[] fitted = newton(standard, isOne, counts, penalties);
        var weights = new double[size + 1];
        weights[size] = fitted[size];
        for (int i = 0; i < size; i++) {
            weights[i] = fitted[i] / deviation[i];
            weights[size] -= weights[i] * mean[i];
        }
        return new LogisticFit(weights);
    }

    private static double[] newton(double[][] rows, boolean[] isOne, double[] counts, double[] penalties) {
        int size = rows[0].length;
        var weights = new double[size];
        for (int step = 0; step < MAX_STEPS; step++) {
            var slope = new double[size];
            var curvature = new double[size][size];
            for (int i = 0; i < size; i++) {
                double least = i == size - 1 ? 0 : penalties[i];
                slope[i] = least * weights[i];
                curvature[i][i] = least + SMALL;
            }
            for (int row = 0; row < rows.length; row++) {
                double odds = 0;
                for (int i = 0; i < size; i++) {
                    odds += weights[i] * rows[row][i];
                }
                double probability = 1 / (1 + Math.exp(-odds));
                double error = counts[row] * (probability - (isOne[row] ? 1 : 0));
                double bend = counts[row] * probability * (1 - probability);
                for (int i = 0; i < size; i++) {
                    slope[i] += error * rows[row][i];
                    for (int j = 0; j <= i; j++) {
                        curvature[i][j] += bend * rows[row][i] * rows[row][j];
                    }
                }
            }
            double[] change = solve(curvature, slope);
            for (int i = 0; i < size; i++) {
                weights[i] -= change[i];
            }
            if (Arrays.stream(change).map(Math::abs).max().orElseThrow() < SMALL) {
                break;
            }
        }
        return weights;
    }

    /** Solves a system whose symmetric, positive matrix has its lower half, by Cholesky's decomposition. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
            }
        }
        double[] solution = right.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                solution[i] -= matrix[i][k] * solution[k];
            }
            solution[i] /= matrix[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                solution[i] -= matrix[k][i] * solution[k];
            }
            solution[i] /= matrix[i][i];
        }
        return solution;
    }
}
