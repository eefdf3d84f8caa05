package org.lintas.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.program.ContextEnvironment;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.blob.BlobClient;
import org.apache.flink.runtime.blob.BlobServer;
import org.apache.flink.runtime.blob.VoidBlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.failure.RunFailure;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
@Tag("timed")
class EmbeddedFlinkTest {

    private static final String OKAY = "0";
    private static final String TLS_ALERT = "21";
    private static final String NOTHING = "";

    /** Recorded by the steps of a pipeline, which run in this process. */
    private static volatile List<String> seen;

    private static volatile CountDownLatch begun;

    @TempDir
    Path temp;

    private BlobServer server;

    @BeforeEach
    void forget() {
        seen = null;
        begun = new CountDownLatch(1);
    }

    /** Resets Flink for other tests in this process. */
    @AfterEach
    void stop() throws IOException {
        ContextEnvironment.unsetAsContext();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void opensNoPortWhileAPipelineRuns() throws IOException {
        assumeTrue(ListeningSockets.canBeTold(), "skipped: no /proc tells the sockets of this process");
        List<String> before = ListeningSockets.of("self");
        var options = options("--flinkMaster=[local]");
        Flink.configure(options, List.of());

        run(options, "any", new LookAtSockets());

        assertThat(seen).isEqualTo(before);
    }

    @Test
    void transfersLargeDataWithoutAPort() {
        String large = "x".repeat(3 << 20);
        var options = options();
        Flink.configure(options, List.of());

        run(options, large, new Length());

        assertThat(seen).containsExactly(String.valueOf(large.length()));
    }

    @Test
    void aJobThatIsCancelledEnds() throws Exception {
        var options = options();
        FlinkJob job = Flink.configure(options, List.of()).orElseThrow();
        job.cancel();
        var run = CompletableFuture.runAsync(() -> run(options, "any", new Endless()));

        begun.await();
        while (!run.isDone()) {
            job.keepAlive();
            job.cancel();
            Thread.sleep(50);
        }

        assertThat(run).isCompletedExceptionally();
        assertThat(seen).containsExactly("interrupted");
    }

    @Test
    void theStreamingModeOfBeamIsRefused() {
        var options = options("--useDataStreamForBatch=true");

        assertThatThrownBy(() -> Flink.configure(options, List.of()))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("--useDataStreamForBatch");
    }

    @Test
    void theBlobServerRejectsClientsUntilItsPortIsClosed() throws Exception {
        int port = startServer(EmbeddedFlink.unreachable(temp));

        try (var client =
                new BlobClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), new Configuration())) {
            var file = new org.apache.flink.core.fs.Path(
                    Files.writeString(temp.resolve("file"), "abc").toUri());
            assertThatThrownBy(() -> client.uploadFile(new JobID(), file)).isInstanceOf(IOException.class);
        }
        var trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new TrustAll()}, new SecureRandom());
        try (var socket =
                (SSLSocket) trusting.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
        assertThat(stored()).isEmpty();
    }

    @Test
    void theBlobServerRejectsOtherUsers() throws Exception {
        assumeTrue(OtherUser.canActForAnother(), "skipped: needs root and setpriv");

        String answer = putAsAnother(startServer(EmbeddedFlink.unreachable(temp)));

        assertThat(answer).isNotEqualTo(OKAY).isIn(TLS_ALERT, NOTHING);
        assertThat(stored()).isEmpty();
        server.close();
        assertThat(putAsAnother(startServer(Map.of("jobmanager.bind-host", "127.0.0.1"))))
                .as("without keys")
                .isEqualTo(OKAY);
    }

    /** Sends three bytes in the protocol of Flink's blob server, and returns the first byte of the response. */
    private static String putAsAnother(int port) throws IOException {
        String put = "\\x00\\x02" + "\\x11".repeat(JobID.SIZE) + "\\x00\\x03\\x00\\x00\\x00abc\\xff\\xff\\xff\\xff";
        return OtherUser.run("exec 3<>/dev/tcp/127.0.0.1/" + port + "; printf '" + put
                        + "' >&3; head -c 1 <&3 | od -An -tu1")
                .replaceAll("exit.*", "")
                .strip();
    }

    private int startServer(Map<String, String> settings) throws IOException {
        File folder = temp.resolve("blobs").toFile();
        server = new BlobServer(Configuration.fromMap(settings), folder, new VoidBlobStore());
        server.start();
        return server.getPort();
    }

    private List<Path> stored() throws IOException {
        if (Files.notExists(temp.resolve("blobs"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(temp.resolve("blobs"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static FlinkPipelineOptions options(String... flags) {
        var options = PipelineOptionsFactory.fromArgs(flags).as(FlinkPipelineOptions.class);
        options.setRunner(FlinkRunner.class);
        options.setParallelism(1);
        return options;
    }

    private static void run(FlinkPipelineOptions options, String element, DoFn<String, Void> step) {
        var pipeline = Pipeline.create(options);
        pipeline.apply("Elements", Create.of(element)).apply("Step", ParDo.of(step));
        pipeline.run().waitUntilFinish();
    }

    private static final class LookAtSockets extends DoFn<String, Void> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void look() throws IOException {
            seen = ListeningSockets.of("self");
        }
    }

    private static final class Length extends DoFn<String, Void> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void measure(@Element String element) {
            seen = List.of(String.valueOf(element.length()));
        }
    }

    private static final class Endless extends DoFn<String, Void> {
        private static final long serialVersionUID = 1;

        @ProcessElement
        public void hold() throws InterruptedException {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                seen = List.of("interrupted");
                throw e;
            }
        }
    }

    private static final class TrustAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
