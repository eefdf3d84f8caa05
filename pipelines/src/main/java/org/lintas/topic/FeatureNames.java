package org.lintas.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lintas.schemas.Genre;

/** Names of the features of {@link TopicFeatures} that are not hashed, by their number. */
final class FeatureNames {

    private static final List<String> TOPICS = Taxonomy.builtIn().topics();
    private static final List<String> SETTINGS = CrimeSettings.get().names();

    static final List<String> ALL = List.copyOf(names());

    private FeatureNames() {}

    private static List<String> names() {
        var names = new ArrayList<String>();
        List.of(Signal.values()).forEach(signal -> names.add(signal.name().toLowerCase(Locale.ROOT)));
        addCounts(names, "core hits", TopicFeatures.MAX_HITS);
        addCounts(names, "different core terms", TopicFeatures.MAX_TERMS);
        addCounts(names, "density", TopicFeatures.MAX_DENSITY);
        addCounts(names, "core parts", TopicFeatures.MAX_PARTS);
        addCounts(names, "stronger topics", TopicFeatures.MAX_RANK);
        addCounts(names, "said in the opening", TopicFeatures.SAID_BANDS - 1);
        addCounts(names, "said in the opening, without term", TopicFeatures.SAID_BANDS - 1);
        for (String setting : SETTINGS) {
            for (String part : List.of("title", "lead", "density", "title with the topic", "near")) {
                names.add("setting " + setting + ", " + part);
            }
        }
        for (Genre genre : Genre.values()) {
            for (String part : List.of("", ", without term", ", said in the opening")) {
                names.add("genre " + genre + part);
            }
        }
        for (String topic : TOPICS) {
            for (String part : List.of("bias", "density", "title core", "opening core", "said in the opening")) {
                names.add("topic " + topic + ", " + part);
            }
        }
        TOPICS.forEach(topic -> SETTINGS.forEach(setting -> names.add("topic " + topic + ", setting " + setting)));
        for (String topic : TOPICS) {
            for (Genre genre : Genre.values()) {
                names.add("topic " + topic + ", genre " + genre);
            }
        }
        for (String topic : TOPICS) {
            for (String other : TOPICS) {
                names.add("topic " + topic + ", beside " + other + ", density");
                names.add("topic " + topic + ", beside " + other + ", title core");
            }
        }
        return names;
    }

    private static void addCounts(List<String> names, String name, int most) {
        for (int i = 0; i <= most; i++) {
            names.add(name + " " + (i == most ? i + " or more" : i));
        }
    }
}
