package org.lintas.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A client for the REST API of a Flink cluster.
 *
 * @see <a href="https://nightlies.apache.org/flink/flink-docs-release-1.19/docs/ops/rest_api/">REST API</a>
 */
public final class FlinkCluster {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEFAULT_PORT = 8081;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String master;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /**
     * A cluster.
     *
     * @param master host, and port unless it is 8081, as in {@code --flinkMaster}
     */
    public FlinkCluster(String master) {
        String bare = master.replaceFirst("^https?://", "");
        this.master = bare.contains(":") ? bare : bare + ":" + DEFAULT_PORT;
    }

    public String master() {
        return master;
    }

    /** Number of slots of all TaskManagers. */
    public int slots() throws IOException {
        return get("/overview").path("slots-total").asInt();
    }

    /** Slots of the TaskManager with the most slots. */
    public int slotsOfWorker() throws IOException {
        int most = 0;
        for (JsonNode worker : get("/taskmanagers").path("taskmanagers")) {
            most = Math.max(most, worker.path("slotsNumber").asInt());
        }
        return most;
    }

    /** Heap, in bytes, of the TaskManager with the smallest heap. */
    public long heapOfWorker() throws IOException {
        long least = Long.MAX_VALUE;
        for (JsonNode worker : get("/taskmanagers").path("taskmanagers")) {
            JsonNode memory = worker.path("memoryConfiguration");
            least = Math.min(
                    least,
                    memory.path("taskHeap").asLong()
                            + memory.path("frameworkHeap").asLong());
        }
        return least;
    }

    /** Cancels a job; without effect if the job does not exist or has ended. */
    public void cancel(String job) throws IOException {
        send("PATCH", "/jobs/" + job + "?mode=cancel", "");
    }

    /** Whether a job exists and has not ended. */
    public boolean isRunning(String job) throws IOException {
        HttpResponse<String> reply = send("GET", "/jobs/" + job, null);
        if (reply.statusCode() != 200) {
            return false;
        }
        return switch (JSON.readTree(reply.body()).path("state").asText()) {
            case "FINISHED", "CANCELED", "FAILED" -> false;
            default -> true;
        };
    }

    /** Sends a client heartbeat for a job: the cluster cancels the job if no heartbeat arrives for this long. */
    public void keepAlive(String job, Duration patience) throws IOException {
        HttpResponse<String> reply = send("GET", "/jobs/" + job, null);
        if (reply.statusCode() == 200) {
            // Uses the clock of the cluster, which decides on the timeout.
            long now = JSON.readTree(reply.body()).path("now").asLong();
            // The documentation says an object with expiredTimestamp, but Flink 1.19 accepts only the number.
            HttpResponse<String> beat =
                    send("PATCH", "/jobs/" + job + "/clientHeartbeat", String.valueOf(now + patience.toMillis()));
            if (beat.statusCode() >= 400) {
                throw new IOException("the cluster rejects the client heartbeat: " + beat.statusCode());
            }
        }
    }

    private JsonNode get(String path) throws IOException {
        HttpResponse<String> reply = send("GET", path, null);
        if (reply.statusCode() != 200) {
            throw new IOException("http://" + master + path + " responds with status " + reply.statusCode());
        }
        return JSON.readTree(reply.body());
    }

    private HttpResponse<String> send(String method, String path, String body) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + master + path))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new IOException("not an address: " + master, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
