package org.lintas.topic.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lintas.schemas.Grade;
import org.lintas.text.Language;
import org.lintas.topic.TopicModel.LogOdds;
import org.lintas.topic.TopicUpdate.OfTopic;

/**
 * Learns from decisions of readers, topic by topic. How strong the prior of a topic is, and whether it is left as it is, is decided by the
 * likelihood of held-out decisions. Thresholds stay: readers decide mostly on unsure articles, and the best threshold of these is not that of a corpus; what
 * readers grade otherwise throughout a topic or language goes into its constant.
 */
public final class UpdateTraining {

    /** Inverse variances of the prior that are tried, from the one that changes least. */
    private static final List<Double> STRENGTHS = List.of(100.0, 30.0, 10.0, 3.0, 1.0, 0.3, 0.1);

    /** Fewer decisions on a topic than these teach chance. */
    private static final int LEAST = 20;

    private static final int FOLDS = Example.FOLDS;

    private final List<Example> examples;
    private final SortedMap<String, List<Example>> byTopic = new TreeMap<>();
    private final SortedMap<String, List<Example>> undecided = new TreeMap<>();
    private final IdentityHashMap<Example, LogOdds[]> heldOut = new IdentityHashMap<>();

    /**
     * Cross-validates.
     *
     * @param examples in any order
     * @param others topics of undecided articles that the models do not give: {@link Examples#notGiven}; of each topic as many are used as there
     *     are decisions on it
     */
    public UpdateTraining(Collection<Example> examples, Collection<Example> others) {
        this.examples = examples.stream()
                .sorted(Comparator.comparing(Example::topic).thenComparing(Example::article))
                .toList();
        for (Example example : this.examples) {
            if (example.found().isPresent()) {
                byTopic.computeIfAbsent(example.topic(), any -> new ArrayList<>())
                        .add(example);
                heldOut.put(example, new LogOdds[STRENGTHS.size()]);
            }
        }
        byTopic.values().removeIf(some -> some.size() < LEAST);
        byTopic.forEach((topic, some) -> undecided.put(
                topic,
                others.stream()
                        .filter(example -> example.topic().equals(topic))
                        .sorted(Comparator.comparing(Example::article))
                        .limit(some.size())
                        .toList()));
        byTopic.keySet().stream()
                .flatMap(topic -> IntStream.range(0, FOLDS).mapToObj(fold -> Map.entry(topic, fold)))
                .toList()
                .parallelStream()
                .forEach(task -> crossValidate(task.getKey(), task.getValue()));
    }

    private void crossValidate(String topic, int fold) {
        List<Example> all = byTopic.get(topic);
        List<Example> others =
                all.stream().filter(example -> example.fold() != fold).toList();
        double[] weights = UpdateRegression.zero();
        for (int s = 0; s < STRENGTHS.size(); s++) {
            weights = UpdateRegression.fit(others, undecided.get(topic), STRENGTHS.get(s), weights);
            for (Example example : all) {
                if (example.fold() == fold) {
                    heldOut.get(example)[s] = example.found().orElseThrow().logOdds(weights);
                }
            }
        }
    }

    /**
     * The strength of the prior for each topic that is to be learned, by its number: the greatest whose loss on held-out decisions is within one
     * standard error of the least (Breiman et al. 1984). Topics of which this holds without learning are left as they are.
     *
     * @param without fold that is left out
     */
    private SortedMap<String, Integer> strengths(int without) {
        SortedMap<String, Integer> strengths = new TreeMap<>();
        byTopic.forEach((topic, some) -> {
            List<double[]> losses = some.stream()
                    .filter(example -> example.fold() != without)
                    .map(this::losses)
                    .toList();
            int strength = strength(losses);
            if (strength >= 0) {
                strengths.put(topic, strength);
            }
        });
        return strengths;
    }

    /** Losses of a decision with each strength, and at the end that of the models as they are. */
    private double[] losses(Example example) {
        var losses = new double[STRENGTHS.size() + 1];
        for (int s = 0; s < STRENGTHS.size(); s++) {
            losses[s] = UpdateRegression.loss(example, heldOut.get(example)[s]);
        }
        losses[STRENGTHS.size()] = UpdateRegression.loss(example, example.before());
        return losses;
    }

    private static int strength(List<double[]> losses) {
        int none = STRENGTHS.size();
        int best = none;
        for (int s = 0; s < none; s++) {
            best = more(losses, best, s).sum > 0 ? s : best;
        }
        if (more(losses, none, best).isChance()) {
            return -1;
        }
        int strength = 0;
        while (strength < best && !more(losses, strength, best).isChance()) {
            strength++;
        }
        return strength;
    }

    /** How much greater some losses are than others, and the standard error of that. */
    private record Difference(double sum, double error) {
        boolean isChance() {
            return sum <= error;
        }
    }

    private static Difference more(List<double[]> losses, int one, int other) {
        double sum = 0;
        for (double[] loss : losses) {
            sum += loss[one] - loss[other];
        }
        double squares = 0;
        for (double[] loss : losses) {
            double deviation = loss[one] - loss[other] - sum / losses.size();
            squares += deviation * deviation;
        }
        return new Difference(sum, Math.sqrt(squares));
    }

    /** What becomes of each decision if its article is held out; the strengths are then chosen without it, too. */
    public List<HeldOut> heldOut() {
        List<SortedMap<String, Integer>> strengths =
                IntStream.range(0, FOLDS).mapToObj(this::strengths).toList();
        return examples.stream()
                .map(example -> heldOut(example, strengths.get(example.fold()).get(example.topic())))
                .toList();
    }

    /** Of a decision with a strength, by its number; null if its topic is left as it is. */
    private HeldOut heldOut(Example example, Integer strength) {
        Optional<Grade> before = Optional.empty();
        Optional<Grade> after = Optional.empty();
        if (example.found().isPresent()) {
            before = example.given();
            after = strength == null ? before : example.graded(heldOut.get(example)[strength]);
        }
        return new HeldOut(example.language(), example.topic(), example.decided(), before, after);
    }

    /** The strength of the prior for each topic that is to be learned; the others are left as they are. */
    public SortedMap<String, Double> strengths() {
        SortedMap<String, Double> strengths = new TreeMap<>();
        strengths(FOLDS).forEach((topic, strength) -> strengths.put(topic, STRENGTHS.get(strength)));
        return strengths;
    }

    /**
     * The weights learned from all decisions.
     *
     * @param before weights that the models had already, to which these are added
     */
    public SortedMap<String, OfTopic> fit(Map<String, OfTopic> before) {
        SortedMap<String, Double> strengths = strengths();
        Map<String, double[]> weights = strengths.keySet().parallelStream()
                .collect(Collectors.toConcurrentMap(
                        topic -> topic,
                        topic -> UpdateRegression.fit(
                                byTopic.get(topic),
                                undecided.get(topic),
                                strengths.get(topic),
                                UpdateRegression.zero())));
        SortedMap<String, OfTopic> fitted = new TreeMap<>(before);
        weights.forEach((topic, learned) -> {
            SortedSet<Language> languages =
                    byTopic.get(topic).stream().map(Example::language).collect(Collectors.toCollection(TreeSet::new));
            OfTopic earlier = before.get(topic);
            if (earlier != null) {
                languages.addAll(earlier.languages());
                double[] all = earlier.unpacked();
                for (int i = 0; i < all.length; i++) {
                    learned[i] += all[i];
                }
            }
            fitted.put(topic, OfTopic.of(languages, learned));
        });
        return fitted;
    }

    /** How often grades of some decisions are those of the reader, before or after. */
    public static GradeScore score(Collection<HeldOut> some, Function<HeldOut, Optional<Grade>> given) {
        var score = new GradeScore();
        some.forEach(one -> score.add(one.decided(), given.apply(one)));
        return score;
    }
}
