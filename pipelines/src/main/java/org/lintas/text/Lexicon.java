package org.lintas.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

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

    /** Number of the key of each entry; {@link #ANY} is 0. */
    private final int[] keys;

    private final int keyCount;

    /** Number of the rivalry of each entry. */
    private final int[] rivalries;

    private final int rivalryCount;

    public Lexicon(List<Entry> entries, Overlap overlap) {
        this(entries, overlap == Overlap.WITHIN_KEY ? key -> key : key -> ANY);
    }

    /**
     * A lexicon of several sorts of keys.
     *
     * @param rivalry names the sort of a key; of hits of one sort that overlap, the first and longest counts
     */
    public Lexicon(List<Entry> entries, UnaryOperator<String> rivalry) {
        this.entries = List.copyOf(entries);
        this.matcher = TermMatcher.of(entries.stream().map(Entry::term).toList());
        Map<String, Integer> numbers = new HashMap<>(Map.of(ANY, 0));
        this.keys = number(this.entries.stream().map(Entry::key).toList(), numbers);
        this.keyCount = numbers.size();
        Map<String, Integer> rivals = new HashMap<>();
        this.rivalries = number(
                this.entries.stream().map(entry -> rivalry.apply(entry.key)).toList(), rivals);
        this.rivalryCount = rivals.size();
    }

    private static int[] number(List<String> names, Map<String, Integer> numbers) {
        return names.stream()
                .mapToInt(name -> numbers.computeIfAbsent(name, any -> numbers.size()))
                .toArray();
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
        var covered = new int[rivalryCount];
        var counting = new ArrayList<Hit>();
        int next = 0;
        for (Hit hit : hits) {
            for (; next < exclusions.size() && exclusions.get(next).start <= hit.start; next++) {
                int key = keys[exclusions.get(next).entry];
                masked[key] = Math.max(masked[key], exclusions.get(next).end);
            }
            int key = keys[hit.entry];
            int rivalry = rivalries[hit.entry];
            if (hit.end > Math.max(masked[key], masked[0]) && hit.start >= covered[rivalry]) {
                counting.add(hit);
                covered[rivalry] = hit.end;
            }
        }
        return counting;
    }
}
