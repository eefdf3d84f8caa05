package org.lintas.topic;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.lintas.schemas.Genre;

/** Estimates how likely an article is of each genre: multinomial logistic regression over {@link GenreFeatures}. */
public final class GenreModel {

    private static final String RESOURCE = "genre.model";
    private static final double LIKELY = 0.5;
    private static final List<Genre> ALL = List.of(Genre.values());
    private static final int GENRES = ALL.size();

    private final List<String> features;

    /** For each feature its weight in all genres. */
    private final float[] weights;

    /**
     * A model.
     *
     * @param features names of the features
     * @param weights for each feature its weight in all genres, in their order
     */
    public GenreModel(List<String> features, float[] weights) {
        if (weights.length != features.size() * GENRES) {
            throw new IllegalArgumentException(weights.length + " weights of " + features.size() + " features");
        }
        this.features = List.copyOf(features);
        this.weights = weights;
    }

    /**
     * The likeliest genre.
     *
     * @param probability how likely it is
     */
    public record Guess(Genre genre, double probability) {

        /** Whether the article is likelier of this genre than not. */
        public boolean isLikely() {
            return probability >= LIKELY;
        }
    }

    /** For each genre, in their order, the probability that an article is of it. */
    public double[] probabilities(float[] vector) {
        var sums = new double[GENRES];
        for (int i = 0; i < vector.length; i++) {
            float value = vector[i];
            if (value != 0) {
                for (int genre = 0; genre < GENRES; genre++) {
                    sums[genre] += weights[i * GENRES + genre] * value;
                }
            }
        }
        double greatest = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            greatest = Math.max(greatest, sum);
        }
        double all = 0;
        for (int genre = 0; genre < GENRES; genre++) {
            sums[genre] = StrictMath.exp(sums[genre] - greatest);
            all += sums[genre];
        }
        for (int genre = 0; genre < GENRES; genre++) {
            sums[genre] /= all;
        }
        return sums;
    }

    /** The first of the likeliest genres. */
    public static Guess likeliest(double[] probabilities) {
        int best = 0;
        for (int genre = 1; genre < GENRES; genre++) {
            best = probabilities[genre] > probabilities[best] ? genre : best;
        }
        return new Guess(ALL.get(best), probabilities[best]);
    }

    /** The model that is shipped. */
    static GenreModel load() {
        try (InputStream in = GenreModel.class.getResourceAsStream(RESOURCE)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /** Reads what {@link #write} wrote, if it is of the genres and features of this code. */
    public static GenreModel read(InputStream stream) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(stream));
        List<String> genres = names(in);
        if (!genres.equals(genres())) {
            throw new IOException(
                    "the model has the genres " + genres + ", unlike the code: train it again with TrainTopicModel");
        }
        int dimensions = in.readInt();
        List<String> features = names(in);
        if (!features.equals(GenreFeatures.names(dimensions))) {
            throw new IOException("the model has other features than the code: train it again with TrainTopicModel");
        }
        var weights = new float[features.size() * GENRES];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readFloat();
        }
        return new GenreModel(features, weights);
    }

    private static List<String> names(DataInputStream in) throws IOException {
        var names = new ArrayList<String>();
        for (int i = in.readUnsignedShort(); i > 0; i--) {
            names.add(in.readUTF());
        }
        return names;
    }

    private static List<String> genres() {
        return ALL.stream().map(Genre::name).toList();
    }

    /** Writes the model; the same model gives the same bytes. */
    public void write(OutputStream stream) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(stream));
        write(out, genres());
        out.writeInt(features.size() - GenreFeatures.names(0).size());
        write(out, features);
        for (float weight : weights) {
            out.writeFloat(weight);
        }
        out.flush();
    }

    private static void write(DataOutputStream out, List<String> names) throws IOException {
        out.writeShort(names.size());
        for (String name : names) {
            out.writeUTF(name);
        }
    }
}
