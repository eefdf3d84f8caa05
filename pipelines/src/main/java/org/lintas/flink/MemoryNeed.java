package org.lintas.flink;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.lintas.dataset.ParquetSink;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;

/** The minimum heap of a run, checked at the start so that the run does not fail hours later. */
public final class MemoryNeed {

    private static final long MIB = 1L << 20;

    /** Code, word tables of all languages, and Flink. */
    private static final long BASE = 400 * MIB;

    /** A record is held as bytes, text, parsed page and article. */
    private static final long COPIES_OF_RECORD = 4;

    /** The rows of an open part file are held as objects, as Java strings and as Parquet pages. */
    private static final long COPIES_OF_FILE = 3;

    /** Metaspace: a run on local files takes 90 MiB, on S3 or Hadoop more. If it is full, threads of Flink fail. */
    private static final long CLASSES = 160 * MIB;

    /** Some collectors leave a part of the heap out of its size, for survivors: less than this part of it. */
    private static final long SURVIVORS = 16;

    private MemoryNeed() {}

    /** Heap, in bytes, for the workers of one process. */
    public static long bytes(int parallelism, int maxRecordBytes) {
        return BASE + parallelism * (COPIES_OF_RECORD * maxRecordBytes + COPIES_OF_FILE * ParquetSink.BUFFER_BYTES);
    }

    /**
     * Fails if the heap of the workers of a cluster is too small.
     *
     * @throws RunFailure naming the setting to change
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
                    ExitCode.PIPELINE_FAILED, "--flinkMaster=" + cluster.master() + ": does not respond (" + e + ")");
        }
    }

    /**
     * Fails if the heap of this process is too small.
     *
     * @param heap maximum heap of the process in bytes
     * @throws RunFailure naming the setting to change
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
                    (need + need / SURVIVORS) / MIB + 1));
        }
    }

    /**
     * Fails if the metaspace limit of this process is too small.
     *
     * @param limit metaspace limit in bytes; negative if unlimited
     * @throws RunFailure naming the setting to change
     */
    public static void checkMetaspace(long limit) {
        if (limit >= 0 && limit < CLASSES) {
            throw RunFailure.usage(String.format(
                    Locale.ROOT,
                    "-XX:MaxMetaspaceSize=%dm is too small for a run: remove it, or set at least %dm",
                    limit / MIB,
                    CLASSES / MIB));
        }
    }

    /** Metaspace limit of this process in bytes; negative if unlimited. */
    public static long metaspaceLimit() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getMax())
                .findFirst()
                .orElse(-1);
    }
}
