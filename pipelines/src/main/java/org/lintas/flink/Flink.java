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
import java.util.stream.Stream;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.storage.TemporaryFiles;

/**
 * Configures the Flink that a pipeline runs on: an embedded one in this process, without ports and with memory in proportion to the slots; a
 * cluster that this process submits to and waits for; or the cluster that this process is part of (application mode).
 */
public final class Flink {

    /** A cluster cancels a job when its client has sent no heartbeat for this long. */
    static final Duration CLIENT_TIMEOUT = Duration.ofMinutes(3);

    /** A process may be suspended for so long, with the machine or by a signal. */
    private static final Duration SUSPENSION = Duration.ofDays(7);

    private static final int MANAGED_MIB_PER_SLOT = 192;
    private static final int NETWORK_MIB = 128;

    private Flink() {}

    /** Whether the options select the embedded Flink. */
    public static boolean isEmbedded(FlinkPipelineOptions options) {
        return options.getFlinkMaster().startsWith("[") && !isInsideCluster();
    }

    /** Whether this process is the JobManager of a cluster in application mode. */
    public static boolean isInsideCluster() {
        return !StreamExecutionEnvironment.areExplicitEnvironmentsAllowed();
    }

    /** Whether the options select an existing cluster. */
    public static boolean isRemote(FlinkPipelineOptions options) {
        return !options.getFlinkMaster().startsWith("[");
    }

    /**
     * Prepares the runner, and returns the job that the pipeline will become, if it is known in advance.
     *
     * @param maxRecordBytes largest payload that is read
     * @param libraries jars beside that of this process that workers need
     * @throws RunFailure if a cluster cannot be reached or has too little memory for the run
     */
    public static Optional<FlinkJob> prepare(FlinkPipelineOptions options, int maxRecordBytes, List<String> libraries) {
        if (options.getRunner() != FlinkRunner.class) {
            return Optional.empty();
        }
        Optional<FlinkJob> job = configure(options, libraries);
        if (isEmbedded(options)) {
            MemoryNeed.checkMetaspace(MemoryNeed.metaspaceLimit());
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
     * Completes the options, and returns the job that the pipeline will become; empty if Flink chooses the job id.
     *
     * @throws RunFailure if the cluster does not respond or has no slots
     */
    static Optional<FlinkJob> configure(FlinkPipelineOptions options, List<String> libraries) {
        options.setObjectReuse(true);
        options.setFasterCopy(true);
        if (isInsideCluster()) {
            return Optional.empty();
        }
        if (isRemote(options)) {
            checkSlots(options);
            stage(options, libraries);
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
        lines.addAll(clientSettings());
        options.setFlinkConfDir(folder(lines).toString());
        return Optional.of(new ClusterJob(new FlinkCluster(options.getFlinkMaster()), id));
    }

    private static FlinkJob embedded(FlinkPipelineOptions options) {
        if (options.isStreaming() || options.getUseDataStreamForBatch()) {
            throw RunFailure.usage(
                    "--streaming, --useDataStreamForBatch: not supported by the embedded Flink; give a --flinkMaster");
        }
        if (options.getFlinkMaster().equals("[local]")) {
            // Otherwise Beam starts its own Flink, with ports.
            options.setFlinkMaster("[auto]");
        }
        var settings = new HashMap<>(embeddedSettings(options.getParallelism()));
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

    private static Map<String, String> embeddedSettings(int parallelism) {
        return Map.of(
                "io.tmp.dirs",
                TemporaryFiles.folder().toString(),
                "classloader.check-leaked-classloader",
                "false",
                // All parts are in this process: one that was suspended for hours must go on, not lose its other half.
                "heartbeat.timeout",
                String.valueOf(SUSPENSION.toMillis()),
                "pekko.ask.timeout",
                SUSPENSION.toSeconds() + " s",
                // A record may be larger than the sort buffer.
                "taskmanager.runtime.large-record-handler",
                "true",
                "taskmanager.memory.managed.size",
                MANAGED_MIB_PER_SLOT * parallelism + "m",
                "taskmanager.memory.network.min",
                NETWORK_MIB + "m",
                "taskmanager.memory.network.max",
                NETWORK_MIB + "m");
    }

    private static List<String> clientSettings() {
        return List.of(
                "execution.shutdown-on-attached-exit: true",
                "client.heartbeat.timeout: " + CLIENT_TIMEOUT.toMillis(),
                // Retries for ten minutes without a connection.
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
                    flag + ": no Flink cluster responds (" + e + "): give the host and port of its web page");
        }
        if (options.getParallelism() < 1) {
            if (slots == 0) {
                throw new RunFailure(ExitCode.PIPELINE_FAILED, flag + ": has no slots: start its TaskManagers");
            }
            options.setParallelism(slots);
        }
    }

    /** Workers load the code from the jar of this process and the libraries; if it runs from class folders, Beam builds the jars. */
    private static void stage(FlinkPipelineOptions options, List<String> libraries) {
        CodeSource source = Flink.class.getProtectionDomain().getCodeSource();
        if (options.getFilesToStage() == null && source != null) {
            try {
                Path code = Path.of(source.getLocation().toURI());
                if (Files.isRegularFile(code)) {
                    options.setFilesToStage(Stream.concat(Stream.of(code.toString()), libraries.stream())
                            .toList());
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
