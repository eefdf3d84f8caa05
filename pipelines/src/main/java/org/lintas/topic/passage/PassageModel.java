package org.lintas.topic.passage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Tells what a passage says about each topic by the direction of its vector: a network with one hidden layer of rectified units, and
 * for each topic the log odds that a text of this passage is about it.
 */
public final class PassageModel {

    private static final String RESOURCE = "passage.model";

    /** Length that vectors are brought to: their components are about 1. */
    private static final double NORM = 8;

    private final int inputs;
    private final int hidden;
    private final int topics;

    /** For each input its weights in all hidden units, then the biases of these. */
    private final float[] inner;

    /** For each hidden unit its weights in all topics, then the biases of these. */
    private final float[] outer;

    /**
     * A model.
     *
     * @param inner for each input its weights in all hidden units, then the biases of these
     * @param outer for each hidden unit its weights in all topics, then the biases of these
     */
    public PassageModel(int inputs, int hidden, int topics, float[] inner, float[] outer) {
        if (inner.length != (inputs + 1) * hidden || outer.length != (hidden + 1) * topics) {
            throw new IllegalArgumentException("weights of other sizes than " + inputs + ", " + hidden + ", " + topics);
        }
        this.inputs = inputs;
        this.hidden = hidden;
        this.topics = topics;
        this.inner = inner;
        this.outer = outer;
    }

    /** Length of the vectors that it takes. */
    public int dimensions() {
        return inputs;
    }

    /** A vector as the model takes it: of the length that it expects; zero stays zero. */
    public static float[] normalise(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        double factor = square == 0 ? 0 : NORM / Math.sqrt(square);
        var normal = new float[vector.length];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = (float) (vector[i] * factor);
        }
        return normal;
    }

    /** For each topic the log odds that a text is about it, by its {@link #normalise normalised} vector. */
    public float[] logOdds(float[] vector) {
        return layer(rectify(layer(vector, inner, inputs, hidden)), outer, hidden, topics);
    }

    /** The sums of the weighted values and the bias of each unit. */
    public static float[] layer(float[] in, float[] weights, int size, int units) {
        var out = Arrays.copyOfRange(weights, size * units, (size + 1) * units);
        var rows = new int[size + 3];
        var values = new float[size + 3];
        int used = 0;
        for (int i = 0; i < size; i++) {
            if (in[i] != 0) {
                rows[used] = i * units;
                values[used++] = in[i];
            }
        }
        // Four values at a time, added one after the other, as if each had a loop of its own; behind the last, zero
        // times the first row.
        for (int i = 0; i < used; i += 4) {
            add(out, weights, rows, values, i);
        }
        return out;
    }

    private static void add(float[] out, float[] weights, int[] rows, float[] values, int i) {
        int a = rows[i];
        int b = rows[i + 1];
        int c = rows[i + 2];
        int d = rows[i + 3];
        float x = values[i];
        float y = values[i + 1];
        float z = values[i + 2];
        float w = values[i + 3];
        for (int unit = 0; unit < out.length; unit++) {
            out[unit] = out[unit]
                    + weights[a + unit] * x
                    + weights[b + unit] * y
                    + weights[c + unit] * z
                    + weights[d + unit] * w;
        }
    }

    /** Sets negative values to 0, in place. */
    public static float[] rectify(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
        return values;
    }

    /** The model that is shipped, read once for all threads. */
    private static final class Shipped {
        private static final PassageModel MODEL = readShipped();
    }

    /** The model that is shipped for the vectors of tokens. */
    public static PassageModel load() {
        return Shipped.MODEL;
    }

    private static PassageModel readShipped() {
        try (InputStream in = PassageModel.class.getResourceAsStream("/org/lintas/topic/" + RESOURCE)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static PassageModel read(InputStream stream) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(stream));
        int inputs = in.readInt();
        int hidden = in.readInt();
        int topics = in.readInt();
        float[] inner = floats(in, (inputs + 1) * hidden);
        return new PassageModel(inputs, hidden, topics, inner, floats(in, (hidden + 1) * topics));
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        var floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = in.readFloat();
        }
        return floats;
    }

    /** Writes the sizes and weights. */
    public void write(OutputStream stream) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(stream));
        out.writeInt(inputs);
        out.writeInt(hidden);
        out.writeInt(topics);
        for (float weight : inner) {
            out.writeFloat(weight);
        }
        for (float weight : outer) {
            out.writeFloat(weight);
        }
        out.flush();
    }
}
