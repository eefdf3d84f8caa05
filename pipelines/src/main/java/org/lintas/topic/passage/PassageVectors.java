package org.lintas.topic.passage;

import java.util.ArrayList;
import java.util.List;
import org.lintas.text.Language;
import org.lintas.text.Script;

/** The vectors of an article's beginning, {@link PassageModel#normalise normalised}. */
public final class PassageVectors {

    /** Headline and text of an article's opening, in letters. */
    private static final int OPENING = 300;

    /** A Chinese character counts as this many letters. */
    private static final double LETTERS_PER_CHARACTER = 2.5;

    private final List<Passage> passages;
    private final List<float[]> each;
    private final float[] opening;
    private final float[] whole;

    private PassageVectors(List<Passage> passages, List<float[]> each, float[] opening, float[] whole) {
        this.passages = passages;
        this.each = each;
        this.opening = opening;
        this.whole = whole;
    }

    public static PassageVectors of(TokenVectors tokens, Language language, String title, String text) {
        double letters = language.script() == Script.HAN ? LETTERS_PER_CHARACTER : 1;
        List<Passage> passages = Passage.of(title, text, letters);
        var each = new ArrayList<float[]>();
        var opening = new float[tokens.dimensions()];
        var whole = new float[tokens.dimensions()];
        int length = 0;
        for (Passage passage : passages) {
            float[] sum = tokens.sum(passage.in(title, text));
            each.add(PassageModel.normalise(sum));
            add(whole, sum);
            if (length * letters < OPENING) {
                add(opening, sum);
            }
            length += passage.end() - passage.start();
        }
        return new PassageVectors(passages, each, PassageModel.normalise(opening), PassageModel.normalise(whole));
    }

    /** The headline, if there is one, and the passages of the text. */
    public List<Passage> passages() {
        return passages;
    }

    /** Vector of each passage. */
    public List<float[]> each() {
        return each;
    }

    /** Vector of headline and first sentences. */
    public float[] opening() {
        return opening;
    }

    /** Vector of all passages. */
    public float[] whole() {
        return whole;
    }

    private static void add(float[] to, float[] vector) {
        for (int i = 0; i < to.length; i++) {
            to[i] += vector[i];
        }
    }
}
