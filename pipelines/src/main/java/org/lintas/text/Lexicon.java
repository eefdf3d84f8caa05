package org.lintas.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A dictionary of terms for keys (topics, countries), with exclusions: phrases that contain a term but mean something
 * else.
 */
public final class Lexicon {

    /** The key of an exclusion that masks the terms of every key. */
    public static final String ANY = "*";

    /**
     * A term.
     *
     * @param key the key that the term indicates
     * @param term in the syntax of the word tables, see {@link TermMatcher}
     * @param exclusion whether it masks terms of the key instead of indicating it
     */
    public record Entry(String key, String term, boolean exclusion) {}

    /**
     * An occurrence of a term.
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

    /** Whether overlapping hits are resolved within each key or across all keys; the first and longest hit is kept. */
    public enum Overlap {
        WITHIN_KEY,
        ACROSS_KEYS
    }

    private static final Comparator<Hit> FIRST_AND_LONGEST = Comparator.comparingInt(Hit::start)
            .thenComparing(Comparator.comparingInt(Hit::length).reversed())
            .thenComparingInt(Hit::entry);

    private final List<Entry> entries;
    private final TermMatcher matcher;

    /** Number of the key of each entry; {@link #ANY} is 0. */
    private final int[] keys;

    private final int keyCount;

    /** Overlap group of each entry. */
    private final int[] groups;

    private final int groupCount;

    public Lexicon(List<Entry> entries, Overlap overlap) {
        this(entries, overlap == Overlap.WITHIN_KEY ? key -> key : key -> ANY);
    }

    /**
     * A lexicon with several groups of keys.
     *
     * @param group group of a key; of overlapping hits of the same group the first and longest is kept
     */
    public Lexicon(List<Entry> entries, UnaryOperator<String> group) {
        this.entries = List.copyOf(entries);
        this.matcher = TermMatcher.of(entries.stream().map(Entry::term).toList());
        Map<String, Integer> numbers = new HashMap<>(Map.of(ANY, 0));
        this.keys = number(this.entries.stream().map(Entry::key).toList(), numbers);
        this.keyCount = numbers.size();
        Map<String, Integer> groupNumbers = new HashMap<>();
        this.groups = number(
                this.entries.stream().map(entry -> group.apply(entry.key)).toList(), groupNumbers);
        this.groupCount = groupNumbers.size();
    }

    private static int[] number(List<String> names, Map<String, Integer> numbers) {
        return names.stream()
                .mapToInt(name -> numbers.computeIfAbsent(name, any -> numbers.size()))
                .toArray();
    }

    public Entry entry(int index) {
        return entries.get(index);
    }

    /** The hits after masking and overlap resolution, in the order of the text. */
    public List<Hit> find(String text) {
        var hits = new ArrayList<Hit>();
        var exclusions = new ArrayList<Hit>();
        matcher.find(
                text,
                FoldedText.of(text),
                (entry, start, end) ->
                        (entries.get(entry).exclusion ? exclusions : hits).add(new Hit(entry, start, end)));
        hits.sort(FIRST_AND_LONGEST);
        exclusions.sort(FIRST_AND_LONGEST);
        // In one sweep, so that the time stays linear for hostile texts with as many exclusions as terms.
        var masked = new int[keyCount];
        var covered = new int[groupCount];
        var counting = new ArrayList<Hit>();
        int next = 0;
        for (Hit hit : hits) {
            for (; next < exclusions.size() && exclusions.get(next).start <= hit.start; next++) {
                int key = keys[exclusions.get(next).entry];
                masked[key] = Math.max(masked[key], exclusions.get(next).end);
            }
            int key = keys[hit.entry];
            int group = groups[hit.entry];
            if (hit.end > Math.max(masked[key], masked[0]) && hit.start >= covered[group]) {
                counting.add(hit);
                covered[group] = hit.end;
            }
        }
        return counting;
    }
}
