package org.lintas.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A dictionary whose terms stand for keys (topics, countries), with exclusions: phrases that contain a term and mean
 * something else.
 */
public final class Lexicon {

    /** The key of an exclusion that masks the terms of every key. */
    public static final String ANY = "*";

    /**
     * A term.
     *
     * @param key what it stands for
     * @param term as the word tables write it, see {@link TermMatcher}
     * @param exclusion whether it masks terms of the key instead of standing for it
     */
    public record Entry(String key, String term, boolean exclusion) {}

    /**
     * A term found.
     *
     * @param entry index of the entry in the lexicon
     * @param start first UTF-16 unit in the text
     * @param end unit after the last
     */
    public record Hit(int entry, int start, int end) {
        int length() {
            return end - start;
        }
    }

    /** Which of two hits that overlap counts: the first and longest, among those of one key or among all. */
    public enum Overlap {
        WITHIN_KEY,
        ACROSS_KEYS
    }

    private static final Comparator<Hit> FIRST_AND_LONGEST = Comparator.comparingInt(Hit::start)
            .thenComparing(Comparator.comparingInt(Hit::length).reversed())
            .thenComparingInt(Hit::entry);

    private final List<Entry> entries;
    private final TermMatcher matcher;
    private final Overlap overlap;

    /** Number of the key of each entry; {@link #ANY} is 0. */
    private final int[] keys;

    private final int keyCount;

    public Lexicon(List<Entry> entries, Overlap overlap) {
        this.entries = List.copyOf(entries);
        this.matcher = TermMatcher.of(entries.stream().map(Entry::term).toList());
        this.overlap = overlap;
        Map<String, Integer> numbers = new HashMap<>(Map.of(ANY, 0));
        this.keys = this.entries.stream()
                .mapToInt(entry -> numbers.computeIfAbsent(entry.key, any -> numbers.size()))
                .toArray();
        this.keyCount = numbers.size();
    }

    public Entry entry(int index) {
        return entries.get(index);
    }

    /** The hits that count, in the order of the text. */
    public List<Hit> find(String text) {
        var hits = new ArrayList<Hit>();
        var exclusions = new ArrayList<Hit>();
        matcher.find(
                text,
                Folded.of(text),
                (entry, start, end) ->
                        (entries.get(entry).exclusion ? exclusions : hits).add(new Hit(entry, start, end)));
        hits.sort(FIRST_AND_LONGEST);
        exclusions.sort(FIRST_AND_LONGEST);
        // In one sweep, since a text made to be slow may hold as many exclusions as terms.
        var masked = new int[keyCount];
        var covered = new int[keyCount];
        var counting = new ArrayList<Hit>();
        int next = 0;
        for (Hit hit : hits) {
            for (; next < exclusions.size() && exclusions.get(next).start <= hit.start; next++) {
                int key = keys[exclusions.get(next).entry];
                masked[key] = Math.max(masked[key], exclusions.get(next).end);
            }
            int key = keys[hit.entry];
            int coveredKey = overlap == Overlap.WITHIN_KEY ? key : 0;
            if (hit.end > Math.max(masked[key], masked[0]) && hit.start >= covered[coveredKey]) {
                counting.add(hit);
                covered[coveredKey] = hit.end;
            }
        }
        return counting;
    }
}
