package org.lintas.topic;

import java.util.Arrays;

/**
 * A sparse vector under construction: each feature's index and value. The n-grams, which are most of it and all of one value,
 * are shared by the topics of an article. Each stands for two features: one hashed with the topic, which is among those counted by
 * {@link #size}, and one of all topics, {@link #shared}.
 */
public final class FeatureVector {

    private int[] indices;
    private float[] values;
    private int size;

    private int[] grams = {};
    private int seed;
    private boolean hasSeed;
    private float gramValue;

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

    /** Adds the n-grams of an article, each with the same value, as features of the topic that the seed identifies. */
    void addGrams(int[] hashes, int gramSeed, double value) {
        addSharedGrams(hashes, value);
        seed = gramSeed;
        hasSeed = true;
    }

    /** Adds the n-grams of an article, each with the same value, as features of all topics only. */
    void addSharedGrams(int[] hashes, double value) {
        grams = hashes;
        gramValue = (float) value;
    }

    /** Number of features but those of all topics. */
    public int size() {
        return hasSeed ? size + grams.length : size;
    }

    /** Number of features of all topics: the n-grams of the article, each of the value {@link #gramValue}. */
    public int sharedSize() {
        return grams.length;
    }

    /** A feature of all topics. */
    public int shared(int at) {
        return TopicFeatures.bucket(grams[at]);
    }

    /** Number of features that are no n-grams; they come first. */
    int withoutGrams() {
        return size;
    }

    public int index(int at) {
        return at < size ? indices[at] : TopicFeatures.bucket(grams[at - size] ^ seed);
    }

    /** Value of each n-gram. */
    public float gramValue() {
        return gramValue;
    }

    public float value(int at) {
        return at < size ? values[at] : gramValue;
    }
}
