package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    private record Link(String one, String other, double probability) {}

    @Test
    void articlesAreLinkedThroughOthers() {
        assertThat(roots(List.of(new Link("c", "b", .8), new Link("b", "a", .7), new Link("y", "x", .9))))
                .isEqualTo(Map.of("a", "a", "b", "a", "c", "a", "x", "x", "y", "x"));
    }

    @Test
    void ofACrowdTheLikeliestAreKept() {
        List<Link> links = new ArrayList<>();
        int groups = 30;
        int members = 10;
        for (int i = 0; i < groups * members; i++) {
            links.add(new Link(id(i), id(i - i % members), .95));
            links.add(new Link(id(i), id((i + members) % (groups * members)), .75));
        }

        Map<String, String> roots = roots(links);

        Map<String, Long> sizes =
                roots.values().stream().collect(Collectors.groupingBy(root -> root, Collectors.counting()));
        assertThat(sizes.values()).allMatch(size -> size <= Components.MOST);
        for (int i = 0; i < groups * members; i++) {
            assertThat(roots.get(id(i))).as(id(i)).isEqualTo(roots.get(id(i - i % members)));
        }
    }

    @Test
    void theOrderOfLinksDoesNotMatter() {
        var random = new Random(7);
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 120_000; i++) {
            int one = random.nextInt(900);
            links.add(new Link(id(one), id(one + 1 + random.nextInt(60)), random.nextInt(30) / 100. + .7));
        }
        Map<String, String> roots = roots(links);
        Collections.shuffle(links, random);

        assertThat(roots(links)).isEqualTo(roots);
        assertThat(roots.values().stream().distinct().count()).isGreaterThan(900 / Components.MOST);
    }

    @Test
    void whatIsForgottenOnTheWayUnitesNothing() {
        List<Link> few = IntStream.range(0, 99)
                .mapToObj(i -> new Link(id(i), id(i + 1), .9 + i / 10_000.))
                .toList();
        List<Link> many = new ArrayList<>(few);
        for (int i = 0; i < 200_000; i++) {
            many.add(new Link(id(i % 100), id((i * 7 + 1) % 100), .7));
        }

        assertThat(roots(many)).isEqualTo(roots(few));
    }

    private static String id(int number) {
        return String.format("%05d", number);
    }

    private static Map<String, String> roots(List<Link> links) {
        var components = new Components();
        links.forEach(link -> components.link(link.one, link.other, link.probability));
        Map<String, String> roots = new TreeMap<>();
        components.forEach(roots::put);
        return roots;
    }
}
