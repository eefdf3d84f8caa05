package org.lintas.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.runners.flink.FlinkPipelineOptions;

/** Sets up the embedded Flink: every port on loopback, memory in proportion to the slots. */
public final class Flink {

    private static final int MANAGED_MIB_PER_SLOT = 192;
    private static final int NETWORK_MIB = 128;

    private Flink() {}

    /** Whether the options ask for the Flink inside this process. */
    public static boolean isEmbedded(FlinkPipelineOptions options) {
        return options.getFlinkMaster().startsWith("[");
    }

    /** Completes the options for a Flink inside this process. */
    public static void configureEmbedded(FlinkPipelineOptions options) {
        if (options.getParallelism() < 1) {
            options.setParallelism(Runtime.getRuntime().availableProcessors());
        }
        options.setObjectReuse(true);
        options.setFasterCopy(true);
        if (options.getFlinkConfDir() == null) {
            options.setFlinkConfDir(configuration(options.getParallelism()).toString());
        }
    }

    private static Path configuration(int parallelism) {
        List<String> lines = List.of(
                "rest.address: 127.0.0.1",
                "rest.bind-address: 127.0.0.1",
                "rest.bind-port: 0",
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
