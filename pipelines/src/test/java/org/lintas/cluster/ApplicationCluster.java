package org.lintas.cluster;

import java.io.File;
import java.util.Arrays;
import org.apache.flink.client.deployment.application.ApplicationClusterEntryPoint;
import org.apache.flink.client.program.DefaultPackagedProgramRetriever;
import org.apache.flink.client.program.PackagedProgram;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.entrypoint.ClusterEntrypoint;
import org.apache.flink.runtime.resourcemanager.StandaloneResourceManagerFactory;

/**
 * The JobManager of one run, as the image starts it: {@code StandaloneApplicationClusterEntryPoint} does the same, in a library that is
 * not published apart from Flink's distribution. Arguments: folder of the configuration, folder of the jar, name of the main, its
 * arguments.
 */
public final class ApplicationCluster extends ApplicationClusterEntryPoint {

    private ApplicationCluster(Configuration configuration, PackagedProgram program) {
        super(configuration, program, StandaloneResourceManagerFactory.getInstance());
    }

    public static void main(String[] args) throws Exception {
        Configuration configuration = GlobalConfiguration.loadConfiguration(args[0]);
        PackagedProgram program = DefaultPackagedProgramRetriever.create(
                        new File(args[1]), args[2], Arrays.copyOfRange(args, 3, args.length), configuration)
                .getPackagedProgram();
        configureExecution(configuration, program);
        ClusterEntrypoint.runClusterEntrypoint(new ApplicationCluster(configuration, program));
    }
}
