package org.lintas.topic;

import java.util.Arrays;

/** A sparse vector under construction: each feature's index and value. */
final class FeatureVector {

    private int[] indices = new int[128];
    private float[] values = new float[128];
    private int size;

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
