package org.lintas.topic;

import java.util.ArrayList;
import java.util.List;

/** What tells the genre of an article in any language: the words of each setting, by place, and where the vector of its opening points. */
public final class GenreFeatures {

    private static final List<String> SETTINGS = CrimeSettings.get().names();
    private static final int OF_SETTING = 3;
    private static final int VECTOR = 1 + SETTINGS.size() * OF_SETTING;

    /** What the components of a vector, which are about a half, are multiplied by to be as large as the other features. */
    private static final float OF_COMPONENT = 0.5f;

    private GenreFeatures() {}

    /**
     * The features of an article.
     *
     * @param opening vector of headline and first sentences, normalised
     */
    public static float[] of(TopicFinder.Findings article, float[] opening) {
        var features = new float[VECTOR + opening.length];
        features[0] = 1;
        for (TopicFinding setting : article.settings()) {
            SettingShare share = SettingShare.of(article, setting);
            int at = 1 + SETTINGS.indexOf(setting.topic()) * OF_SETTING;
            features[at] = (float) share.title();
            features[at + 1] = (float) share.lead();
            features[at + 2] = (float) share.density();
        }
        for (int i = 0; i < opening.length; i++) {
            features[VECTOR + i] = OF_COMPONENT * opening[i];
        }
        return features;
    }

    /** What a model file knows the features by, in their order, for vectors of a length. */
    public static List<String> names(int dimensions) {
        var names = new ArrayList<String>();
        names.add("bias");
        for (String setting : SETTINGS) {
            for (String part : List.of("title", "lead", "density")) {
                names.add("setting " + setting + ", " + part);
            }
        }
        for (int i = 0; i < dimensions; i++) {
            names.add("opening " + i);
        }
        return List.copyOf(names);
    }
}
