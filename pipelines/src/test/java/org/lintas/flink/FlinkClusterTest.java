package org.lintas.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lintas.failure.RunFailure;

/** Tested with responses of Flink 1.19. */
class FlinkClusterTest {

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private FlinkCluster cluster;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
            String answer = answers.get(exchange.getRequestURI().getPath());
            byte[] bytes = String.valueOf(answer).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer == null ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        cluster = new FlinkCluster("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsSlotsAndTheHeapOfTheSmallestWorker() throws IOException {
        answers.put("/overview", "{\"taskmanagers\":2,\"slots-total\":6}");
        answers.put(
                "/taskmanagers",
                "{\"taskmanagers\":[{\"slotsNumber\":4,\"memoryConfiguration\":{\"frameworkHeap\":100,\"taskHeap\":900}},"
                        + "{\"slotsNumber\":2,\"memoryConfiguration\":{\"frameworkHeap\":100,\"taskHeap\":400}}]}");

        assertThat(cluster.slots()).isEqualTo(6);
        assertThat(cluster.slotsOfWorker()).isEqualTo(4);
        assertThat(cluster.heapOfWorker()).isEqualTo(500);
        assertThatThrownBy(() -> MemoryNeed.check(cluster, 16 << 20))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("a TaskManager with 4 slots needs a heap of");
    }

    @Test
    void heartbeatUsesTheClockOfTheCluster() throws IOException {
        answers.put("/jobs/ab", "{\"state\":\"RUNNING\",\"now\":1000000}");
        answers.put("/jobs/ab/clientHeartbeat", "{}");

        cluster.keepAlive("ab", Duration.ofMinutes(3));

        assertThat(asked).containsExactly("GET /jobs/ab", "PATCH /jobs/ab/clientHeartbeat 1180000");
    }

    @Test
    void aJobThatHasEndedOrIsUnknownIsNotEndedAgain() throws IOException {
        answers.put("/jobs/ab", "{\"state\":\"CANCELED\"}");

        assertThat(new ClusterJob(cluster, "ab").end(Duration.ofSeconds(5))).isTrue();
        assertThat(new ClusterJob(cluster, "unknown").end(Duration.ofSeconds(5)))
                .isTrue();
        assertThat(asked).noneMatch(request -> request.startsWith("PATCH"));
    }

    @Test
    void aJobThatDoesNotEndIsReported() throws IOException {
        answers.put("/jobs/ab", "{\"state\":\"CANCELLING\"}");

        assertThat(new ClusterJob(cluster, "ab").end(Duration.ofMillis(100))).isFalse();
        assertThat(asked).contains("PATCH /jobs/ab?mode=cancel");
    }
}
