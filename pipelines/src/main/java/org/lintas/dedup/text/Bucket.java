package org.lintas.dedup.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The candidate pairs among texts with an equal key. Members come best first; each is paired with the first {@value
 * #FIRST}, among whom its representative most likely is, and with the {@value #LAST} before it, who may share with it
 * what the first do not. So the pairs grow with the members, not with their square, and a bucket of any size needs the
 * memory of seven members.
 *
 * @param <T> what stands for a text
 */
public final class Bucket<T> {

    static final int FIRST = 4;
    static final int LAST = 3;

    private final BiConsumer<? super T, ? super T> pairs;
    private final List<T> first = new ArrayList<>(FIRST);
    private final Deque<T> last = new ArrayDeque<>(LAST);

    /**
     * An empty bucket.
     *
     * @param pairs receives the better and the other of each pair
     */
    public Bucket(BiConsumer<? super T, ? super T> pairs) {
        this.pairs = pairs;
    }

    /** Adds the next best member. */
    public void add(T member) {
        first.forEach(better -> pairs.accept(better, member));
        last.forEach(better -> pairs.accept(better, member));
        if (first.size() < FIRST) {
            first.add(member);
            return;
        }
        if (last.size() == LAST) {
            last.removeFirst();
        }
        last.addLast(member);
    }
}
