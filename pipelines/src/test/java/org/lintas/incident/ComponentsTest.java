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
    void ofACrowdTheLikeliestAreLinked() {
        int members = 10;
        List<Link> links = groups(60, members);
        for (int i = 0; i < 60 * members; i++) {
            links.add(new Link(id(i), id((i + members) % (60 * members)), .75));
        }

        Map<String, String> roots = roots(links);

        assertThat(sizes(roots))
                .as("groups are linked with others as long as there is room")
                .allMatch(size -> size > members && size <= Components.MOST_LINKED);
        for (int i = 0; i < 60 * members; i++) {
            assertThat(roots.get(id(i))).as(id(i)).isEqualTo(roots.get(id(i - i % members)));
        }
    }

    @Test
    void whatHasNoRoomWithTheLikeliestIsLinkedWithTheNext() {
        List<Link> links = groups(1, Components.MOST_LINKED);
        links.add(new Link("x", id(0), .9));
        links.add(new Link("x", "y", .8));
        links.add(new Link("z", id(0), .9));

        Map<String, String> roots = roots(links);

        assertThat(roots).containsEntry("x", "x").containsEntry("y", "x");
        assertThat(roots).as("linked with none").doesNotContainKey("z");
    }

    @Test
    void theOrderOfLinksDoesNotMatter() {
        var random = new Random(7);
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 120_000; i++) {
            int one = random.nextInt(900);
            int other = random.nextInt(900);
            if (one != other) {
                links.add(new Link(id(one), id(other), random.nextInt(30) / 100. + .7));
            }
        }
        Map<String, String> roots = roots(links);
        Collections.shuffle(links, random);

        assertThat(roots(links)).isEqualTo(roots);
        assertThat(sizes(roots)).contains((long) Components.MOST_LINKED);
    }

    @Test
    void manyUnlikelyLinksDoNotHideThoseThatAreLikely() {
        List<Link> likely = groups(90, 10);
        List<Link> all = new ArrayList<>(likely);
        var random = new Random(9);
        for (int i = 0; i < 300_000; i++) {
            int one = random.nextInt(450);
            all.add(new Link(id(one), id((one + 1 + random.nextInt(300)) % 450), .7));
        }
        Map<String, String> roots = roots(all);

        for (int i = 0; i < 900; i++) {
            assertThat(roots.get(id(i))).as(id(i)).isEqualTo(roots.get(id(i - i % 10)));
        }
        assertThat(sizes(roots)).as("those without others").contains(10L);
        assertThat(sizes(roots)).as("those with others").contains((long) Components.MOST_LINKED);
    }

    /** Groups of which each article is most likely linked with the first. */
    private static List<Link> groups(int groups, int members) {
        return IntStream.range(0, groups * members)
                .filter(i -> i % members > 0)
                .mapToObj(i -> new Link(id(i), id(i - i % members), .95))
                .collect(Collectors.toCollection(ArrayList::new));
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

    private static List<Long> sizes(Map<String, String> roots) {
        return List.copyOf(roots.values().stream()
                .collect(Collectors.groupingBy(root -> root, Collectors.counting()))
                .values());
    }
}
