package org.lintas.incident.fact;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** How likely something that an article tells is that of its event: logistic regression over {@link FactFeatures}, fitted to what readers judged. */
public final class FactModel {

    private final double[] weights;

    /**
     * A model.
     *
     * @param weights of the features
     */
    public FactModel(double[] weights) {
        this.weights = weights.clone();
    }

    /** The model that is shipped under a name. */
    static FactModel shipped(String resource) {
        try (InputStream in = FactModel.class.getResourceAsStream(resource)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** The probability that something is that of the event. */
    public double probability(FactFeatures features) {
        return FactModels.probability(odds(features));
    }

    /** The natural logarithm of the odds that something is that of the event. */
    public double odds(FactFeatures features) {
        return features.sum(weights);
    }

    /** Reads what {@link #write} wrote. */
    public static FactModel read(InputStream stream) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(stream));
        int size = in.readInt();
        if (size <= FactFeatures.HASHED) {
            throw new IOException("a model of " + size + " weights");
        }
        var weights = new double[size];
        readRounded(in, weights, 0, FactFeatures.HASHED);
        readRounded(in, weights, FactFeatures.HASHED, weights.length - 1);
        weights[weights.length - 1] = in.readFloat();
        return new FactModel(weights);
    }

    private static void readRounded(DataInputStream in, double[] weights, int from, int to) throws IOException {
        double step = in.readFloat();
        for (int i = from; i < to; i++) {
            weights[i] = in.readByte() * step;
        }
    }

    /** Writes the model, weights rounded to 255 steps. The same model gives the same bytes. */
    public void write(OutputStream stream) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(stream));
        out.writeInt(weights.length);
        writeRounded(out, 0, FactFeatures.HASHED);
        writeRounded(out, FactFeatures.HASHED, weights.length - 1);
        out.writeFloat((float) weights[weights.length - 1]);
        out.flush();
    }

    private void writeRounded(DataOutputStream out, int from, int to) throws IOException {
        double greatest = Float.MIN_NORMAL;
        for (int i = from; i < to; i++) {
            greatest = Math.max(greatest, Math.abs(weights[i]));
        }
        float step = (float) (greatest / Byte.MAX_VALUE);
        out.writeFloat(step);
        for (int i = from; i < to; i++) {
            out.writeByte((int) Math.round(weights[i] / step));
        }
    }
}
