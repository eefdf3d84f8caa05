package org.lintas.corpus.sql;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How much memory DuckDB may use outside the heap of this process. It depends on the memory of the machine or container. */
public final class MemoryShare {

    /** DuckDB does not work with less. */
    static final long LEAST = 128L << 20;

    /** Memory of Java outside the heap: code, classes, stacks and buffers. */
    private static final long JAVA = 512L << 20;

    private MemoryShare() {}

    /** Bytes for this process on this machine. */
    public static long bytes() {
        long machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return of(machine, Runtime.getRuntime().maxMemory());
    }

    /**
     * Half of the memory that the heap leaves free; the other half is for memory that DuckDB does not count and for other processes.
     *
     * @param machine memory of the machine, or of the container if that is less, in bytes
     * @param heap maximum heap in bytes
     */
    static long of(long machine, long heap) {
        return Math.max(LEAST, (machine - heap - JAVA) / 2);
    }

    /** Whether only the minimum is available. */
    public static boolean isLeast(long bytes) {
        return bytes <= LEAST;
    }
}
