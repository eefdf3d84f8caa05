package org.lintas.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The Flink that a pipeline runs on: one inside this process, with every port on loopback and memory in proportion to the slots; a
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
        if (options.getFlinkConfDir() != null) {
            return Optional.empty();
        }
        String id = UUID.randomUUID().toString().replace("-", "");
        var lines = new ArrayList<>(List.of("$internal.pipeline.job-id: " + id));
        String master = options.getFlinkMaster();
        if (isRemote(options)) {
            lines.addAll(ofClient());
        } else {
            int port = freePort();
            master = "127.0.0.1:" + port;
            lines.addAll(ofEmbedded(options.getParallelism(), port));
        }
        options.setFlinkConfDir(folder(lines).toString());
        return Optional.of(new FlinkJob(new FlinkCluster(master), id));
    }

    private static List<String> ofEmbedded(int parallelism, int port) {
        return List.of(
                "rest.address: 127.0.0.1",
                "rest.bind-address: 127.0.0.1",
                // The first port that is free; the last one is any.
                "rest.bind-port: " + port + ",0",
                "jobmanager.rpc.address: 127.0.0.1",
                "jobmanager.bind-host: 127.0.0.1",
                "taskmanager.host: 127.0.0.1",
                "taskmanager.bind-host: 127.0.0.1",
                "queryable-state.enable: false",
                // A record may be longer than the buffer that it is sorted in.
                "taskmanager.runtime.large-record-handler: true",
                "taskmanager.memory.managed.size: " + MANAGED_MIB_PER_SLOT * parallelism + "m",
                "taskmanager.memory.network.min: " + NETWORK_MIB + "m",
                "taskmanager.memory.network.max: " + NETWORK_MIB + "m");
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

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new RunFailure(ExitCode.PIPELINE_FAILED, "no port is free on loopback (" + e.getMessage() + ")");
        }
    }

    private static Path folder(List<String> lines) {
        try {
            Path folder = Files.createTempDirectory("lintas-flink");
            Path file = folder.resolve("flink-conf.yaml");
            Files.write(file, lines);
            // The last one named is deleted first.
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new RunFailure(
                    ExitCode.PIPELINE_FAILED,
                    "cannot write to " + System.getProperty("java.io.tmpdir") + " (" + e.getMessage()
                            + "): set -Djava.io.tmpdir in LINTAS_JAVA_OPTS");
        }
    }
}
