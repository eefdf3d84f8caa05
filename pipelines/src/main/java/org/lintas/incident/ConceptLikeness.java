package org.lintas.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lintas.incident.Likeness.Kind;
import org.lintas.incident.Likeness.Shared;

/** What two reports tell of {@link Concepts}: those of both count as much as they are rare. */
final class ConceptLikeness {

    /** Reports have several concepts, and share some by chance: the rarity from which on one tells something. */
    private static final double CHANCE = 2;

    /** Kinds of what reports of one incident seldom tell differently. */
    private static final List<String> DISTINCT = List.of("goods", "site", "country");

    /**
     * What was found beside the keys.
     *
     * @param cosine of the concepts, each as much as it is rare, 0 to 1
     * @param inTitles rarity of the rarest concept that the headline of one has and the other has too, in its headline or its opening
     * @param rarest rarity of the rarest concept of each kind that both have
     * @param differing kinds of which both have concepts, and none is the same
     */
    record Compared(double cosine, double inTitles, Map<String, Double> rarest, List<String> differing) {
        static final Compared NONE = new Compared(0, 0, Map.of(), List.of());
    }

    private final Frequencies frequencies;

    ConceptLikeness(Frequencies frequencies) {
        this.frequencies = frequencies;
    }

    void compare(Report a, Report b, Comparison keys) {
        double[] mine = a.conceptRarities(this::rarity);
        double[] theirs = b.conceptRarities(this::rarity);
        var shared = new ArrayList<Shared>();
        Map<String, Double> rarest = new HashMap<>();
        double both = 0;
        double inTitles = 0;
        for (int i = 0; i < mine.length; i++) {
            String concept = a.concepts().get(i);
            int at = b.concepts().indexOf(concept);
            if (at < 0) {
                continue;
            }
            double rarity = mine[i];
            both += rarity * rarity;
            rarest.merge(Concepts.kind(concept), rarity, Math::max);
            if (isInTitle(a, i) || isInTitle(b, at)) {
                inTitles = Math.max(inTitles, rarity);
            }
            if (rarity > CHANCE && !Concepts.isCountry(concept)) {
                shared.add(new Shared(Kind.CONCEPT, concept, rarity - CHANCE));
            }
        }
        keys.addBest(shared);
        double norm = Math.sqrt(square(mine) * square(theirs));
        List<String> differing = DISTINCT.stream()
                .filter(kind -> !rarest.containsKey(kind) && has(a, kind) && has(b, kind))
                .toList();
        keys.setConcepts(new Compared(norm == 0 ? 0 : both / norm, inTitles, rarest, differing));
    }

    private double rarity(String concept) {
        return frequencies.rarity(Keys.concept(concept), Concepts.usual(concept));
    }

    private static double square(double[] rarities) {
        double square = 0;
        for (double rarity : rarities) {
            square += rarity * rarity;
        }
        return square;
    }

    private static boolean isInTitle(Report report, int at) {
        return at < report.article().getTitleConcepts().size();
    }

    private static boolean has(Report report, String kind) {
        return report.concepts().stream()
                .anyMatch(concept -> Concepts.kind(concept).equals(kind));
    }
}
