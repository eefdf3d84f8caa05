package org.lintas.lab.dedup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * All pairs of texts whose sets of five words are similar, exactly: a join by prefix filter (Chaudhuri, Ganti and
 * Kaushik 2006, <a href="https://doi.org/10.1109/ICDE.2006.9">10.1109/ICDE.2006.9</a>). Words are what stands between
 * spaces and punctuation, in lower case.
 */
final class WordJoin {

    private static final int WORDS = 5;
    private static final Pattern NO_WORD = Pattern.compile("[\\s\\p{P}]+");

    private WordJoin() {}

    /**
     * Indices of the two texts of each pair with at least this Jaccard similarity. Texts of fewer than five words have
     * no pair.
     */
    static List<int[]> pairs(List<String> texts, double least) {
        List<long[]> sets = texts.stream().map(WordJoin::shingles).toList();
        byRarity(sets);
        Integer[] bySize = IntStream.range(0, sets.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(bySize, Comparator.comparingInt(i -> sets.get(i).length));
        Map<Long, List<Integer>> postings = new HashMap<>();
        List<int[]> pairs = new ArrayList<>();
        for (int i : bySize) {
            long[] set = sets.get(i);
            int prefix = set.length == 0 ? 0 : set.length - (int) Math.ceil(least * set.length) + 1;
            Set<Integer> candidates = new HashSet<>();
            for (int p = 0; p < prefix; p++) {
                List<Integer> others = postings.computeIfAbsent(set[p], shingle -> new ArrayList<>());
                for (int other : others) {
                    if (sets.get(other).length >= least * set.length) {
                        candidates.add(other);
                    }
                }
                others.add(i);
            }
            for (int other : candidates) {
                if (jaccard(set, sets.get(other)) >= least) {
                    pairs.add(new int[] {other, i});
                }
            }
        }
        return pairs;
    }

    private static long[] shingles(String text) {
        String[] words = NO_WORD.split(text.toLowerCase(Locale.ROOT).strip());
        long[] hashes = Arrays.stream(words)
                .filter(word -> !word.isEmpty())
                .mapToLong(WordJoin::hash)
                .toArray();
        return IntStream.rangeClosed(0, hashes.length - WORDS)
                .mapToLong(from -> {
                    long shingle = 0;
                    for (int i = from; i < from + WORDS; i++) {
                        shingle = Long.rotateLeft(shingle * 0x9E3779B97F4A7C15L, 29) ^ hashes[i];
                    }
                    return shingle * 0xBF58476D1CE4E5B9L;
                })
                .distinct()
                .toArray();
    }

    private static long hash(String word) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
        }
        return hash ^ (hash >>> 29);
    }

    /** Replaces each shingle by its rank, the rarest first, and sorts each set. */
    private static void byRarity(List<long[]> sets) {
        long[] all = sets.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        for (long[] set : sets) {
            long[] keys = Arrays.stream(set)
                    .map(shingle -> ((long) count(all, shingle) << 40)
                            | (Arrays.binarySearch(all, shingle) >= 0 ? first(all, shingle) : 0))
                    .sorted()
                    .toArray();
            System.arraycopy(keys, 0, set, 0, set.length);
        }
    }

    private static int count(long[] sorted, long value) {
        return first(sorted, value + 1) - first(sorted, value);
    }

    /** The first place whose value is not less. */
    private static int first(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double jaccard(long[] a, long[] b) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return (double) common / (a.length + b.length - common);
    }
}
