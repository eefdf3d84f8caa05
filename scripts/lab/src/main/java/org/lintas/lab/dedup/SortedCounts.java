package org.lintas.lab.dedup;

import java.util.Map;
import org.lintas.lab.dedup.DedupTruth.Counts;

/** Prints counts by name. */
final class SortedCounts {

    private SortedCounts() {}

    static void print(String title, Map<String, Counts> counts) {
        System.out.println(title);
        counts.forEach((name, count) -> System.out.printf("    %-36s %s%n", name, count));
    }
}
