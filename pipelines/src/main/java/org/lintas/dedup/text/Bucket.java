package org.lintas.dedup.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * An LSH bucket: the texts with an equal band key, of which candidate pairs are made. Members are added best first; each is
 * paired with the first {@value #FIRST}, which most likely include its representative, and with the {@value #LAST} before it,
 * which may resemble it more than the first do. So the number of pairs is linear in the number of members, and a bucket of any
 * size holds seven members in memory.
 *
 * @param <T> representation of a text
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
