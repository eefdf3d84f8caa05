package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lintas.text.WordTable;

class LinkModelTest {

    private static final List<List<String>> ROWS = WordTable.read(LinkModel.class, "link_trees.tsv", 2);

    @Test
    void addsUpTheLeavesThatTheFileLeadsTo() {
        var random = new Random(5);
        List<List<String>> bounds = ROWS.stream().filter(row -> row.size() > 2).toList();
        for (int i = 0; i < 200; i++) {
            Map<Feature, Double> values = new EnumMap<>(Feature.class);
            for (Feature feature : Feature.values()) {
                // Some are bounds themselves, some left out.
                double bound = Double.parseDouble(
                        bounds.get(random.nextInt(bounds.size())).get(1));
                if (random.nextInt(4) > 0) {
                    values.put(feature, random.nextBoolean() ? bound : bound + random.nextGaussian());
                }
            }
            assertThat(LinkModel.fitted().probability(values))
                    .isCloseTo(1 / (1 + Math.exp(-oddsByTheFile(values))), within(1e-12));
        }
    }

    private static double oddsByTheFile(Map<Feature, Double> values) {
        double odds = 0;
        int row = 0;
        while (row < ROWS.size()) {
            if (ROWS.get(row).get(0).equals("START")) {
                odds += Double.parseDouble(ROWS.get(row).get(1));
                row++;
                continue;
            }
            int at = row;
            int last = row;
            while (!isLeaf(last)) {
                last += Integer.parseInt(ROWS.get(last).get(2));
            }
            while (!isLeaf(at)) {
                double value = values.getOrDefault(Feature.valueOf(ROWS.get(at).get(0)), 0.0);
                at += value <= Double.parseDouble(ROWS.get(at).get(1))
                        ? 1
                        : Integer.parseInt(ROWS.get(at).get(2));
            }
            odds += Double.parseDouble(ROWS.get(at).get(1));
            row = last + 1;
        }
        return odds;
    }

    private static boolean isLeaf(int row) {
        return ROWS.get(row).get(0).equals("LEAF");
    }
}
