package org.lintas.incident;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lintas.text.WordTable;

/** The mean meaning of articles in each language, from {@code meaning_centres.tsv}: what all of them have in common tells nothing of an incident. */
public final class MeaningCentres {

    /** Of the numbers of the table. */
    public static final double SCALE = 1_000;

    /** Language and part of an article. */
    private record Key(String language, Meaning part) {}

    private static final Map<Key, float[]> ALL = new HashMap<>();

    static {
        for (List<String> row : WordTable.read(MeaningCentres.class, "meaning_centres.tsv", 3)) {
            String[] numbers = row.get(2).split(" ");
            var centre = new float[numbers.length];
            for (int i = 0; i < centre.length; i++) {
                centre[i] = (float) (Integer.parseInt(numbers[i]) / SCALE);
            }
            ALL.put(new Key(row.get(0), Meaning.valueOf(row.get(1))), centre);
        }
    }

    private MeaningCentres() {}

    /** What a vector has more than the mean of its language, with length one; zeros if it is empty. */
    static float[] centred(String language, Meaning part, ByteBuffer vector) {
        double[] meaning = unit(vector);
        float[] centre = ALL.get(new Key(language, part));
        var centred = new float[meaning.length];
        double squares = 0;
        for (double value : meaning) {
            squares += value * value;
        }
        if (squares == 0) {
            return centred;
        }
        squares = 0;
        for (int i = 0; i < meaning.length; i++) {
            meaning[i] -= centre == null ? 0 : centre[i];
            squares += meaning[i] * meaning[i];
        }
        for (int i = 0; squares > 0 && i < centred.length; i++) {
            centred[i] = (float) (meaning[i] / Math.sqrt(squares));
        }
        return centred;
    }

    /** The vector of a report with length one; zeros if it is empty. */
    public static double[] unit(ByteBuffer vector) {
        var values = new double[vector.remaining()];
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = vector.get(vector.position() + i);
            squares += values[i] * values[i];
        }
        double length = Math.sqrt(squares);
        for (int i = 0; length > 0 && i < values.length; i++) {
            values[i] /= length;
        }
        return values;
    }
}
