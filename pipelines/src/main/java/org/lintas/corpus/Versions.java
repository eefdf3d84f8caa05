package org.lintas.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.lintas.dedup.text.Verifier;
import org.lintas.entity.EntityFinder;
import org.lintas.figure.FigureFinder;
import org.lintas.incident.ReportReader;
import org.lintas.place.CountryTagger;
import org.lintas.topic.Taxonomy;
import org.lintas.topic.TopicClassifier;

/** Versions of everything that affects the output, recorded in the manifest and in the footer of every file. */
public final class Versions {

    /** Version of the columns of the datasets. */
    private static final String SCHEMA = "0.1";

    /** Name of the version of the taxonomy. */
    public static final String TAXONOMY = "lintas.taxonomy";

    /** Name of the version of the models that grade topics. */
    public static final String TOPICS = "lintas.topics";

    /** Name of the version of the table of places. */
    public static final String PLACES = "lintas.places";

    /** Name of the version of the rules for duplicates. */
    public static final String DEDUP = "lintas.dedup";

    private static final String INCIDENTS = "lintas.incidents";

    /** Name of the option that holds the digest of a user's own taxonomy; empty without one. */
    public static final String TAXONOMY_DIGEST = "taxonomySha256";

    /** Name of the option that holds the digest of a user's own model; empty without one. */
    public static final String MODEL_DIGEST = "modelSha256";

    /** Name of the option that holds the digest of a user's own places; empty without them. */
    public static final String PLACES_DIGEST = "placesSha256";

    private Versions() {}

    /** What tells a user's own taxonomy, model or places in a version: a plus sign and the beginning of its digest; empty without one. */
    public static String own(String version) {
        return version.replaceFirst("^[^+]*", "");
    }

    /** All versions by name, such as {@code lintas.schema}. */
    public static Map<String, String> all() {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("lintas.version", program()),
                Map.entry("lintas.schema", SCHEMA),
                Map.entry(DEDUP, Verifier.VERSION),
                Map.entry(TAXONOMY, Taxonomy.VERSION),
                Map.entry(TOPICS, TopicClassifier.VERSION),
                Map.entry("lintas.countries", CountryTagger.VERSION),
                Map.entry(PLACES, CountryTagger.PLACES_VERSION),
                Map.entry("lintas.crossing", CountryTagger.CROSSING_VERSION),
                Map.entry("lintas.figures", FigureFinder.VERSION),
                Map.entry("lintas.entities", EntityFinder.VERSION),
                Map.entry(INCIDENTS, ReportReader.VERSION)));
    }

    /**
     * Whether a corpus was built by the rules for incidents of this program, so that it has all columns.
     *
     * @param versions those of its manifest, by name
     */
    public static boolean isOfTheseRules(Map<String, String> versions) {
        return ReportReader.VERSION.equals(versions.get(INCIDENTS));
    }

    /** Whether a version of numbers and dots is newer than another; a version of any other form counts as newer. */
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
