package org.lintas.lab.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Logistic regression over hashed n-grams of one to four characters of headline and text, one for each topic and grade. */
final class NgramBaseline implements TopicBaseline {

    private static final int BUCKETS = 1 << 18;
    private static final int LONGEST = 4;
    private static final int LENGTH = 1_500;
    private static final int EPOCHS = 20;
    private static final double RATE = 1;
    private static final double HALF = 0.5;

    private final Map<String, float[]> main = new TreeMap<>();
    private final Map<String, float[]> any = new TreeMap<>();

    private static final class Features {
        private final int[] buckets;
        private final float[] values;

        Features(int size) {
            buckets = new int[size];
            values = new float[size];
        }
    }

    private NgramBaseline() {}

    static NgramBaseline train(List<LabelledArticle> articles) {
        var baseline = new NgramBaseline();
        var topics = new TreeSet<String>();
        var features = new ArrayList<Features>();
        for (LabelledArticle article : articles) {
            topics.addAll(article.main());
            topics.addAll(article.mention());
            features.add(features(article));
        }
        for (String topic : topics) {
            var isMain = new boolean[articles.size()];
            var isAny = new boolean[articles.size()];
            for (int i = 0; i < isMain.length; i++) {
                isMain[i] = articles.get(i).main().contains(topic);
                isAny[i] = isMain[i] || articles.get(i).mention().contains(topic);
            }
            baseline.main.put(topic, fit(features, isMain));
            baseline.any.put(topic, fit(features, isAny));
        }
        return baseline;
    }

    /** The last weight is the bias. The articles come in the same order in each epoch, those of a language spread over it. */
    private static float[] fit(List<Features> articles, boolean[] labels) {
        var weights = new float[BUCKETS + 1];
        int stride = 617;
        for (int step = 0; step < EPOCHS * labels.length; step++) {
            int i = (int) ((long) step * stride % labels.length);
            Features features = articles.get(i);
            double rate = RATE / (1 + 3.0 * step / labels.length);
            double error = (labels[i] ? 1 : 0) - probability(weights, features);
            for (int f = 0; f < features.buckets.length; f++) {
                weights[features.buckets[f]] += (float) (rate * error * features.values[f] * 10);
            }
            weights[BUCKETS] += (float) (rate * error * 0.1);
        }
        return weights;
    }

    private static double probability(float[] weights, Features features) {
        double sum = weights[BUCKETS];
        for (int f = 0; f < features.buckets.length; f++) {
            sum += weights[features.buckets[f]] * features.values[f];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static Features features(LabelledArticle article) {
        String text = article.title() + "\n" + article.text();
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < Math.min(LENGTH, text.length()); i++) {
            int hash = article.language().code().hashCode();
            for (int n = 0; n < LONGEST && i + n < text.length(); n++) {
                hash = hash * 31 + Character.toLowerCase(text.charAt(i + n));
                counts.merge((hash * 0x9E3779B1) >>> 14, 1, Integer::sum);
            }
        }
        var features = new Features(counts.size());
        float[] values = features.values;
        double square = 0;
        int next = 0;
        for (var count : counts.entrySet()) {
            features.buckets[next] = count.getKey();
            values[next] = (float) (1 + Math.log(count.getValue()));
            square += values[next] * values[next];
            next++;
        }
        for (int f = 0; f < values.length; f++) {
            values[f] /= (float) Math.sqrt(square);
        }
        return features;
    }

    private static Set<String> above(Map<String, float[]> models, LabelledArticle article) {
        Features features = features(article);
        var topics = new TreeSet<String>();
        models.forEach((topic, weights) -> {
            if (probability(weights, features) >= HALF) {
                topics.add(topic);
            }
        });
        return topics;
    }

    @Override
    public Set<String> main(LabelledArticle article) {
        return above(main, article);
    }

    @Override
    public Set<String> any(LabelledArticle article) {
        return above(any, article);
    }
}
