package org.lintas.topic.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lintas.text.Language;
import org.lintas.text.Script;

/**
 * The vectors of an article's beginning, {@link PassageModel#normalise normalised}, made when they are asked for: most articles are
 * told by their opening to be about no topic. For use by one thread.
 */
public final class PassageVectors {

    /** Headline and text of an article's opening, in letters. */
    private static final int OPENING = 300;

    /** A Chinese character counts as this many letters. */
    private static final double LETTERS_PER_CHARACTER = 2.5;

    private final PassageEncoder encoder;
    private final String title;
    private final String text;
    private final double letters;
    private final List<Passage> passages;

    /** Vectors of the first passages, as many as were needed so far. */
    private final List<float[]> encoded = new ArrayList<>();

    private PassageVectors(PassageEncoder encoder, String title, String text, double letters) {
        this.encoder = encoder;
        this.title = title;
        this.text = text;
        this.letters = letters;
        this.passages = Passage.of(title, text, letters);
    }

    public static PassageVectors of(PassageEncoder encoder, Language language, String title, String text) {
        return new PassageVectors(encoder, title, text, language.script() == Script.HAN ? LETTERS_PER_CHARACTER : 1);
    }

    /** The headline, if there is one, and the passages of the text. */
    public List<Passage> passages() {
        return passages;
    }

    /** Vector of each passage. */
    public List<float[]> each() {
        return IntStream.range(0, passages.size())
                .mapToObj(i -> PassageModel.normalise(encoded(i)))
                .toList();
    }

    /** What a passage says. */
    public String text(Passage passage) {
        return passage.in(title, text);
    }

    /** The passages that are headline and first sentences. */
    public List<Passage> openingPassages() {
        int count = 0;
        int length = 0;
        while (count < passages.size() && length * letters < OPENING) {
            length += passages.get(count).end() - passages.get(count).start();
            count++;
        }
        return passages.subList(0, count);
    }

    /** Vector of headline and first sentences. */
    public float[] opening() {
        return first(openingPassages().size());
    }

    /** Vector of all passages. */
    public float[] whole() {
        return first(passages.size());
    }

    private float[] first(int count) {
        var total = new float[encoder.dimensions()];
        for (int i = 0; i < count; i++) {
            float[] vector = encoded(i);
            for (int d = 0; d < total.length; d++) {
                total[d] += vector[d];
            }
        }
        return PassageModel.normalise(total);
    }

    private float[] encoded(int passage) {
        while (encoded.size() <= passage) {
            encoded.add(encoder.encode(passages.get(encoded.size()).in(title, text)));
        }
        return encoded.get(passage);
    }
}
