package org.lintas.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Which articles are linked, directly or through others. Memory: some 200 bytes for each article that has a link. */
final class Components {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();

    void link(String one, String other) {
        int a = root(number(one));
        int b = root(number(other));
        // The root has the lowest id, in whatever order links come.
        if (ids.get(a).compareTo(ids.get(b)) < 0) {
            parents.set(b, a);
        } else {
            parents.set(a, b);
        }
    }

    private int number(String id) {
        return numbers.computeIfAbsent(id, any -> {
            ids.add(id);
            parents.add(parents.size());
            return parents.size() - 1;
        });
    }

    private int root(int number) {
        int at = number;
        while (parents.get(at) != at) {
            parents.set(at, parents.get(parents.get(at)));
            at = parents.get(at);
        }
        return at;
    }

    /** Passes on each linked article with the lowest id of those that it is linked with. */
    void forEach(BiConsumer<String, String> consumer) {
        for (int i = 0; i < ids.size(); i++) {
            consumer.accept(ids.get(i), ids.get(root(i)));
        }
    }
}
