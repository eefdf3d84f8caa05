package org.lintas.flink;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.lintas.dataset.ParquetSink;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;

/** How much heap a run needs at least, so that it does not fail hours after its start. */
public final class MemoryNeed {

    private static final long MIB = 1L << 20;

    /** Code, word tables of all languages, Flink itself. */
    private static final long BASE = 400 * MIB;

    /** A record as bytes, text, parsed page and article. */
    private static final long COPIES_OF_RECORD = 4;

    /** The rows that a part file holds in memory as objects, in Java strings, and its pages. */
    private static final long COPIES_OF_FILE = 3;

    /** Of classes: a run on local files takes 90 MiB, one on S3 or Hadoop more. A JVM without room for a class ends threads of the engine. */
    private static final long CLASSES = 160 * MIB;

    private MemoryNeed() {}

    /** Bytes of heap for the workers of one process. */
    public static long bytes(int parallelism, int maxRecordBytes) {
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

    /**
     * Fails if this process may not load as many classes as a run needs.
     *
     * @param limit of the space for classes, in bytes; negative for none
     * @throws RunFailure naming what to change
     */
    public static void checkClasses(long limit) {
        if (limit >= 0 && limit < CLASSES) {
            throw RunFailure.usage(String.format(
                    Locale.ROOT,
                    "-XX:MaxMetaspaceSize=%dm is too little for the classes of a run: leave it away, or set at least %dm",
                    limit / MIB,
                    CLASSES / MIB));
        }
    }

    /** Bytes that the classes of this process may take; negative where nothing limits them. */
    public static long limitOfClasses() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getMax())
                .findFirst()
                .orElse(-1);
    }
}
