package org.lintas.report.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lintas.dataset.Layout;

/**
 * What the manifest tells of the run.
 *
 * @param read records read, those rejected while reading included
 * @param written articles, duplicates and rejects together
 * @param unlistedRejects rejects that have no row of their own, by reason
 * @param noDocuments sound records that are no documents, by kind
 * @param expectations what was checked; empty where nothing was
 */
public record RunFacts(
        String runId,
        String finished,
        double seconds,
        long read,
        long written,
        boolean conserved,
        Map<String, Long> unlistedRejects,
        Map<String, Long> noDocuments,
        List<Input> inputs,
        long files,
        long bytes,
        Map<String, String> options,
        Map<String, String> versions,
        List<Expectation> expectations) {

    /** An archive file and what was read of it. */
    public record Input(String path, long bytes, long documents, long rejects) {}

    /**
     * Something that a corpus is checked for.
     *
     * @param checked whether it could be looked at; what could not has not passed, and not failed
     */
    public record Expectation(String name, boolean passed, boolean checked, String detail) {

        /** Whether it was looked at and is not so. */
        public boolean failed() {
            return checked && !passed;
        }
    }

    static RunFacts of(Path corpus) throws IOException {
        JsonNode root =
                new ObjectMapper().readTree(corpus.resolve(Layout.MANIFEST).toFile());
        var inputs = new ArrayList<Input>();
        for (JsonNode input : root.path("inputs")) {
            inputs.add(new Input(
                    input.path("path").asText(),
                    input.path("bytes").asLong(),
                    input.path("documents").asLong(),
                    input.path("rejects").asLong()));
        }
        long bytes = 0;
        for (JsonNode file : root.path("files")) {
            bytes += file.path("bytes").asLong();
        }
        var expectations = new ArrayList<Expectation>();
        for (JsonNode expectation : root.path("expectations")) {
            expectations.add(new Expectation(
                    expectation.path("name").asText(),
                    expectation.path("passed").asBoolean(),
                    !expectation.path("status").asText().equals("unchecked"),
                    expectation.path("detail").asText()));
        }
        return new RunFacts(
                root.path("run_id").asText(),
                root.path("timings").path("finished").asText(),
                root.path("timings").path("seconds").asDouble(),
                root.path("conservation").path("read").path("total").asLong(),
                root.path("conservation").path("written").path("total").asLong(),
                root.path("conservation").path("holds").asBoolean(),
                counts(root.at("/conservation/unlisted_rejects")),
                counts(root.at("/conservation/no_documents")),
                inputs,
                root.path("files").size(),
                bytes,
                texts(root.path("options")),
                texts(root.path("versions")),
                expectations);
    }

    private static Map<String, Long> counts(JsonNode node) {
        Map<String, Long> counts = new TreeMap<>();
        node.properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));
        return counts;
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
