package org.lintas.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lintas.element.PartFile;
import org.lintas.schemas.Dataset;

/** The manifest of a corpus that was merged from others: their sums, and where they came from. */
public final class MergedManifest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> runs;
    private final List<JsonNode> files;

    private MergedManifest(List<JsonNode> runs, List<JsonNode> files) {
        this.runs = runs;
        this.files = files;
    }

    /**
     * Puts a manifest together.
     *
     * @param runs manifests of the corpora that were merged
     * @param files what was written
     */
    public static MergedManifest of(List<JsonNode> runs, List<PartFile> files) {
        List<JsonNode> nodes = files.stream()
                .sorted(Comparator.comparing(PartFile::getPath))
                .<JsonNode>map(file -> JSON.createObjectNode()
                        .put("path", file.getPath())
                        .put("rows", file.getRows())
                        .put("bytes", file.getBytes())
                        .put("sha256", file.getSha256()))
                .toList();
        return new MergedManifest(List.copyOf(runs), nodes);
    }

    /** Rows that were written of a dataset. */
    public long rows(Dataset dataset) {
        return files.stream()
                .filter(file -> file.path("path").asText().startsWith(dataset.folder() + "/"))
                .mapToLong(file -> file.path("rows").asLong())
                .sum();
    }

    /** Articles and duplicates of the corpora that are not in this one. */
    public long removed() {
        return read() - rows(Dataset.ARTICLES) - rows(Dataset.DUPLICATES) - rejects();
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

    /** Corpora that these went on from and that are not among them. */
    public static List<String> previous(List<JsonNode> runs, List<String> roots) {
        var previous = new TreeSet<String>();
        for (JsonNode run : runs) {
            Arrays.stream(run.path("options").path("previous").asText().split(","))
                    .filter(root -> !root.isEmpty() && !roots.contains(root))
                    .forEach(previous::add);
        }
        return List.copyOf(previous);
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
        out.put("total", read());
        conservation.set("unlisted_rejects", JSON.valueToTree(counts("/conservation/unlisted_rejects")));
        conservation.set("no_documents", JSON.valueToTree(counts("/conservation/no_documents")));
        conservation.put("holds", removed() >= 0);
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
