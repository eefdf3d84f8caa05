package org.lintas.flink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.flink.client.deployment.executors.LocalExecutor;
import org.apache.flink.client.program.ContextEnvironment;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;

/**
 * The embedded Flink of this process, and the job that it runs. It opens no port, so no other process can reach it.
 */
public final class EmbeddedFlink implements FlinkJob {

    private volatile JobClient job;

    private EmbeddedFlink() {}

    /**
     * Makes it the context environment of Flink, in which the next pipeline of this process runs.
     *
     * @param settings Flink settings by name
     * @param folder for its temporary files
     * @throws IOException if the folder cannot be written
     */
    static EmbeddedFlink prepare(Map<String, String> settings, Path folder) throws IOException {
        var all = new HashMap<>(settings);
        all.put("execution.target", LocalExecutor.NAME);
        all.put("execution.attached", "true");
        all.putAll(unreachable(folder));
        var flink = new EmbeddedFlink();
        ContextEnvironment.setAsContext(
                flink.new Executors(), Configuration.fromMap(all), EmbeddedFlink.class.getClassLoader(), false, true);
        return flink;
    }

    /**
     * The blob server listens while the cluster starts, until {@link FlinkMiniCluster} closes its port. Until then it requires a TLS key from an
     * empty key store, so no client can connect.
     */
    static Map<String, String> unreachable(Path folder) throws IOException {
        Path keys = folder.resolve("no-keys.p12");
        String password = UUID.randomUUID().toString();
        try (OutputStream out = Files.newOutputStream(keys)) {
            var none = KeyStore.getInstance("PKCS12");
            none.load(null, null);
            none.store(out, password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PKCS12 key store", e);
        }
        String internal = "security.ssl.internal.";
        return Map.of(
                internal + "enabled",
                "true",
                internal + "keystore",
                keys.toString(),
                internal + "keystore-password",
                password,
                internal + "key-password",
                password,
                internal + "truststore",
                keys.toString(),
                internal + "truststore-password",
                password,
                "jobmanager.bind-host",
                "127.0.0.1",
                "queryable-state.enable",
                "false");
    }

    @Override
    public void cancel() throws IOException {
        JobClient submitted = job;
        if (submitted != null) {
            try {
                var unused = submitted.cancel();
            } catch (IllegalStateException e) {
                throw new IOException("the job has ended", e);
            }
        }
    }

    /** Does nothing: there is no remote client. */
    @Override
    public void keepAlive() {}

    @Override
    public void close() {
        ContextEnvironment.unsetAsContext();
    }

    /** The executor factory that Flink loads to run a job. */
    private final class Executors implements PipelineExecutorServiceLoader, PipelineExecutorFactory {

        @Override
        public PipelineExecutorFactory getExecutorFactory(Configuration configuration) {
            return this;
        }

        @Override
        public Stream<String> getExecutorNames() {
            return Stream.of(getName());
        }

        @Override
        public String getName() {
            return LocalExecutor.NAME;
        }

        @Override
        public boolean isCompatibleWith(Configuration configuration) {
            return true;
        }

        @Override
        public PipelineExecutor getExecutor(Configuration configuration) {
            LocalExecutor local = LocalExecutor.createWithFactory(configuration, FlinkMiniCluster::new);
            return (pipeline, settings, code) ->
                    local.execute(pipeline, settings, code).thenApply(client -> job = client);
        }
    }
}
