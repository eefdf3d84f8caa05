package org.lintas.flink;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.blob.BlobServer;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.dispatcher.DispatcherOperationCaches;
import org.apache.flink.runtime.dispatcher.MemoryExecutionGraphInfoStore;
import org.apache.flink.runtime.dispatcher.PartialDispatcherServices;
import org.apache.flink.runtime.dispatcher.SessionDispatcherFactory;
import org.apache.flink.runtime.dispatcher.VoidHistoryServerArchivist;
import org.apache.flink.runtime.dispatcher.runner.DefaultDispatcherRunnerFactory;
import org.apache.flink.runtime.dispatcher.runner.DispatcherRunner;
import org.apache.flink.runtime.entrypoint.ClusterInformation;
import org.apache.flink.runtime.entrypoint.component.DispatcherResourceManagerComponent;
import org.apache.flink.runtime.heartbeat.HeartbeatServices;
import org.apache.flink.runtime.jobmanager.HaServicesJobPersistenceComponentFactory;
import org.apache.flink.runtime.leaderretrieval.LeaderRetrievalService;
import org.apache.flink.runtime.metrics.MetricRegistry;
import org.apache.flink.runtime.metrics.groups.JobManagerMetricGroup;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.resourcemanager.ResourceManagerGateway;
import org.apache.flink.runtime.resourcemanager.ResourceManagerId;
import org.apache.flink.runtime.resourcemanager.ResourceManagerService;
import org.apache.flink.runtime.resourcemanager.ResourceManagerServiceImpl;
import org.apache.flink.runtime.resourcemanager.StandaloneResourceManagerFactory;
import org.apache.flink.runtime.rpc.FatalErrorHandler;
import org.apache.flink.runtime.rpc.RpcService;
import org.apache.flink.runtime.rpc.RpcUtils;
import org.apache.flink.runtime.security.token.DelegationTokenManager;
import org.apache.flink.runtime.webmonitor.retriever.MetricQueryServiceRetriever;
import org.apache.flink.runtime.webmonitor.retriever.impl.RpcGatewayRetriever;
import org.apache.flink.util.concurrent.ExponentialBackoffRetryStrategy;
import org.apache.flink.util.concurrent.FutureUtils;

/**
 * A Flink cluster inside this process that no other process can reach: a {@link MiniCluster} without REST server, whose blob server stores files
 * but does not listen. Neither server authenticates its clients, and every user of the machine can connect to loopback ports.
 */
final class FlinkMiniCluster extends MiniCluster {

    private static final int RETRIES = 12;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private DispatcherRunner dispatcher;
    private ResourceManagerService resourceManager;
    private LeaderRetrievalService leaderOfResources;

    FlinkMiniCluster(MiniClusterConfiguration configuration) {
        super(configuration);
    }

    /**
     * Starts the services of {@code DefaultDispatcherResourceManagerComponentFactory} except the REST server. The components of Flink require a
     * REST server, so none are returned and {@link #closeAsync} stops the services.
     */
    @Override
    protected Collection<DispatcherResourceManagerComponent> createDispatcherResourceManagerComponents(
            Configuration configuration,
            RpcServiceFactory rpcServiceFactory,
            BlobServer blobServer,
            HeartbeatServices heartbeatServices,
            DelegationTokenManager delegationTokenManager,
            MetricRegistry metricRegistry,
            MetricQueryServiceRetriever metricQueryServiceRetriever,
            FatalErrorHandler fatalErrorHandler)
            throws Exception {
        // Closes the port. The folder stays: the JobManager writes to it, and the TaskManager reads from it first.
        blobServer.close();

        RpcService rpc = rpcServiceFactory.createRpcService();
        String host = RpcUtils.getHostname(rpc);
        var resources = new RpcGatewayRetriever<>(
                rpc,
                ResourceManagerGateway.class,
                ResourceManagerId::fromUuid,
                new ExponentialBackoffRetryStrategy(RETRIES, FIRST_PAUSE, LONGEST_PAUSE));
        resourceManager = ResourceManagerServiceImpl.create(
                StandaloneResourceManagerFactory.getInstance(),
                configuration,
                ResourceID.generate(),
                rpc,
                getHaServices(),
                heartbeatServices,
                delegationTokenManager,
                fatalErrorHandler,
                new ClusterInformation(host, blobServer.getPort()),
                null,
                metricRegistry,
                host,
                getIOExecutor());
        dispatcher = DefaultDispatcherRunnerFactory.createSessionRunner(SessionDispatcherFactory.INSTANCE)
                .createDispatcherRunner(
                        getHaServices().getDispatcherLeaderElection(),
                        fatalErrorHandler,
                        new HaServicesJobPersistenceComponentFactory(getHaServices()),
                        getIOExecutor(),
                        rpc,
                        new PartialDispatcherServices(
                                configuration,
                                getHaServices(),
                                resources,
                                blobServer,
                                heartbeatServices,
                                () -> JobManagerMetricGroup.createJobManagerMetricGroup(metricRegistry, host),
                                new MemoryExecutionGraphInfoStore(),
                                fatalErrorHandler,
                                VoidHistoryServerArchivist.INSTANCE,
                                null,
                                getIOExecutor(),
                                new DispatcherOperationCaches(),
                                Set.of()));
        resourceManager.start();
        leaderOfResources = getHaServices().getResourceManagerLeaderRetriever();
        leaderOfResources.start(resources);
        return List.of();
    }

    /** Without effect during startup: with no components, Flink assumes that they have ended and calls this at once. */
    @Override
    public CompletableFuture<Void> closeAsync() {
        if (!isRunning()) {
            return super.closeAsync();
        }
        CompletableFuture<Void> ended = FutureUtils.runAfterwards(dispatcher.closeAsync(), leaderOfResources::stop);
        return FutureUtils.composeAfterwards(
                FutureUtils.composeAfterwards(ended, resourceManager::closeAsync), super::closeAsync);
    }
}
