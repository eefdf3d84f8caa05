package org.lintas.run;

import java.io.IOException;
import java.util.Locale;
import org.lintas.dataset.ParquetSink;

/** How much heap a run needs at least, so that it does not fail hours after its start. */
public final class MemoryNeed {

    private static final long MIB = 1L << 20;

    /** Code, word tables of all languages, Flink itself. */
    private static final long BASE = 400 * MIB;

    /** A record as bytes, text, parsed page and article. */
    private static final long COPIES_OF_RECORD = 4;

    /** The rows that a part file holds in memory as objects, in Java strings, and its pages. */
    private static final long COPIES_OF_FILE = 3;

    private MemoryNeed() {}

    /** Bytes of heap for the workers of one process. */
    static long bytes(int parallelism, int maxRecordBytes) {
        return BASE + parallelism * (COPIES_OF_RECORD * maxRecordBytes + COPIES_OF_FILE * ParquetSink.BUFFER_BYTES);
    }

    /**
     * Fails if the heap of the workers of a cluster is too small.
     *
     * @throws RunFailure naming what to change
     */
    public static void check(FlinkCluster cluster, int maxRecordBytes) {
        try {
            int slots = cluster.slotsOfWorker();
            long need = bytes(slots, maxRecordBytes);
            long heap = cluster.heapOfWorker();
            if (slots > 0 && heap < need) {
                throw RunFailure.usage(String.format(
                        Locale.ROOT,
                        "--flinkMaster=%s: a TaskManager with %d slots needs a heap of %d MiB and has %d: set"
                                + " taskmanager.memory.task.heap.size, or lower taskmanager.numberOfTaskSlots or --maxRecordBytes",
                        cluster.master(),
                        slots,
                        need / MIB,
                        heap / MIB));
            }
        } catch (IOException e) {
            throw new RunFailure(
                    ExitCode.PIPELINE_FAILED, "--flinkMaster=" + cluster.master() + ": does not answer (" + e + ")");
        }
    }

    /**
     * Fails if the heap of this process is too small.
     *
     * @param heap bytes that the process may use
     * @throws RunFailure naming what to change
     */
    public static void check(int parallelism, int maxRecordBytes, long heap) {
        long need = bytes(parallelism, maxRecordBytes);
        if (heap < need) {
            throw RunFailure.usage(String.format(
                    Locale.ROOT,
                    "--parallelism=%d needs a heap of %d MiB and has %d: set LINTAS_JAVA_OPTS=-Xmx%dm, or lower"
                            + " --parallelism or --maxRecordBytes",
                    parallelism,
                    need / MIB,
                    heap / MIB,
                    need / MIB + 1));
        }
    }
}
