package org.lintas.place;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Estimates how likely the crime of an article crosses a border: logistic regression over {@link CrossingFeatures}. */
public final class CrossingModel {

    private static final String RESOURCE = "crossing.model";
    private static final int SIGNS = CrossingFeatures.signs().size();

    private final double[] weights;

    /**
     * A model.
     *
     * @param weights of the features
     */
    public CrossingModel(double[] weights) {
        if (weights.length != CrossingFeatures.SIZE) {
            throw new IllegalArgumentException(weights.length + " weights of " + CrossingFeatures.SIZE + " features");
        }
        this.weights = weights.clone();
    }

    /** The probability that the crime crosses a border. */
    public double probability(CrossingFeatures features) {
        return 1 / (1 + StrictMath.exp(-features.sum(weights)));
    }

    /** The model that is shipped, read when it is first asked for. */
    static CrossingModel shipped() {
        return Shipped.MODEL;
    }

    private static final class Shipped {
        private static final CrossingModel MODEL = load();
    }

    private static CrossingModel load() {
        try (InputStream in = CrossingModel.class.getResourceAsStream(RESOURCE)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /** Reads what {@link #write} wrote, if it is of the signs of this code. */
    public static CrossingModel read(InputStream stream) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(stream));
        var weights = new double[CrossingFeatures.SIZE];
        int signs = in.readUnsignedShort();
        for (int i = 0; i < signs; i++) {
            String sign = in.readUTF();
            if (i >= SIGNS || !sign.equals(CrossingFeatures.signs().get(i))) {
                throw new IOException(
                        "the model has other signs than the code: train it again with TrainCrossingModel");
            }
            weights[i] = in.readFloat();
        }
        weights[CrossingFeatures.SIZE - 1] = in.readFloat();
        double step = in.readFloat();
        for (int i = SIGNS; i < CrossingFeatures.SIZE - 1; i++) {
            weights[i] = in.readByte() * step;
        }
        return new CrossingModel(weights);
    }

    /** Writes the model, weights of letters rounded to 255 steps. The same model gives the same bytes. */
    public void write(OutputStream stream) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(stream));
        List<String> signs = CrossingFeatures.signs();
        out.writeShort(signs.size());
        for (int i = 0; i < signs.size(); i++) {
            out.writeUTF(signs.get(i));
            out.writeFloat((float) weights[i]);
        }
        out.writeFloat((float) weights[CrossingFeatures.SIZE - 1]);
        double greatest = 0;
        for (int i = SIGNS; i < CrossingFeatures.SIZE - 1; i++) {
            greatest = Math.max(greatest, Math.abs(weights[i]));
        }
        float step = (float) (greatest / Byte.MAX_VALUE);
        out.writeFloat(step);
        for (int i = SIGNS; i < CrossingFeatures.SIZE - 1; i++) {
            out.writeByte(step == 0 ? 0 : (int) Math.round(weights[i] / step));
        }
        out.flush();
    }
}
