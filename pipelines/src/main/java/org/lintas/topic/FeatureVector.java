package org.lintas.topic;

import java.util.Arrays;

/** A sparse vector under construction: each feature's index and value. */
final class FeatureVector {

    private int[] indices;
    private float[] values;
    private int size;

    /** An empty vector with room for so many features, and more. */
    FeatureVector(int capacity) {
        indices = new int[capacity];
        values = new float[capacity];
    }

    void add(int index, double value) {
        if (value == 0) {
            return;
        }
        if (size == indices.length) {
            indices = Arrays.copyOf(indices, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        indices[size] = index;
        values[size++] = (float) value;
    }

    int size() {
        return size;
    }

    int index(int at) {
        return indices[at];
    }

    float value(int at) {
        return values[at];
    }
}
