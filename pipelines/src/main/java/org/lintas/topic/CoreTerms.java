package org.lintas.topic;

/** Positions of the core terms of a topic in an article. */
final class CoreTerms {

    private final int[] starts;
    private final int[] ends;

    private CoreTerms(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    /** The core terms among the terms found, which are in the order of the text and do not overlap. */
    static CoreTerms of(TopicFinding finding) {
        var core = finding.hits().stream()
                .filter(hit -> hit.is(Taxonomy.Kind.CORE))
                .toList();
        return new CoreTerms(
                core.stream().mapToInt(TopicFinding.Hit::start).toArray(),
                core.stream().mapToInt(TopicFinding.Hit::end).toArray());
    }

    /** UTF-16 units between a term of another topic and the nearest of these that does not overlap it; many where there is none. */
    int distance(TopicFinding.Hit other) {
        int before = countBelow(ends, other.start() + 1);
        int after = countBelow(starts, other.end());
        int back = before == 0 ? Integer.MAX_VALUE : other.start() - ends[before - 1];
        int ahead = after == starts.length ? Integer.MAX_VALUE : starts[after] - other.end();
        return Math.min(back, ahead);
    }

    /** Number of values below a bound, in an ascending array. */
    private static int countBelow(int[] rising, int bound) {
        int low = 0;
        int high = rising.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
