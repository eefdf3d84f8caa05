package org.lintas.corpus.sql;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How much memory DuckDB may take beside the heap of this process. It follows the machine, or the container that the process runs in. */
public final class MemoryShare {

    /** With less it does not start to work. */
    static final long LEAST = 128L << 20;

    /** Code, classes, stacks and buffers of Java, outside of the heap. */
    private static final long JAVA = 512L << 20;

    private MemoryShare() {}

    /** Bytes for this process on this machine. */
    public static long bytes() {
        long machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return of(machine, Runtime.getRuntime().maxMemory());
    }

    /**
     * Half of what the heap leaves: the other half is for what DuckDB does not count, and for others.
     *
     * @param machine bytes of the machine, or of the container if it may have less
     * @param heap the most that the heap may take, in bytes
     */
    static long of(long machine, long heap) {
        return Math.max(LEAST, (machine - heap - JAVA) / 2);
    }

    /** Whether there is no more than the least. */
    public static boolean isLeast(long bytes) {
        return bytes <= LEAST;
    }
}
