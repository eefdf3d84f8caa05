package org.lintas.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.lintas.dataset.Layout;
import org.lintas.dataset.PartFiles;
import org.lintas.schemas.Dataset;
import org.lintas.storage.SkippedPaths;
import org.lintas.storage.SmallFiles;

/** What a run has read and written, put together from the notes that the pipeline left. */
public final class Manifest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> archives;
    private final List<JsonNode> files;
    private final Map<String, Long> rejects = new TreeMap<>();
    private final Set<String> takedowns = new TreeSet<>();

    private final SkippedPaths skippedInputs;

    private Manifest(
            List<JsonNode> archives, List<JsonNode> files, List<JsonNode> rejects, SkippedPaths skippedInputs) {
        this.skippedInputs = skippedInputs;
        this.archives = ofWholeFiles(archives);
        this.files = files;
        files.sort(Comparator.comparing(node -> node.path("path").asText()));
        for (JsonNode node : rejects) {
            this.rejects.merge(node.path("reason").asText(), node.path("count").asLong(), Long::sum);
            if (node.has("detail")) {
                takedowns.add(node.path("detail").asText());
            }
        }
    }

    /** The counts of files, sorted by path, from those of their parts. */
    private static List<JsonNode> ofWholeFiles(List<JsonNode> parts) {
        Map<String, ObjectNode> files = new TreeMap<>();
        for (JsonNode part : parts) {
            files.merge(part.path("path").asText(), part.deepCopy(), Manifest::together);
        }
        return List.copyOf(files.values());
    }

    private static ObjectNode together(ObjectNode one, ObjectNode other) {
        for (String count : List.of("documents", "rejects")) {
            one.put(count, one.path(count).asLong() + other.path(count).asLong());
        }
        for (String counts : List.of("skipped", "unlisted_rejects")) {
            ObjectNode sums = one.withObject("/" + counts);
            for (var count : other.path(counts).properties()) {
                sums.put(
                        count.getKey(),
                        sums.path(count.getKey()).asLong() + count.getValue().asLong());
            }
        }
        if (one.path("sha256").asText().isEmpty()) {
            one.set("sha256", other.path("sha256"));
        }
        return one;
    }

    /**
     * Reads the notes of a finished pipeline, and gives every dataset without rows an empty file.
     *
     * @param skippedInputs what was passed over when the input was listed
     */
    public static Manifest of(Layout layout, Map<String, String> metadata, SkippedPaths skippedInputs)
            throws IOException {
        Map<String, List<JsonNode>> notes = notes(layout.notes());
        List<JsonNode> files = notes.computeIfAbsent("files", any -> new ArrayList<>());
        for (Dataset dataset : Dataset.values()) {
            String folder = dataset.folder() + "/";
            if (files.stream().noneMatch(file -> file.path("path").asText().startsWith(folder))) {
                files.add(JSON.readTree(
                        PartFiles.writeEmpty(dataset, layout, metadata).toString()));
            }
        }
        return new Manifest(
                notes.getOrDefault("archives", List.of()),
                files,
                notes.getOrDefault("rejects", List.of()),
                skippedInputs);
    }

    /** The notes by their kind. */
    private static Map<String, List<JsonNode>> notes(String path) throws IOException {
        Map<String, List<JsonNode>> notes = new HashMap<>();
        for (MatchResult.Metadata file : SmallFiles.list(path)) {
            try (var in = new BufferedReader(new InputStreamReader(
                    Channels.newInputStream(FileSystems.open(file.resourceId())), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (!line.isBlank()) {
                        JSON.readTree(line)
                                .properties()
                                .forEach(note -> notes.computeIfAbsent(note.getKey(), any -> new ArrayList<>())
                                        .add(note.getValue()));
                    }
                }
            }
        }
        return notes;
    }

    /** Records that were read as documents or rejected while reading. */
    public long read() {
        return sum("documents") + sum("rejects");
    }

    public long rows(Dataset dataset) {
        return files.stream()
                .filter(file -> file.path("path").asText().startsWith(dataset.folder() + "/"))
                .mapToLong(file -> file.path("rows").asLong())
                .sum();
    }

    /** Rows of the articles by language. */
    public Map<String, Long> articlesByLanguage() {
        Map<String, Long> rows = new TreeMap<>();
        for (JsonNode file : files) {
            String[] path = file.path("path").asText().split("/");
            if (path[0].equals(Dataset.ARTICLES.folder()) && path.length == 3) {
                rows.merge(
                        path[1].substring(path[1].indexOf('=') + 1),
                        file.path("rows").asLong(),
                        Long::sum);
            }
        }
        return rows;
    }

    /** Rejects by reason, those without a row of their own among them. */
    public Map<String, Long> rejectsByReason() {
        Map<String, Long> all = new TreeMap<>(rejects);
        unlistedRejects().forEach((reason, count) -> all.merge(reason, count, Long::sum));
        return all;
    }

    /** How many rejects there are, those without a row of their own among them. */
    public long rejects() {
        return sum(rejectsByReason());
    }

    /** Rejects without a row of their own, by reason. */
    private Map<String, Long> unlistedRejects() {
        return sums("unlisted_rejects");
    }

    /** Details of the rejects that were asked to be taken down, each once. */
    public Set<String> takedowns() {
        return takedowns;
    }

    /** What was skipped, being sound and no document, by kind. */
    public Map<String, Long> skipped() {
        return sums("skipped");
    }

    private Map<String, Long> sums(String property) {
        Map<String, Long> sums = new TreeMap<>();
        for (JsonNode archive : archives) {
            archive.path(property)
                    .properties()
                    .forEach(
                            count -> sums.merge(count.getKey(), count.getValue().asLong(), Long::sum));
        }
        return sums;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What was passed over when the input was listed. */
    public SkippedPaths skippedInputs() {
        return skippedInputs;
    }

    /** Files that were listed and could not be read when their turn came. */
    public List<String> unreadable() {
        return archives.stream()
                .filter(archive -> archive.path("sha256").asText().isEmpty())
                .map(archive -> archive.path("path").asText())
                .toList();
    }

    public int archives() {
        return archives.size();
    }

    /** Articles, duplicates and rejects: what became of what was read. */
    public long written() {
        return rows(Dataset.ARTICLES) + rows(Dataset.DUPLICATES) + rejects();
    }

    /** Nothing is lost: everything read was written, and every reject has been counted by its reason. */
    public boolean isConserved() {
        return read() == written() && rows(Dataset.REJECTS) == sum(rejects);
    }

    /** Share of what was read that was rejected, 0 to 1. */
    public double rejectRate() {
        return read() == 0 ? 0 : (double) rejects() / read();
    }

    private long sum(String property) {
        return archives.stream()
                .mapToLong(archive -> archive.path(property).asLong())
                .sum();
    }

    /** The manifest as a JSON document. */
    public String json(RunRecord run, Map<String, String> versions) {
        ObjectNode root = run.json(versions);
        ObjectNode conservation = root.putObject("conservation");
        ObjectNode in = conservation.putObject("read");
        in.put("documents", sum("documents"));
        in.put("rejected_while_reading", sum("rejects"));
        in.put("total", read());
        ObjectNode out = conservation.putObject("written");
        out.put("articles", rows(Dataset.ARTICLES));
        out.put("duplicates", rows(Dataset.DUPLICATES));
        out.put("rejects", rejects());
        out.put("total", written());
        conservation.set("unlisted_rejects", JSON.valueToTree(unlistedRejects()));
        conservation.set("no_documents", JSON.valueToTree(skipped()));
        conservation.put("holds", isConserved());
        ObjectNode passedOver = root.putObject("skipped_inputs");
        skippedInputs
                .counts()
                .forEach((kind, count) -> passedOver
                        .putObject(kind)
                        .put("count", count)
                        .set(
                                "examples",
                                JSON.valueToTree(skippedInputs.examples().get(kind))));
        root.set("rejects_by_reason", JSON.valueToTree(rejectsByReason()));
        root.set("articles_by_language", JSON.valueToTree(articlesByLanguage()));
        array(root.putArray("inputs"), archives);
        array(root.putArray("files"), files);
        return root.toPrettyString() + "\n";
    }

    private static void array(ArrayNode array, List<JsonNode> nodes) {
        nodes.forEach(array::add);
    }
}
