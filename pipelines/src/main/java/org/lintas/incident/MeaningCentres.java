package org.lintas.incident;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lintas.text.WordTable;

/** The mean meaning of reports in each language, from {@code meaning_centres.tsv}: what all of them have in common tells nothing of an incident. */
public final class MeaningCentres {

    /** Of the numbers of the table. */
    public static final double SCALE = 1_000;

    private static final Map<String, double[]> ALL = new HashMap<>();

    static {
        for (List<String> row : WordTable.read(MeaningCentres.class, "meaning_centres.tsv", 2)) {
            ALL.put(
                    row.get(0),
                    Arrays.stream(row.get(1).split(" "))
                            .mapToDouble(value -> Integer.parseInt(value) / SCALE)
                            .toArray());
        }
    }

    private MeaningCentres() {}

    /** A vector of length one, less the mean of its language; zeros if it is empty. */
    static double[] centred(String language, ByteBuffer vector) {
        double[] meaning = unit(vector);
        double[] centre = ALL.get(language);
        boolean isEmpty = Arrays.stream(meaning).allMatch(value -> value == 0);
        for (int i = 0; !isEmpty && centre != null && i < Math.min(meaning.length, centre.length); i++) {
            meaning[i] -= centre[i];
        }
        return meaning;
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
        return length == 0
                ? values
                : Arrays.stream(values).map(value -> value / length).toArray();
    }
}
