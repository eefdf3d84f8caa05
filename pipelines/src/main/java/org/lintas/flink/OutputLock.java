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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prevents a second run from writing to the same folder. Object stores cannot create a file only if it does not exist, so every run writes its own
 * lock file and then looks for others: of two simultaneous runs at least one sees the other. A run that sees another lock deletes its own file,
 * tries again, and finally gives up.
 *
 * <p>A lock of this machine expires when its process has ended; a lock of another machine expires when it has not been renewed for five minutes, by
 * the clock of the storage. A job that the expired run may have left on a cluster is cancelled first.
 */
public final class OutputLock implements AutoCloseable {

    static final Duration STALE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(OutputLock.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CANCEL_TIMEOUT = Duration.ofMinutes(1);
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
     * Locks the folder for this run.
     *
     * @param flag the flag that names the folder
     * @param job the job that this run will submit, if known in advance
     * @throws RunFailure if another run writes there, or the folder is not writable
     */
    public static OutputLock take(String flag, Layout layout, Optional<FlinkJob> job) {
        var lock = new OutputLock(layout, owner(job).toString());
        try {
            Optional<JsonNode> other = lock.claim();
            for (int i = 1; i < TRIES && other.isPresent(); i++) {
                Thread.sleep(ThreadLocalRandom.current().nextInt(MAX_PAUSE_MILLIS));
                other = lock.claim();
            }
            if (other.isPresent()) {
                throw RunFailure.usage(String.format(
                        "%s=%s: another run writes to it, process %s on %s since %s; wait until it ends, or choose another"
                                + " folder (a lock in %s that is not renewed expires after %d minutes)",
                        flag,
                        layout.root(),
                        other.get().path("process").asText(),
                        other.get().path("host").asText(),
                        other.get().path("since").asText(),
                        layout.locks(),
                        STALE.toMinutes()));
            }
            return lock;
        } catch (IOException e) {
            throw RunFailure.unwritable(flag, layout.root(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure(ExitCode.PIPELINE_FAILED, "interrupted");
        }
    }

    /** Writes the lock file; if another run has one, deletes it again and returns the owner of the other. */
    private Optional<JsonNode> claim() throws IOException {
        create();
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
                .orElseThrow(() -> new IOException("the lock " + file + " no longer exists"));
        for (MatchResult.Metadata found : files) {
            if (!isOwn(found)) {
                Optional<JsonNode> owner = owner(found);
                boolean expired = owner.filter(OutputLock::isOfThisMachine)
                        .map(OutputLock::isGone)
                        .orElse(now - found.lastModifiedMillis() > STALE.toMillis());
                if (!expired) {
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

    /** Empty if the file has just been deleted or is incomplete. */
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

    /** For these the process is checked instead of the time, because the clock may be changed. */
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
                ended = job.end(CANCEL_TIMEOUT);
            } catch (IOException e) {
                // The cluster no longer exists, and so neither does the job.
                ended = true;
            }
            if (!ended) {
                throw new IOException("the job " + job.id() + " of an earlier run cannot be cancelled");
            }
        }
    }

    /** The start time of a process relative to the first process; unlike dates it does not change when the clock of the machine is set. */
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

    /** Writes the lock file for the first time; a run that gives up may remove the empty folder just before. */
    private void create() throws IOException {
        for (int i = 1; i < TRIES; i++) {
            try {
                renew();
                return;
            } catch (FileNotFoundException e) {
                LOG.debug("another run changes the folder", e);
            }
        }
        renew();
    }

    /** Renews the lock. */
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
