package org.lintas.flink;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.storage.TemporaryFiles;

/**
 * The Flink that a pipeline runs on: one inside this process, without ports and with memory in proportion to the slots; a
 * cluster that this process submits to and waits for; or the cluster that this process is part of (application mode).
 */
public final class Flink {

    /** A cluster ends a job that nobody has waited for, for this long. */
    static final Duration PATIENCE_OF_CLUSTER = Duration.ofMinutes(3);

    private static final int MANAGED_MIB_PER_SLOT = 192;
    private static final int NETWORK_MIB = 128;

    private Flink() {}

    /** Whether the options ask for the Flink inside this process. */
    public static boolean isEmbedded(FlinkPipelineOptions options) {
        return options.getFlinkMaster().startsWith("[") && !isInsideCluster();
    }

    /** Whether this process is the JobManager of a cluster that runs nothing else. */
    public static boolean isInsideCluster() {
        return !StreamExecutionEnvironment.areExplicitEnvironmentsAllowed();
    }

    /** Whether the options ask for a cluster that others started. */
    public static boolean isRemote(FlinkPipelineOptions options) {
        return !options.getFlinkMaster().startsWith("[");
    }

    /**
     * Makes the runner ready, and gives the job that the pipeline is going to be, where that is known.
     *
     * @param maxRecordBytes largest payload that is read
     * @throws RunFailure if a cluster cannot be reached, or the run would fail for memory later
     */
    public static Optional<FlinkJob> prepare(FlinkPipelineOptions options, int maxRecordBytes) {
        if (options.getRunner() != FlinkRunner.class) {
            return Optional.empty();
        }
        Optional<FlinkJob> job = configure(options);
        if (isEmbedded(options)) {
            MemoryNeed.checkClasses(MemoryNeed.limitOfClasses());
            MemoryNeed.check(
                    options.getParallelism(),
                    maxRecordBytes,
                    Runtime.getRuntime().maxMemory());
        } else if (job.orElse(null) instanceof ClusterJob known) {
            MemoryNeed.check(known.cluster(), maxRecordBytes);
        }
        return job;
    }

    /**
     * Completes the options, and says which job the pipeline is going to be; empty where Flink chooses its id.
     *
     * @throws RunFailure if the cluster does not answer or has no slots
     */
    public static Optional<FlinkJob> configure(FlinkPipelineOptions options) {
        options.setObjectReuse(true);
        options.setFasterCopy(true);
        if (isInsideCluster()) {
            return Optional.empty();
        }
        if (isRemote(options)) {
            checkSlots(options);
            stageOneJar(options);
        } else if (options.getParallelism() < 1) {
            options.setParallelism(Runtime.getRuntime().availableProcessors());
        }
        return isRemote(options) ? clusterJob(options) : Optional.of(embedded(options));
    }

    private static Optional<FlinkJob> clusterJob(FlinkPipelineOptions options) {
        if (options.getFlinkConfDir() != null) {
            return Optional.empty();
        }
        String id = UUID.randomUUID().toString().replace("-", "");
        var lines = new ArrayList<>(List.of("$internal.pipeline.job-id: " + id));
        lines.addAll(ofClient());
        options.setFlinkConfDir(folder(lines).toString());
        return Optional.of(new ClusterJob(new FlinkCluster(options.getFlinkMaster()), id));
    }

    private static FlinkJob embedded(FlinkPipelineOptions options) {
        if (options.isStreaming() || options.getUseDataStreamForBatch()) {
            throw RunFailure.usage("--streaming, --useDataStreamForBatch: not in one process; give a --flinkMaster");
        }
        if (options.getFlinkMaster().equals("[local]")) {
            // Beam would start a Flink of its own, with ports.
            options.setFlinkMaster("[auto]");
        }
        var settings = new HashMap<>(ofEmbedded(options.getParallelism()));
        if (options.getFlinkConfDir() != null) {
            settings.putAll(GlobalConfiguration.loadConfiguration(options.getFlinkConfDir())
                    .toMap());
        }
        try {
            return EmbeddedFlink.prepare(settings, TemporaryFiles.folder());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static Map<String, String> ofEmbedded(int parallelism) {
        return Map.of(
                "io.tmp.dirs",
                TemporaryFiles.folder().toString(),
                "classloader.check-leaked-classloader",
                "false",
                // A record may be longer than the buffer that it is sorted in.
                "taskmanager.runtime.large-record-handler",
                "true",
                "taskmanager.memory.managed.size",
                MANAGED_MIB_PER_SLOT * parallelism + "m",
                "taskmanager.memory.network.min",
                NETWORK_MIB + "m",
                "taskmanager.memory.network.max",
                NETWORK_MIB + "m");
    }

    private static List<String> ofClient() {
        return List.of(
                "execution.shutdown-on-attached-exit: true",
                "client.heartbeat.timeout: " + PATIENCE_OF_CLUSTER.toMillis(),
                // Ten minutes without a connection are borne.
                "rest.retry.max-attempts: 200",
                "rest.retry.delay: 3000");
    }

    private static void checkSlots(FlinkPipelineOptions options) {
        String flag = "--flinkMaster=" + options.getFlinkMaster();
        int slots;
        try {
            slots = new FlinkCluster(options.getFlinkMaster()).slots();
        } catch (IOException e) {
            throw new RunFailure(
                    ExitCode.PIPELINE_FAILED,
                    flag + ": no Flink answers there (" + e + "): give the host and port of its web page");
        }
        if (options.getParallelism() < 1) {
            if (slots == 0) {
                throw new RunFailure(ExitCode.PIPELINE_FAILED, flag + ": has no slots: start its TaskManagers");
            }
            options.setParallelism(slots);
        }
    }

    /** Workers get the code from the jar that this runs from; from classes in folders Beam makes jars itself. */
    private static void stageOneJar(FlinkPipelineOptions options) {
        CodeSource source = Flink.class.getProtectionDomain().getCodeSource();
        if (options.getFilesToStage() == null && source != null) {
            try {
                Path code = Path.of(source.getLocation().toURI());
                if (Files.isRegularFile(code)) {
                    options.setFilesToStage(List.of(code.toString()));
                }
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Path folder(List<String> lines) {
        try {
            Path folder = Files.createTempDirectory(TemporaryFiles.folder(), "flink");
            Files.write(folder.resolve("flink-conf.yaml"), lines);
            return folder;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static RunFailure unwritable(IOException e) {
        return new RunFailure(
                ExitCode.PIPELINE_FAILED,
                "cannot write to " + TemporaryFiles.folder() + " (" + e.getMessage()
                        + "): set -Djava.io.tmpdir in LINTAS_JAVA_OPTS");
    }
}
