package org.lintas.dedup.line;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * A sample of the articles of an outlet: the {@value #SIZE} with the smallest digests (bottom-k sampling: Cohen and Kaplan 2007, <a
 * href="https://doi.org/10.1145/1281100.1281133">10.1145/1281100.1281133</a>), so that it is the same in whatever order articles come and samples are merged.
 * Articles with the same digest are one.
 */
public final class OutletSample implements Serializable {

    /** A line in one article of a hundred is in some twenty of so many. */
    static final int SIZE = 2_000;

    private static final long serialVersionUID = 1;

    /** Lines of articles by digest, as a number that sorts as it does. */
    private final TreeMap<Long, byte[]> articles = new TreeMap<>();

    /** Adds the lines of an article, as {@link DraftLines#of} gives them. */
    public void add(byte[] article) {
        long digest = ByteBuffer.wrap(article).getLong() ^ Long.MIN_VALUE;
        if (articles.size() == SIZE && digest > articles.lastKey()) {
            return;
        }
        articles.merge(digest, article, (one, other) -> Arrays.compareUnsigned(one, other) <= 0 ? one : other);
        if (articles.size() > SIZE) {
            articles.pollLastEntry();
        }
    }

    /** Adds the articles of another sample. */
    public void addAll(OutletSample other) {
        other.articles.values().forEach(this::add);
    }

    /** The lines of the articles, by digest. */
    public List<byte[]> articles() {
        return List.copyOf(articles.values());
    }
}
