package org.lintas.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Tells whether a stage takes time linear in its text: four times the text may take eight times as long. What is measured is the time of the
 * processor in this thread, which other work on the machine hardly changes, and a ratio that is too great is measured again.
 */
final class LinearTime {

    private static final int GROWTH = 4;
    private static final double GREATEST_RATIO = 8;

    /** Milliseconds that are long enough to be compared. */
    private static final double ENOUGH = 6;

    /** Shorter times are not meaningful. */
    private static final double SHORTEST_MILLIS = 0.5;

    private static final int REPETITIONS = 4;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * How long a stage takes.
     *
     * @param length UTF-16 units of the text
     * @param millis for a text of this length
     * @param ratio to the time for a quarter of it
     */
    record Cost(int length, double millis, double ratio) {
        double perMillion() {
            return millis / length * 1_000_000;
        }

        boolean isLinear() {
            return ratio <= GREATEST_RATIO;
        }
    }

    private LinearTime() {}

    /**
     * Measures a stage with growing texts, until it takes some milliseconds or the maximum length is reached.
     *
     * @param text makes a text of about so many UTF-16 units
     */
    static Cost of(Consumer<String> stage, IntFunction<String> text, int shortest, int longest) {
        String small = text.apply(shortest);
        double before = millis(stage, small);
        for (int length = shortest * GROWTH; ; length *= GROWTH) {
            String large = text.apply(length);
            double now = millis(stage, large);
            if (now >= ENOUGH || length * GROWTH > longest) {
                return settled(
                        stage, small, large, new Cost(large.length(), now, now / Math.max(before, SHORTEST_MILLIS)));
            }
            small = large;
            before = now;
        }
    }

    /** A text that takes too long is measured again: a JIT compilation or garbage collection may have interfered. */
    private static Cost settled(Consumer<String> stage, String small, String large, Cost cost) {
        Cost settled = cost;
        for (int i = 0; i < REPETITIONS && !settled.isLinear(); i++) {
            double first = Math.max(least(stage, small), SHORTEST_MILLIS);
            double second = least(stage, large);
            settled = new Cost(large.length(), second, second / first);
        }
        return settled;
    }

    private static double least(Consumer<String> stage, String text) {
        return Math.min(millis(stage, text), millis(stage, text));
    }

    private static double millis(Consumer<String> stage, String text) {
        long start = THREADS.getCurrentThreadCpuTime();
        stage.accept(text);
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }
}
