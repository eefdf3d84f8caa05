package org.lintas.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.lintas.dedup.text.Verifier;
import org.lintas.figure.FigureFinder;
import org.lintas.place.CountryTagger;
import org.lintas.topic.Taxonomy;
import org.lintas.topic.TopicClassifier;

/** Versions of all that shapes the output, as they stand in the manifest and in the footer of every file. */
public final class Versions {

    /** Of the datasets' columns. */
    private static final String SCHEMA = "0.1";

    private Versions() {}

    /** By name, such as {@code lintas.schema}. */
    public static Map<String, String> all() {
        return new TreeMap<>(Map.of(
                "lintas.version",
                program(),
                "lintas.schema",
                SCHEMA,
                "lintas.dedup",
                Verifier.VERSION,
                "lintas.taxonomy",
                Taxonomy.VERSION,
                "lintas.topics",
                TopicClassifier.VERSION,
                "lintas.countries",
                CountryTagger.VERSION,
                "lintas.places",
                CountryTagger.PLACES_VERSION,
                "lintas.figures",
                FigureFinder.VERSION));
    }

    /** Whether a version of numbers and dots is above another one; one that is none of them is. */
    static boolean isNewer(String version, String than) {
        if (!version.matches("\\d{1,9}(\\.\\d{1,9})*")) {
            return true;
        }
        return Arrays.compare(numbers(version), numbers(than)) > 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    /** The version of the program. */
    public static String program() {
        try (InputStream in = Versions.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
