package org.lintas.topic;

import org.lintas.text.Language;

/**
 * The features of a topic of an article as {@link TopicUpdate} weighs them: those of {@link FeatureVector} but for the n-grams of all topics, and the
 * language. Every topic has weights of its own for all of them. Terms and n-grams share a fixed number of slots, with signs (Weinberger et al. 2009,
 * doi:10.1145/1553374.1553516).
 */
public final class UpdateVector {

    private static final int HASH_BITS = 14;
    private static final int LANGUAGE = TopicFeatures.PLAIN;
    private static final int HASHED = LANGUAGE + Language.values().length;

    /** Number of slots, each with a weight of a mention and one of main. */
    public static final int SLOTS = HASHED + (1 << HASH_BITS);

    /** How much n-grams, which tell one kind of article from others of its topic, count beside the other features. */
    private static final float GRAMS = 2;

    private final short[] slots;
    private final float[] values;

    /** Slots of n-grams; of those with a negative sign the complement. */
    private final short[] grams;

    private final float gramValue;

    private UpdateVector(short[] slots, float[] values, short[] grams, float gramValue) {
        this.slots = slots;
        this.values = values;
        this.grams = grams;
        this.gramValue = gramValue;
    }

    // Slots of languages are only used within this program: model files are bound to it.
    @SuppressWarnings("EnumOrdinal")
    public static UpdateVector of(FeatureVector features, Language language) {
        int size = features.withoutGrams();
        var slots = new short[size + 1];
        var values = new float[size + 1];
        for (int i = 0; i < size; i++) {
            int index = features.index(i);
            if (index < TopicFeatures.PLAIN) {
                slots[i] = (short) index;
                values[i] = features.value(i);
            } else {
                short slot = hashed(index);
                slots[i] = slot < 0 ? (short) ~slot : slot;
                values[i] = slot < 0 ? -features.value(i) : features.value(i);
            }
        }
        slots[size] = (short) (LANGUAGE + language.ordinal());
        values[size] = 1;
        var grams = new short[features.sharedSize()];
        for (int i = 0; i < grams.length; i++) {
            grams[i] = hashed(features.shared(i));
        }
        return new UpdateVector(slots, values, grams, GRAMS * features.gramValue());
    }

    private static short hashed(int index) {
        int mixed = index * 0x9E3779B1;
        int slot = HASHED + (mixed >>> (Integer.SIZE - HASH_BITS));
        return (short) ((mixed & (1 << (Integer.SIZE - HASH_BITS - 1))) == 0 ? slot : ~slot);
    }

    /** What weights, by slot and class, make of it. */
    public TopicModel.LogOdds times(double[] weights) {
        double mention = 0;
        double main = 0;
        for (int i = 0; i < slots.length; i++) {
            int at = slots[i] * TopicModel.CLASSES;
            mention += weights[at] * values[i];
            main += weights[at + 1] * values[i];
        }
        double mentionGrams = 0;
        double mainGrams = 0;
        for (short gram : grams) {
            if (gram < 0) {
                int at = ~gram * TopicModel.CLASSES;
                mentionGrams -= weights[at];
                mainGrams -= weights[at + 1];
            } else {
                int at = gram * TopicModel.CLASSES;
                mentionGrams += weights[at];
                mainGrams += weights[at + 1];
            }
        }
        return new TopicModel.LogOdds(mention + gramValue * mentionGrams, main + gramValue * mainGrams);
    }

    /** Adds it, times a number for each class, to a sum by slot and class. */
    public void addTo(double[] sum, double mention, double main) {
        for (int i = 0; i < slots.length; i++) {
            int at = slots[i] * TopicModel.CLASSES;
            sum[at] += mention * values[i];
            sum[at + 1] += main * values[i];
        }
        double mentionGram = mention * gramValue;
        double mainGram = main * gramValue;
        for (short gram : grams) {
            if (gram < 0) {
                int at = ~gram * TopicModel.CLASSES;
                sum[at] -= mentionGram;
                sum[at + 1] -= mainGram;
            } else {
                int at = gram * TopicModel.CLASSES;
                sum[at] += mentionGram;
                sum[at + 1] += mainGram;
            }
        }
    }
}
