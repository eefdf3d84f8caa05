package org.lintas.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.lintas.dataset.Manifest;
import org.lintas.dataset.PartFiles;
import org.lintas.schemas.Dataset;
import org.lintas.storage.SkippedPaths;
import org.lintas.storage.SmallFiles;

/** What a build has read and written, collected from the notes of its pipeline. */
public final class RunManifest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Manifest.Input> inputs;
    private final List<Manifest.File> files;
    private final Map<String, Long> rejects = new TreeMap<>();
    private final Set<String> takedowns = new TreeSet<>();
    private final List<Manifest.DateOrder> dateOrders;
    private final List<Manifest.Import> imports;
    private final SkippedPaths skippedInputs;

    private RunManifest(
            List<Manifest.Input> inputs,
            List<Manifest.File> files,
            List<JsonNode> rejects,
            List<Manifest.DateOrder> dateOrders,
            List<Manifest.Import> imports,
            SkippedPaths skippedInputs) {
        this.dateOrders = dateOrders;
        this.imports = imports;
        this.inputs = inputs;
        this.files = files;
        this.skippedInputs = skippedInputs;
        for (JsonNode node : rejects) {
            this.rejects.merge(node.path("reason").asText(), node.path("count").asLong(), Long::sum);
            if (node.has("detail")) {
                takedowns.add(node.path("detail").asText());
            }
        }
    }

    /**
     * Reads the notes of a finished pipeline, and writes an empty file for every dataset without rows.
     *
     * @param metadata key and value pairs for the footer of files that it writes
     * @param skippedInputs files skipped while listing the input
     */
    public static RunManifest of(Layout layout, Map<String, String> metadata, SkippedPaths skippedInputs)
            throws IOException {
        Map<String, List<JsonNode>> notes = notes(layout.notes());
        var files = new ArrayList<Manifest.File>();
        for (JsonNode note : notes.getOrDefault("files", List.of())) {
            files.add(JSON.treeToValue(note, Manifest.File.class));
        }
        for (Dataset dataset : Dataset.values()) {
            if (files.stream().noneMatch(file -> file.isOf(dataset))) {
                files.add(Manifest.File.of(PartFiles.writeEmpty(dataset, layout, metadata)));
            }
        }
        files.sort(Comparator.comparing(Manifest.File::path));
        var dateOrders = new ArrayList<Manifest.DateOrder>();
        for (JsonNode note : notes.getOrDefault("date_orders", List.of())) {
            dateOrders.add(JSON.treeToValue(note, Manifest.DateOrder.class));
        }
        dateOrders.sort(Comparator.comparing(Manifest.DateOrder::outlet)
                .thenComparing(Manifest.DateOrder::column)
                .thenComparing(Manifest.DateOrder::origin));
        var imports = new ArrayList<Manifest.Import>();
        for (JsonNode note : notes.getOrDefault("imports", List.of())) {
            imports.add(JSON.treeToValue(note, Manifest.Import.class));
        }
        imports.sort(Comparator.comparing(Manifest.Import::outlet)
                .thenComparing(Manifest.Import::origin)
                .thenComparing(Manifest.Import::day));
        return new RunManifest(
                inputs(notes.getOrDefault("archives", List.of())),
                List.copyOf(files),
                notes.getOrDefault("rejects", List.of()),
                List.copyOf(dateOrders),
                List.copyOf(imports),
                skippedInputs);
    }

    /** Merges the parts of each file; sorted by path. */
    private static List<Manifest.Input> inputs(List<JsonNode> parts) throws JsonProcessingException {
        Map<String, Manifest.Input> files = new TreeMap<>();
        for (JsonNode part : parts) {
            Manifest.Input input = JSON.treeToValue(part, Manifest.Input.class);
            files.merge(input.path(), input, Manifest.Input::and);
        }
        return List.copyOf(files.values());
    }

    /** The notes by kind. */
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
        return documents() + rejectedWhileReading();
    }

    private long documents() {
        return Manifest.sum(inputs, Manifest.Input::documents);
    }

    private long rejectedWhileReading() {
        return Manifest.sum(inputs, Manifest.Input::rejects);
    }

    public long rows(Dataset dataset) {
        return files.stream()
                .filter(file -> file.isOf(dataset))
                .mapToLong(Manifest.File::rows)
                .sum();
    }

    /** The files written, by path. */
    List<Manifest.File> files() {
        return files;
    }

    /** Rejects that have a row, by reason. */
    Map<String, Long> listedRejects() {
        return rejects;
    }

    /** Rows of the articles by language. */
    public Map<String, Long> articlesByLanguage() {
        return Manifest.articlesByLanguage(files);
    }

    /** Rejects by reason, including those without their own row. */
    public Map<String, Long> rejectsByReason() {
        return Manifest.sums(List.of(rejects, unlistedRejects()));
    }

    /** Number of rejects, including those without their own row. */
    public long rejects() {
        return sum(rejectsByReason());
    }

    /** Rejects without their own row, by reason. */
    private Map<String, Long> unlistedRejects() {
        return Manifest.sums(
                inputs.stream().map(Manifest.Input::unlistedRejects).toList());
    }

    /** Details of takedown rejects, without repetitions. */
    public Set<String> takedowns() {
        return takedowns;
    }

    /** Records skipped because they are not documents, by kind. */
    public Map<String, Long> skipped() {
        return Manifest.sums(inputs.stream().map(Manifest.Input::skipped).toList());
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Files skipped while listing the input. */
    public SkippedPaths skippedInputs() {
        return skippedInputs;
    }

    /** Files that were listed but could not be read later. */
    public List<String> unreadable() {
        return inputs.stream()
                .filter(input -> input.sha256().isEmpty())
                .map(Manifest.Input::path)
                .toList();
    }

    /** Number of archive files. */
    public int archives() {
        return inputs.size();
    }

    /** Number of articles, duplicates and rejects. */
    public long written() {
        return rows(Dataset.ARTICLES) + rows(Dataset.DUPLICATES) + rejects();
    }

    /** Whether every record read was written, and every reject was counted by reason. */
    public boolean isConserved() {
        return read() == written() && rows(Dataset.REJECTS) == sum(rejects);
    }

    /** Share of the records that were rejected, 0 to 1. */
    public double rejectRate() {
        return read() == 0 ? 0 : (double) rejects() / read();
    }

    /** The manifest of the corpus, before it is checked. */
    public Manifest manifest(RunRecord run, Map<String, String> versions) {
        Map<String, Manifest.SkippedInputs> skipped = new TreeMap<>();
        Map<String, List<String>> examples = skippedInputs.examples();
        skippedInputs
                .counts()
                .forEach((kind, count) -> skipped.put(kind, new Manifest.SkippedInputs(count, examples.get(kind))));
        return new Manifest(
                run.id(),
                versions,
                run.options(),
                run.timings(),
                new Manifest.Conservation(
                        new Manifest.Read(documents(), rejectedWhileReading(), read()),
                        new Manifest.Written(
                                rows(Dataset.ARTICLES), rows(Dataset.DUPLICATES), rejects(), null, written()),
                        null,
                        unlistedRejects(),
                        skipped(),
                        isConserved()),
                skipped,
                rejectsByReason(),
                articlesByLanguage(),
                dateOrders,
                imports,
                null,
                inputs,
                files,
                null);
    }
}
