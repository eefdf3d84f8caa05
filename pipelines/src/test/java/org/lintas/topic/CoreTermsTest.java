package org.lintas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lintas.text.Language;

class CoreTermsTest {

    private static final Taxonomy.Term CORE = term(Taxonomy.Kind.CORE);
    private static final Taxonomy.Term CONTEXT = term(Taxonomy.Kind.CONTEXT);

    private static Taxonomy.Term term(Taxonomy.Kind kind) {
        return Taxonomy.builtIn().terms(Language.ENGLISH).stream()
                .filter(term -> term.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theNearestTermIsFoundThatDoesNotOverlap() {
        var random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            List<TopicFinding.Hit> hits = hits(random);
            CoreTerms terms = CoreTerms.of(new TopicFinding("drug_trafficking", hits));
            for (TopicFinding.Hit other : hits(random)) {
                assertThat(terms.distance(other)).isEqualTo(distance(hits, other));
            }
        }
    }

    private static int distance(List<TopicFinding.Hit> hits, TopicFinding.Hit other) {
        int least = Integer.MAX_VALUE;
        for (TopicFinding.Hit hit : hits) {
            if (hit.is(Taxonomy.Kind.CORE) && hit.end() <= other.start()) {
                least = Math.min(least, other.start() - hit.end());
            } else if (hit.is(Taxonomy.Kind.CORE) && hit.start() >= other.end()) {
                least = Math.min(least, hit.start() - other.end());
            }
        }
        return least;
    }

    /** In order, without overlaps. */
    private static List<TopicFinding.Hit> hits(Random random) {
        var hits = new ArrayList<TopicFinding.Hit>();
        int at = random.nextInt(30);
        for (int i = random.nextInt(8); i > 0; i--) {
            int end = at + 1 + random.nextInt(20);
            hits.add(new TopicFinding.Hit(random.nextInt(3) == 0 ? CONTEXT : CORE, at, end));
            at = end + random.nextInt(40);
        }
        return hits;
    }
}
