package org.lintas.flink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.lintas.dataset.Layout;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.storage.SmallFiles;

/**
 * Keeps a second run from writing to the same folder. Object stores cannot make a file only if there is none, so every run puts down a
 * file of its own and then looks for others: of two that come at once at least one sees the other. One that sees another takes its
 * file away and, when that happens again, gives up.
 *
 * <p>A lock of this machine is forgotten when its process is gone; that of another when it has not been renewed for five minutes, by the
 * clock of the storage. The job that the forgotten run may have left on a cluster is ended first.
 */
public final class OutputLock implements AutoCloseable {

    static final Duration STALE = Duration.ofMinutes(5);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int TRIES = 3;
    private static final int MAX_PAUSE_MILLIS = 1_000;

    private final Layout layout;
    private final String file;
    private final String content;

    private OutputLock(Layout layout, String content) {
        this.layout = layout;
        this.file = layout.locks() + "/" + UUID.randomUUID() + ".json";
        this.content = content;
    }

    /**
     * Takes the folder for this run.
     *
     * @param job what this run is going to submit, where that is known
     * @throws RunFailure if another run writes there, or the folder cannot be written
     */
    public static OutputLock take(Layout layout, Optional<FlinkJob> job) {
        var lock = new OutputLock(layout, owner(job).toString());
        try {
            Optional<JsonNode> other = lock.claim();
            for (int i = 1; i < TRIES && other.isPresent(); i++) {
                Thread.sleep(ThreadLocalRandom.current().nextInt(MAX_PAUSE_MILLIS));
                other = lock.claim();
            }
            if (other.isPresent()) {
                throw RunFailure.usage(String.format(
                        "--output=%s: another run writes to it, process %s on %s since %s; wait for its end, or choose another"
                                + " folder (a lock in %s that nobody renews is forgotten after %d minutes)",
                        layout.root(),
                        other.get().path("process").asText(),
                        other.get().path("host").asText(),
                        other.get().path("since").asText(),
                        layout.locks(),
                        STALE.toMinutes()));
            }
            return lock;
        } catch (IOException e) {
            throw RunFailure.usage("--output=" + layout.root() + ": cannot be written (" + e + "); choose another");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure(ExitCode.PIPELINE_FAILED, "interrupted");
        }
    }

    /** Puts down the file; if another run has one, takes it away again and gives that of the other. */
    private Optional<JsonNode> claim() throws IOException {
        renew();
        Optional<JsonNode> other;
        try {
            other = other();
        } catch (IOException e) {
            close();
            throw e;
        }
        if (other.isPresent()) {
            close();
        }
        return other;
    }

    private Optional<JsonNode> other() throws IOException {
        var files = SmallFiles.listIn(layout.locks());
        long now = files.stream()
                .filter(this::isOwn)
                .mapToLong(MatchResult.Metadata::lastModifiedMillis)
                .findFirst()
                .orElseThrow(() -> new IOException("the lock " + file + " has vanished"));
        for (MatchResult.Metadata found : files) {
            if (!isOwn(found)) {
                Optional<JsonNode> owner = owner(found);
                boolean forgotten = owner.filter(OutputLock::isOfThisMachine)
                        .map(OutputLock::isGone)
                        .orElse(now - found.lastModifiedMillis() > STALE.toMillis());
                if (!forgotten) {
                    return Optional.of(owner.orElse(JSON.createObjectNode()));
                }
                if (owner.isPresent()) {
                    endJob(owner.get());
                }
                SmallFiles.delete(found.resourceId().toString());
            }
        }
        return Optional.empty();
    }

    private boolean isOwn(MatchResult.Metadata found) {
        return found.resourceId().toString().endsWith(file.substring(file.lastIndexOf('/')));
    }

    /** Empty where the file has just been taken away or is not written to its end. */
    private static Optional<JsonNode> owner(MatchResult.Metadata found) throws IOException {
        try {
            return Optional.of(JSON.readTree(SmallFiles.read(found.resourceId().toString())))
                    .filter(JsonNode::isObject);
        } catch (FileNotFoundException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static ObjectNode owner(Optional<FlinkJob> job) {
        ProcessHandle self = ProcessHandle.current();
        ObjectNode owner = JSON.createObjectNode()
                .put("host", host())
                .put("process", self.pid())
                .put("since", self.info().startInstant().map(Instant::toString).orElse(""))
                .put("since_boot", sinceBoot(self));
        if (job.orElse(null) instanceof ClusterJob known) {
            owner.put("master", known.cluster().master()).put("job", known.id());
        }
        return owner;
    }

    /** Of these the processes are asked: clocks may be set while they run. */
    private static boolean isOfThisMachine(JsonNode owner) {
        return owner.path("host").asText().equals(host());
    }

    private static boolean isGone(JsonNode owner) {
        return ProcessHandle.of(owner.path("process").asLong())
                .filter(process ->
                        sinceBoot(process).equals(owner.path("since_boot").asText()))
                .isEmpty();
    }

    private static void endJob(JsonNode owner) throws IOException {
        if (owner.hasNonNull("job")) {
            var job = new ClusterJob(
                    new FlinkCluster(owner.path("master").asText()),
                    owner.path("job").asText());
            boolean ended;
            try {
                ended = job.end(PATIENCE);
            } catch (IOException e) {
                // No cluster is there any more, so no job.
                ended = true;
            }
            if (!ended) {
                throw new IOException("the job " + job.id() + " of an earlier run does not end");
            }
        }
    }

    /** When a process was started, counted from the first one: all dates move when the clock of the machine is set, this does not. */
    private static String sinceBoot(ProcessHandle process) {
        Optional<Instant> boot =
                ProcessHandle.of(1).flatMap(first -> first.info().startInstant());
        Optional<Instant> start = process.info().startInstant();
        return boot.isPresent() && start.isPresent()
                ? Duration.between(boot.get(), start.get()).toString()
                : "";
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return String.valueOf(System.getenv("HOSTNAME"));
        }
    }

    /** Says that this run still goes on. */
    void renew() throws IOException {
        SmallFiles.write(file, content);
    }

    @Override
    public void close() throws IOException {
        SmallFiles.delete(file);
        SmallFiles.removeEmptyFolders(layout.locks());
        if (layout.locks().startsWith("hdfs://")
                && SmallFiles.listIn(layout.locks()).isEmpty()) {
            SmallFiles.delete(layout.locks());
        }
    }
}
