package org.lintas.corpus.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lintas.corpus.RunRecord;
import org.lintas.record.PartFile;
import org.lintas.schemas.Dataset;

/** The manifest of a corpus that was merged from others: their sums, and where they came from. */
public final class MergedManifest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Each row of these is a record that was read. */
    private static final Set<Dataset> RECORDS = EnumSet.of(Dataset.ARTICLES, Dataset.DUPLICATES, Dataset.REJECTS);

    private final List<JsonNode> runs;
    private final List<MergedDataset> datasets;
    private final List<JsonNode> files;

    private MergedManifest(List<JsonNode> runs, List<MergedDataset> datasets, List<JsonNode> files) {
        this.runs = runs;
        this.datasets = datasets;
        this.files = files;
    }

    /**
     * Puts a manifest together.
     *
     * @param runs manifests of the corpora that were merged
     * @param datasets what was written
     */
    public static MergedManifest of(List<JsonNode> runs, List<MergedDataset> datasets) {
        List<JsonNode> files = datasets.stream()
                .flatMap(dataset -> dataset.files().stream())
                .sorted(Comparator.comparing(PartFile::getPath))
                .<JsonNode>map(file -> JSON.createObjectNode()
                        .put("path", file.getPath())
                        .put("rows", file.getRows())
                        .put("bytes", file.getBytes())
                        .put("sha256", file.getSha256()))
                .toList();
        return new MergedManifest(List.copyOf(runs), List.copyOf(datasets), files);
    }

    /** Rows that were written of a dataset. */
    public long rows(Dataset dataset) {
        return datasets.stream()
                .filter(merged -> merged.dataset() == dataset)
                .mapToLong(MergedDataset::written)
                .sum();
    }

    /** How many files were written. */
    public int files() {
        return files.size();
    }

    /**
     * What does not add up, by dataset; empty where nothing is lost: of every dataset all rows were written or removed, and all records that
     * were read are articles, duplicates, rejects or removed.
     */
    public Optional<String> loss() {
        for (MergedDataset dataset : datasets) {
            if (!dataset.isConserved()) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "%s: the corpora hold %d rows, %d were written and %d removed",
                        dataset.dataset().folder(),
                        dataset.given(),
                        dataset.written(),
                        dataset.removed()));
            }
        }
        return read() == written() + removed()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "by their manifests %d records were read, and there are %d articles, duplicates and rejects and %d that were removed",
                        read(),
                        written(),
                        removed()));
    }

    private long written() {
        return rows(Dataset.ARTICLES) + rows(Dataset.DUPLICATES) + rejects();
    }

    /** Articles and duplicates of the corpora that are not in this one. */
    public long removed() {
        return removedBefore()
                + datasets.stream()
                        .filter(merged -> RECORDS.contains(merged.dataset()))
                        .mapToLong(MergedDataset::removed)
                        .sum();
    }

    /** Those of them that had been removed before. */
    public long removedBefore() {
        return sum(
                run -> run.path("conservation").path("written").path("removed").asLong());
    }

    /** Rejects, those without a row of their own among them. */
    private long rejects() {
        return rows(Dataset.REJECTS)
                + counts("/conservation/unlisted_rejects").values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    private long read() {
        return sum(run -> run.path("conservation").path("read").path("total").asLong());
    }

    private long sum(Function<JsonNode, Long> number) {
        return runs.stream().mapToLong(number::apply).sum();
    }

    /** As a JSON document. */
    public String json(RunRecord run, Map<String, String> versions) {
        ObjectNode root = run.json(versions);
        ObjectNode conservation = root.putObject("conservation");
        ObjectNode in = conservation.putObject("read");
        in.put(
                "documents",
                sum(m -> m.path("conservation").path("read").path("documents").asLong()));
        in.put(
                "rejected_while_reading",
                sum(m -> m.path("conservation")
                        .path("read")
                        .path("rejected_while_reading")
                        .asLong()));
        in.put("total", read());
        ObjectNode out = conservation.putObject("written");
        out.put("articles", rows(Dataset.ARTICLES));
        out.put("duplicates", rows(Dataset.DUPLICATES));
        out.put("rejects", rejects());
        out.put("removed", removed());
        out.put("total", written() + removed());
        ObjectNode rows = conservation.putObject("rows");
        for (MergedDataset dataset : datasets) {
            rows.putObject(dataset.dataset().folder())
                    .put("read", dataset.given())
                    .put("written", dataset.written())
                    .put("removed", dataset.removed());
        }
        conservation.set("unlisted_rejects", JSON.valueToTree(counts("/conservation/unlisted_rejects")));
        conservation.set("no_documents", JSON.valueToTree(counts("/conservation/no_documents")));
        conservation.put("holds", loss().isEmpty());
        root.set("rejects_by_reason", JSON.valueToTree(counts("/rejects_by_reason")));
        root.set("articles_by_language", JSON.valueToTree(articlesByLanguage()));
        ArrayNode sources = root.putArray("merged_runs");
        for (JsonNode source : runs) {
            ObjectNode node = sources.addObject();
            List.of("run_id", "versions", "options", "timings").forEach(part -> node.set(part, source.path(part)));
        }
        ArrayNode inputs = root.putArray("inputs");
        inputs().forEach(inputs::add);
        ArrayNode written = root.putArray("files");
        files.forEach(written::add);
        return root.toPrettyString() + "\n";
    }

    private Map<String, Long> counts(String pointer) {
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode run : runs) {
            run.at(pointer)
                    .properties()
                    .forEach(count ->
                            counts.merge(count.getKey(), count.getValue().asLong(), Long::sum));
        }
        return counts;
    }

    private Map<String, Long> articlesByLanguage() {
        String folder = Dataset.ARTICLES.folder() + "/language=";
        return files.stream()
                .filter(file -> file.path("path").asText().startsWith(folder))
                .collect(Collectors.groupingBy(
                        file -> file.path("path")
                                .asText()
                                .substring(folder.length())
                                .split("/")[0],
                        TreeMap::new,
                        Collectors.summingLong(file -> file.path("rows").asLong())));
    }

    private List<JsonNode> inputs() {
        var inputs = new ArrayList<JsonNode>();
        runs.forEach(run -> run.path("inputs").forEach(inputs::add));
        inputs.sort(Comparator.comparing(input -> input.path("path").asText()));
        return inputs;
    }
}
