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
 * Learns from decisions of readers, topic by topic. How strong the prior is, and which topics are left as they are, is decided by the likelihood of
 * held-out decisions. Thresholds stay: readers decide mostly on unsure articles, and the best threshold of these is not that of a corpus; what
 * readers grade otherwise throughout a topic or language goes into its constant.
 */
public final class UpdateTraining {

    /** Inverse variances of the prior that are tried, from the one that changes least. */
    private static final List<Double> STRENGTHS = List.of(100.0, 30.0, 10.0, 3.0, 1.0, 0.3);

    /** Fewer decisions on a topic than these teach chance. */
    private static final int LEAST = 10;

    private static final int FOLDS = Example.FOLDS;

    /**
     * What a strength of the prior makes of the held-out decisions.
     *
     * @param before loss of the models as they are, by topic and fold
     * @param after loss with each strength, by topic, strength and fold
     */
    private record Losses(Map<String, double[]> before, Map<String, double[][]> after) {}

    /** A strength, by its number, and the topics that it makes better. */
    private record Choice(int strength, SortedSet<String> topics) {}

    private final List<Example> examples;
    private final SortedMap<String, List<Example>> byTopic = new TreeMap<>();
    private final Map<Example, LogOdds[]> heldOut = new IdentityHashMap<>();
    private final Losses losses = new Losses(new TreeMap<>(), new TreeMap<>());

    /**
     * Cross-validates.
     *
     * @param examples in any order
     */
    public UpdateTraining(Collection<Example> examples) {
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
        byTopic.entrySet().stream()
                .flatMap(topic -> IntStream.range(0, FOLDS).mapToObj(fold -> Map.entry(topic.getValue(), fold)))
                .toList()
                .parallelStream()
                .forEach(task -> crossValidate(task.getKey(), task.getValue()));
        byTopic.forEach(this::addLosses);
    }

    private void crossValidate(List<Example> topic, int fold) {
        List<Example> others =
                topic.stream().filter(example -> example.fold() != fold).toList();
        double[] weights = UpdateRegression.zero();
        for (int s = 0; s < STRENGTHS.size(); s++) {
            weights = others.isEmpty() ? weights : UpdateRegression.fit(others, STRENGTHS.get(s), weights);
            for (Example example : topic) {
                if (example.fold() == fold) {
                    heldOut.get(example)[s] = example.found().orElseThrow().logOdds(weights);
                }
            }
        }
    }

    private void addLosses(String topic, List<Example> some) {
        var before = new double[FOLDS];
        var after = new double[STRENGTHS.size()][FOLDS];
        for (Example example : some) {
            before[example.fold()] += UpdateRegression.loss(example, example.before());
            for (int s = 0; s < after.length; s++) {
                after[s][example.fold()] += UpdateRegression.loss(example, heldOut.get(example)[s]);
            }
        }
        losses.before.put(topic, before);
        losses.after.put(topic, after);
    }

    /** The best choice by all folds but one. */
    private Choice choice(int without) {
        Choice best = new Choice(0, new TreeSet<>());
        double bestGain = 0;
        for (int s = 0; s < STRENGTHS.size(); s++) {
            SortedSet<String> better = new TreeSet<>();
            double gain = 0;
            for (String topic : byTopic.keySet()) {
                double gainOfTopic = sum(losses.before.get(topic), without) - sum(losses.after.get(topic)[s], without);
                if (gainOfTopic > 0) {
                    better.add(topic);
                    gain += gainOfTopic;
                }
            }
            if (gain > bestGain) {
                bestGain = gain;
                best = new Choice(s, better);
            }
        }
        return best;
    }

    private static double sum(double[] byFold, int without) {
        double sum = 0;
        for (int fold = 0; fold < byFold.length; fold++) {
            sum += fold == without ? 0 : byFold[fold];
        }
        return sum;
    }

    /** What becomes of each decision if its article is held out; strength and topics are then chosen without it, too. */
    public List<HeldOut> heldOut() {
        List<Choice> choices =
                IntStream.range(0, FOLDS).mapToObj(this::choice).toList();
        return examples.stream()
                .map(example -> heldOut(example, choices.get(example.fold())))
                .toList();
    }

    private HeldOut heldOut(Example example, Choice choice) {
        Optional<Grade> before = Optional.empty();
        Optional<Grade> after = Optional.empty();
        if (example.found().isPresent()) {
            before = example.graded(example.before());
            after = choice.topics.contains(example.topic())
                    ? example.graded(heldOut.get(example)[choice.strength])
                    : before;
        }
        return new HeldOut(example.language(), example.topic(), example.decided(), before, after);
    }

    /** Topics that readers decided on often enough to learn from. */
    public SortedSet<String> topics() {
        return new TreeSet<>(byTopic.keySet());
    }

    /** Topics of which held-out decisions become likelier. */
    public SortedSet<String> better() {
        return choice(FOLDS).topics;
    }

    /** The strength of the prior that is chosen. */
    public double strength() {
        return STRENGTHS.get(choice(FOLDS).strength);
    }

    /**
     * The weights learned from all decisions.
     *
     * @param topics some of {@link #topics}
     * @param before weights that the models had already, to which these are added
     */
    public SortedMap<String, OfTopic> fit(Collection<String> topics, Map<String, OfTopic> before) {
        double strength = strength();
        Map<String, double[]> weights = topics.parallelStream()
                .collect(Collectors.toConcurrentMap(
                        topic -> topic,
                        topic -> UpdateRegression.fit(byTopic.get(topic), strength, UpdateRegression.zero())));
        SortedMap<String, OfTopic> fitted = new TreeMap<>(before);
        weights.forEach((topic, learned) -> {
            SortedSet<Language> languages = byTopic.get(topic).stream()
                    .map(Example::language)
                    .collect(Collectors.toCollection(TreeSet::new));
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
