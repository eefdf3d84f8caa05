package org.lintas.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lintas.incident.Likeness.Kind;
import org.lintas.incident.Likeness.Shared;

/** What two reports have in common and what not, as far as it was compared. */
final class Comparison {

    /** What a key says that is not the first of its kind: keys of a kind depend on each other. */
    private static final double FURTHER = .6;

    private static final int MAX_FURTHER = 3;

    /** What speaks for one incident. */
    private final List<Shared> shared = new ArrayList<>();

    private final Map<Kind, Double> signed = new EnumMap<>(Kind.class);
    private double score;
    private FigureLikeness.Compared figures = FigureLikeness.Compared.NONE;
    private ConceptLikeness.Compared concepts = ConceptLikeness.Compared.NONE;

    /** Adds a weight of a kind; one against counts, and is no key. */
    void add(Kind kind, String value, double weight) {
        if (weight > 0) {
            shared.add(new Shared(kind, value, weight));
        }
        signed.merge(kind, weight, Double::sum);
        score += weight;
    }

    /** What was added of a kind that speaks for it. */
    double weight(Kind kind) {
        return shared.stream()
                .filter(key -> key.kind() == kind)
                .mapToDouble(Shared::weight)
                .sum();
    }

    /** The sum of what was added of a kind, for it and against it. */
    double signed(Kind kind) {
        return signed.getOrDefault(kind, 0.0);
    }

    void setFigures(FigureLikeness.Compared compared) {
        figures = compared;
    }

    FigureLikeness.Compared figures() {
        return figures;
    }

    void setConcepts(ConceptLikeness.Compared compared) {
        concepts = compared;
    }

    ConceptLikeness.Compared concepts() {
        return concepts;
    }

    /** Adds keys of one kind: the rarest in full, few others in part. */
    void addBest(List<Shared> keys) {
        keys.sort(Comparator.comparingDouble(Shared::weight).reversed().thenComparing(Shared::value));
        for (int i = 0; i < Math.min(keys.size(), MAX_FURTHER); i++) {
            Shared key = keys.get(i);
            add(key.kind(), key.value(), key.weight() * StrictMath.pow(FURTHER, i));
        }
    }

    /** Sum of all weights. */
    double score() {
        return score;
    }

    /** The keys so far, in the order in which they were added. */
    List<Shared> keys() {
        return List.copyOf(shared);
    }
}
