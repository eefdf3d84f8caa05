package org.lintas.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** A Flink cluster in processes of its own, started and stopped by {@code scripts/flink-cluster}. */
final class LocalCluster implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final int port;

    private LocalCluster(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts one whose every process has so many slots. */
    static LocalCluster start(Path folder, int taskManagers, int slots) throws IOException, InterruptedException {
        return start(Map.of(), folder, taskManagers, slots);
    }

    static LocalCluster start(Map<String, String> environment, Path folder, int taskManagers, int slots)
            throws IOException, InterruptedException {
        var cluster = new LocalCluster(folder, freePort());
        cluster.script(
                environment,
                "start",
                "--taskmanagers=" + taskManagers,
                "--slots=" + slots,
                "--heap=1400m",
                // States of steps are not to be older than this, in milliseconds.
                "--set=web.refresh-interval:100",
                // Of no effect but in application mode.
                "--set=execution.attached:true",
                "--port=" + cluster.port);
        return cluster;
    }

    String master() {
        return "127.0.0.1:" + port;
    }

    /** What to give to the command. */
    String flag() {
        return "--flinkMaster=" + master();
    }

    /** Kills a TaskManager; the script starts another one. */
    void kill(int taskManager) throws IOException, InterruptedException {
        kill("taskmanager-" + taskManager);
    }

    /** Kills the JobManager; the script starts another one, which knows nothing of the jobs of the first. */
    void killJobManager() throws IOException, InterruptedException {
        kill("jobmanager");
    }

    /** Takes the JobManager away for good; the TaskManagers wait for another one. */
    void removeJobManager() throws IOException, InterruptedException {
        kill("supervisor-jobmanager");
        kill("jobmanager");
    }

    private void kill(String name) throws IOException, InterruptedException {
        String process =
                Files.readAllLines(folder.resolve("pids").resolve(name)).get(0);
        new ProcessBuilder("kill", "-KILL", process).start().waitFor();
    }

    /** Waits until so many slots are there: after a loss it takes a while. */
    void awaitSlots(int slots) throws InterruptedException {
        for (int i = 0; i < 240 && slots() < slots; i++) {
            Thread.sleep(500);
        }
        assertThat(slots()).isEqualTo(slots);
    }

    private int slots() {
        try {
            return get("/overview").path("slots-total").asInt();
        } catch (IOException e) {
            // Nobody answers yet.
            return 0;
        }
    }

    Path configuration() {
        return folder.resolve("conf");
    }

    /** The steps of the one job that are being done: names of what Beam and Flink have put together. */
    List<String> runningSteps() throws IOException {
        List<String> steps = new ArrayList<>();
        Optional<String> job = runningJob();
        if (job.isPresent()) {
            for (JsonNode vertex : get("/jobs/" + job.get()).path("vertices")) {
                if (vertex.path("status").asText().equals("RUNNING")) {
                    steps.add(vertex.path("name").asText());
                }
            }
        }
        return steps;
    }

    Optional<String> runningJob() throws IOException {
        for (JsonNode job : get("/jobs").path("jobs")) {
            if (job.path("status").asText().equals("RUNNING")) {
                return Optional.of(job.path("id").asText());
            }
        }
        return Optional.empty();
    }

    /** The states of all jobs that it has had. */
    List<String> states() throws IOException {
        List<String> states = new ArrayList<>();
        get("/jobs").path("jobs").forEach(job -> states.add(job.path("status").asText()));
        return states;
    }

    private JsonNode get(String path) throws IOException {
        try (InputStream in = URI.create("http://" + master() + path).toURL().openStream()) {
            return JSON.readTree(in);
        }
    }

    private void script(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var line = new ArrayList<>(
                List.of(Command.HOME.resolve("scripts/flink-cluster").toString()));
        line.addAll(List.of(arguments));
        line.add("--dir=" + folder);
        try (var command = Command.start(environment, line)) {
            assertThat(command.exitCode()).as(command.output()).isZero();
        }
    }

    /**
     * A port that is free, and the next one, too. None of those that the system gives to connections: one could take it before the JobManager
     * does.
     */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(5_000, 7_500)
                .map(half -> 2 * half)
                .filter(port -> isFree(port) && isFree(port + 1))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            script(Map.of(), "stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
